using System.Globalization;
using Platform.Decisions.Feel;
using Platform.Runtime.Forms;

namespace Platform.Host.Components.Forms;

/// <summary>What was entered in a field, as people read it.</summary>
public static class FieldWords
{
    private static readonly TimeSpan County = TimeSpan.FromHours(8);

    /// <summary>The value in words: the text of a choice, the name of a person or unit, 是 or 否, a date as it is written in Chinese.</summary>
    /// <param name="field">The field; attachments have no words.</param>
    /// <param name="value">What was entered.</param>
    /// <param name="choices">Names of people and units.</param>
    public static string Of(FieldSpec field, FeelValue value, IPickChoices choices)
    {
        ArgumentNullException.ThrowIfNull(field);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(choices);
        return value switch
        {
            FeelList list => string.Join('、', list.Items.Select(item => Of(field, item, choices))),
            FeelString text => Named(field, text.Value, choices),
            FeelBoolean truth => truth.Value ? "是" : "否",
            FeelDate day => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日"),
            FeelDateTime instant when instant.TryToDateTimeOffset(County, out var at) => at.ToOffset(County).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture),
            FeelNumber number when field.Type == FieldType.Money && decimal.TryParse(number.ToString(), CultureInfo.InvariantCulture, out var money) => money.ToString("#,##0.00", CultureInfo.InvariantCulture) + " 元",
            _ => value.ToString()?.Trim('"') ?? "",
        };
    }

    private static string Named(FieldSpec field, string text, IPickChoices choices) => field.Type switch
    {
        FieldType.Person => choices.PersonName(text),
        FieldType.Unit => choices.UnitName(text),
        FieldType.Choice or FieldType.MultiChoice => field.Options.FirstOrDefault(option => option.Value == text)?.Text ?? text,
        _ => text,
    };
}
