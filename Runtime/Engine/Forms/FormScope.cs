using System.Diagnostics.CodeAnalysis;
using Platform.Decisions.Feel;

namespace Platform.Runtime.Forms;

/// <summary>What the rules of a form see: its values in front of the process variables.</summary>
internal sealed class FormScope(IReadOnlyDictionary<string, FeelValue> values, IFeelScope variables) : IFeelScope
{
    public IEnumerable<string> Names => values.Keys.Concat(variables.Names).Distinct(StringComparer.Ordinal);

    public bool TryGet(string name, [NotNullWhen(true)] out FeelValue? value) =>
        values.TryGetValue(name, out value) || variables.TryGet(name, out value);
}
