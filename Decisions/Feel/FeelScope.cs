using System.Diagnostics.CodeAnalysis;

namespace Platform.Decisions.Feel;

/// <summary>Variables in a dictionary, in front of those of an outer scope.</summary>
/// <param name="variables">Names in normal form and values; read while evaluating, so it must not change then.</param>
/// <param name="parent">Asked for names that are not here; may be null.</param>
public sealed class FeelScope(IReadOnlyDictionary<string, FeelValue> variables, IFeelScope? parent = null) : IFeelScope
{
    /// <summary>No variables at all.</summary>
    public static FeelScope Empty { get; } = new(new Dictionary<string, FeelValue>());

    /// <inheritdoc/>
    public IEnumerable<string> Names => parent is null ? variables.Keys : variables.Keys.Union(parent.Names);

    /// <inheritdoc/>
    public bool TryGet(string name, [NotNullWhen(true)] out FeelValue? value)
    {
        if (variables.TryGetValue(name, out value))
        {
            return true;
        }
        value = null;
        return parent is not null && parent.TryGet(name, out value);
    }
}
