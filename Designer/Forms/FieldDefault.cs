using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Decisions.Feel;

namespace Platform.Designer.Forms;

/// <summary>What stands in a field before anybody fills it in, as people choose it.</summary>
public abstract partial record FieldDefault
{
    private FieldDefault()
    {
    }

    /// <summary>Reads the first value of a field.</summary>
    /// <param name="field">The field.</param>
    /// <returns>What people chose; <see cref="Formula"/> for whatever the choices of its type cannot say.</returns>
    public static FieldDefault Of(FormField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (string.IsNullOrWhiteSpace(field.Default))
        {
            return new Nothing();
        }

        if (field.Type is FormFieldType.Date or FormFieldType.DateTime && InDays().Match(field.Default) is { Success: true } match && match.Groups[1].Value == Present(field))
        {
            return new Later(match.Groups[2].Success ? int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) : 0);
        }

        return Fixed(field, FeelExpression.Parse(field.Default).Expression?.Constant) is { } value ? value : new Formula(field.Default);
    }

    /// <summary>The choice in FEEL; null for none.</summary>
    /// <param name="field">The field that it is for.</param>
    public string? Write(FormField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return this switch
        {
            Nothing => null,
            Later { Days: 0 } => $"{Present(field)}()",
            Later later => string.Create(CultureInfo.InvariantCulture, $"{Present(field)}() + duration(\"P{later.Days}D\")"),
            Value { Texts: [var only] } when string.IsNullOrWhiteSpace(only) => null,
            Value { Texts.IsEmpty: true } => null,
            Value value when field.Type == FormFieldType.MultiChoice => FeelValue.Of(value.Texts.Select(text => (FeelValue)FeelValue.Of(text)).ToList()).ToString(),
            Value value => Literal(field, value.Texts[0]),
            Formula formula => formula.Feel,
            _ => throw new InvalidOperationException($"Expected a kind of first value, but found {GetType().Name}."),
        };
    }

    private static string Present(FormField field) => field.Type == FormFieldType.Date ? "today" : "now";

    private static Value? Fixed(FormField field, FeelValue? constant) => (field.Type, constant) switch
    {
        (FormFieldType.Text or FormFieldType.LongText or FormFieldType.Choice, FeelString text) => new Value([text.Value]),
        (FormFieldType.Number or FormFieldType.Money, FeelNumber number) => new Value([number.ToString()]),
        (FormFieldType.Boolean, FeelBoolean truth) => new Value([truth.Value ? "true" : "false"]),
        (FormFieldType.Date, FeelDate day) => new Value([string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-{day.Month:00}-{day.Day:00}")]),
        (FormFieldType.MultiChoice, FeelList list) when list.Items.All(item => item is FeelString) => new Value([.. list.Items.Cast<FeelString>().Select(item => item.Value)]),
        _ => null,
    };

    /// <summary>What does not read as the field's type is kept as text, so that nothing typed is lost.</summary>
    private static string Literal(FormField field, string text) => field.Type switch
    {
        FormFieldType.Number or FormFieldType.Money when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => number.ToString(CultureInfo.InvariantCulture),
        FormFieldType.Boolean when text is "true" or "false" => text,
        FormFieldType.Date when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => $"date(\"{text}\")",
        _ => FeelValue.Of(text).ToString()!,
    };

    [GeneratedRegex(@"^(today|now)\(\)(?: \+ duration\(""P(\d{1,4})D""\))?$")]
    private static partial Regex InDays();

    /// <summary>Nothing stands there.</summary>
    public sealed record Nothing : FieldDefault;

    /// <summary>What somebody wrote or chose.</summary>
    /// <param name="Texts">One text, or the chosen options of a multiple choice; numbers, days and truth values as FEEL writes them.</param>
    public sealed record Value(ImmutableArray<string> Texts) : FieldDefault;

    /// <summary>The day, or instant, on which the form is opened, or one after it.</summary>
    /// <param name="Days">How many calendar days after it, 0 to 9999.</param>
    public sealed record Later(int Days) : FieldDefault;

    /// <summary>An expression.</summary>
    /// <param name="Feel">FEEL.</param>
    public sealed record Formula(string Feel) : FieldDefault;
}
