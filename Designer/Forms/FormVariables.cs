using System.Collections.Immutable;
using Platform.Designer.Conditions;

namespace Platform.Designer.Forms;

/// <summary>The fields of a form as conditions can ask about them. Pure.</summary>
public static class FormVariables
{
    /// <summary>The fields that have a name, each name once.</summary>
    /// <param name="form">The form.</param>
    /// <param name="dictionaries">The dictionaries there are.</param>
    /// <param name="group">Heading under which they are offered.</param>
    public static IReadOnlyList<ConditionVariable> Of(FormDocument form, IReadOnlyList<SharedOptions> dictionaries, string group)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(dictionaries);
        return
        [
            .. form.Fields.Where(field => field.Key.Length > 0).DistinctBy(field => field.Key).Select(field => new ConditionVariable(
                field.Key,
                string.IsNullOrWhiteSpace(field.Label) ? field.Key : field.Label,
                KindOf(field),
                [.. Options(field, dictionaries).Select(option => new ConditionChoice(option.Value, option.Text))]) { Group = group }),
        ];
    }

    /// <summary>What can be compared with a field. People, units and times are only asked whether they are there: what is stored of them nobody can read.</summary>
    /// <param name="field">The field.</param>
    public static ConditionKind KindOf(FormField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field.Type switch
        {
            FormFieldType.Text or FormFieldType.LongText => ConditionKind.Text,
            FormFieldType.Number or FormFieldType.Money => ConditionKind.Number,
            FormFieldType.Date => ConditionKind.Date,
            FormFieldType.Boolean => ConditionKind.Boolean,
            FormFieldType.Choice => ConditionKind.Choice,
            FormFieldType.MultiChoice => ConditionKind.List,
            _ => ConditionKind.Other,
        };
    }

    private static ImmutableArray<FormOption> Options(FormField field, IReadOnlyList<SharedOptions> dictionaries) => (field.HasOptions, field.Dictionary) switch
    {
        (false, _) => [],
        (true, null) => field.Options,
        (true, var name) => dictionaries.FirstOrDefault(dictionary => dictionary.Name == name)?.Options ?? [],
    };
}
