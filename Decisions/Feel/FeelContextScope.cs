using System.Diagnostics.CodeAnalysis;

namespace Platform.Decisions.Feel;

/// <summary>The entries of a context as variables, in front of those of an outer scope.</summary>
/// <param name="context">The entries.</param>
/// <param name="parent">Asked for names that are not here; may be null.</param>
public sealed class FeelContextScope(FeelContext context, IFeelScope? parent = null) : IFeelScope
{
    /// <inheritdoc/>
    public IEnumerable<string> Names
    {
        get
        {
            var own = context.Entries.Select(entry => entry.Key);
            return parent is null ? own : own.Union(parent.Names);
        }
    }

    /// <inheritdoc/>
    public bool TryGet(string name, [NotNullWhen(true)] out FeelValue? value)
    {
        if (context.TryGet(name, out value))
        {
            return true;
        }
        return parent is not null && parent.TryGet(name, out value);
    }
}
