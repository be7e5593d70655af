using System.Diagnostics.CodeAnalysis;
using Platform.Decisions.Feel;

namespace Platform.Kernel.Execution;

/// <summary>The variables visible from one scope, nearest first.</summary>
internal sealed class VariableScope(InstanceState state, long scopeId) : IFeelScope
{
    /// <inheritdoc/>
    public IEnumerable<string> Names
    {
        get
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            for (var scope = state.FindScope(scopeId); scope is not null; scope = state.FindScope(scope.ParentId))
            {
                foreach (string name in scope.Variables.Keys)
                {
                    if (seen.Add(name))
                    {
                        yield return name;
                    }
                }
            }
        }
    }

    /// <inheritdoc/>
    public bool TryGet(string name, [NotNullWhen(true)] out FeelValue? value)
    {
        for (var scope = state.FindScope(scopeId); scope is not null; scope = state.FindScope(scope.ParentId))
        {
            if (scope.Variables.TryGetValue(name, out value))
            {
                return true;
            }
        }
        value = null;
        return false;
    }
}
