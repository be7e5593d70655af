using System.Diagnostics.CodeAnalysis;
using Platform.Decisions.Feel;

namespace Platform.Runtime.Forms;

/// <summary>What the rules of a form see: its values in front of the process variables. A box that nobody ticked reads as no, as it looks.</summary>
internal sealed class FormScope(FormSpec form, IReadOnlyDictionary<string, FeelValue> values, IFeelScope variables) : IFeelScope
{
    public IEnumerable<string> Names => values.Keys.Concat(form.Fields.Select(f => f.Key)).Concat(variables.Names).Distinct(StringComparer.Ordinal);

    public bool TryGet(string name, [NotNullWhen(true)] out FeelValue? value)
    {
        bool isKnown = values.TryGetValue(name, out value) || variables.TryGet(name, out value);
        if ((!isKnown || value!.IsNull) && form.Field(name) is { Type: FieldType.Boolean })
        {
            value = FeelBoolean.False;
            return true;
        }

        return isKnown;
    }
}
