using Platform.Runtime.Forms;
using Platform.Runtime.Instances.Starting;

namespace Platform.Host.Components.Forms;

/// <summary>What was filled in on a matter, as the places of a letter take it: by the name of the field.</summary>
public static class LetterValues
{
    /// <summary>The values by label of their field; of one label the later form counts. Files have no words and are left out.</summary>
    /// <param name="forms">The forms, oldest first, as their reader sees them.</param>
    /// <param name="choices">Names of people and units.</param>
    public static IReadOnlyDictionary<string, string?> Of(IEnumerable<FilledForm> forms, IPickChoices choices)
    {
        ArgumentNullException.ThrowIfNull(forms);
        ArgumentNullException.ThrowIfNull(choices);
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var filled in forms)
        {
            foreach (var field in filled.Form.Fields.Where(field => field.Type != FieldType.Attachment && filled.Values.ContainsKey(field.Key)))
            {
                values[field.Label] = FieldWords.Of(field, filled.Values[field.Key], choices);
            }
        }

        return values;
    }
}
