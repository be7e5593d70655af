using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Host.Components.Forms;
using Platform.Runtime.Forms;
using Platform.Runtime.Org;

namespace Platform.Host.Pages.Admin.Rehearsing;

/// <summary>Turns what was entered into the words of a scenario: units and people by code, dates as text.</summary>
public static class RehearsalForms
{
    /// <summary>The words.</summary>
    /// <param name="form">A form that was filled in.</param>
    /// <param name="directory">The organisation in the rehearsal.</param>
    public static ImmutableDictionary<string, FeelValue> Words(FormModel form, OrgDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(form);
        return form.Entered().ToImmutableDictionary(pair => pair.Key, pair => Word(form.Spec.Field(pair.Key)!.Type, pair.Value, directory), StringComparer.Ordinal);
    }

    /// <summary>What a form begins with that is filled in as a scenario says: units and people by id.</summary>
    /// <param name="form">The form.</param>
    /// <param name="words">The words of the scenario.</param>
    /// <param name="directory">The organisation in the rehearsal.</param>
    public static ImmutableDictionary<string, FeelValue> Values(FormSpec form, ImmutableDictionary<string, FeelValue> words, OrgDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(words);
        return words.Where(pair => form.Field(pair.Key) is not null)
            .ToImmutableDictionary(pair => pair.Key, pair => Value(form.Field(pair.Key)!.Type, pair.Value, directory), StringComparer.Ordinal);
    }

    private static FeelValue Value(FieldType type, FeelValue word, OrgDirectory directory) => (type, word) switch
    {
        (_, FeelList list) => FeelValue.Of(list.Items.Select(item => Value(type, item, directory))),
        (FieldType.Unit, FeelString code) => FeelValue.Of(directory.FindUnit(code.Value)?.Id.ToString() ?? code.Value),
        (FieldType.Person, FeelString code) => FeelValue.Of(directory.FindPerson(code.Value)?.Id.ToString() ?? code.Value),
        _ => word,
    };

    private static FeelValue Word(FieldType type, FeelValue value, OrgDirectory directory) => (type, value) switch
    {
        (_, FeelList list) => FeelValue.Of(list.Items.Select(item => Word(type, item, directory))),
        (FieldType.Unit, FeelString id) => FeelValue.Of(directory.FindUnit(id.Value)?.Code ?? id.Value),
        (FieldType.Person, FeelString id) => FeelValue.Of(directory.FindPerson(id.Value)?.Code ?? id.Value),
        (_, FeelDate or FeelDateTime or FeelTime) => FeelValue.Of(value.ToString()?.Trim('"')),
        _ => value,
    };
}
