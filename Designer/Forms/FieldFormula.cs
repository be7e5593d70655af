using System.Text.RegularExpressions;

namespace Platform.Designer.Forms;

/// <summary>A usual calculation, chosen in words instead of written: what of which fields.</summary>
/// <param name="Kind">What is calculated.</param>
/// <param name="First">Key of the first field.</param>
/// <param name="Second">Key of the second field; for <see cref="FormulaKind.After"/> a number of days.</param>
public sealed partial record FieldFormula(FormulaKind Kind, string First, string Second)
{
    /// <summary>The calculations that give a value of a field's type, in the order in which they are offered.</summary>
    /// <param name="field">The field.</param>
    public static IReadOnlyList<FormulaKind> For(FormField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return field switch
        {
            { Type: FormFieldType.Money } => [FormulaKind.Sum, FormulaKind.Difference, FormulaKind.Product],
            { Type: FormFieldType.Number } => [FormulaKind.Sum, FormulaKind.Difference, FormulaKind.Product, FormulaKind.Days, FormulaKind.DaysInclusive],
            { Type: FormFieldType.Date } => [FormulaKind.After],
            _ => [],
        };
    }

    /// <summary>The fields that a calculation can be made of: numbers for sums, days for spans, never the field itself.</summary>
    /// <param name="kind">The calculation.</param>
    /// <param name="fields">The fields of the form.</param>
    /// <param name="field">The field that gets the value.</param>
    public static IReadOnlyList<FormField> Among(FormulaKind kind, IEnumerable<FormField> fields, FormField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return [.. fields.Where(other => other.Key != field.Key && other.Key.Length > 0 && (IsOfDays(kind) ? other.Type == FormFieldType.Date : other.IsNumber))];
    }

    /// <summary>How many fields a calculation asks for: two, or one and a number of days.</summary>
    /// <param name="kind">The calculation.</param>
    public static int FieldsOf(FormulaKind kind) => kind == FormulaKind.After ? 1 : 2;

    /// <summary>Recognises FEEL that <see cref="Write"/> writes, spaces aside; null for any other.</summary>
    /// <param name="feel">The expression; null and empty are none.</param>
    public static FieldFormula? Read(string? feel)
    {
        if (feel is null)
        {
            return null;
        }

        if (Two().Match(feel) is { Success: true } two)
        {
            var kind = two.Groups[2].Value switch { "+" => FormulaKind.Sum, "-" => FormulaKind.Difference, _ => FormulaKind.Product };
            return new FieldFormula(kind, two.Groups[1].Value, two.Groups[3].Value);
        }

        if (Span().Match(feel) is { Success: true } span)
        {
            return new FieldFormula(span.Groups[3].Success ? FormulaKind.DaysInclusive : FormulaKind.Days, span.Groups[2].Value, span.Groups[1].Value);
        }

        return Later().Match(feel) is { Success: true } later ? new FieldFormula(FormulaKind.After, later.Groups[1].Value, later.Groups[2].Value) : null;
    }

    /// <summary>The calculation in FEEL. As long as a field is not filled in, its value is null, and nothing is shown.</summary>
    public string Write() => Kind switch
    {
        FormulaKind.Sum => $"{First} + {Second}",
        FormulaKind.Difference => $"{First} - {Second}",
        FormulaKind.Product => $"{First} * {Second}",
        FormulaKind.Days => $"({Second} - {First}).days",
        FormulaKind.DaysInclusive => $"({Second} - {First}).days + 1",
        FormulaKind.After => $"{First} + duration(\"P{Second}D\")",
        _ => throw new InvalidOperationException($"Expected a calculation, but found {Kind}."),
    };

    private static bool IsOfDays(FormulaKind kind) => kind is FormulaKind.Days or FormulaKind.DaysInclusive or FormulaKind.After;

    [GeneratedRegex(@"^\s*([\p{L}_][\p{L}\p{N}_]*)\s*([-+*])\s*([\p{L}_][\p{L}\p{N}_]*)\s*$")]
    private static partial Regex Two();

    [GeneratedRegex(@"^\s*\(\s*([\p{L}_][\p{L}\p{N}_]*)\s*-\s*([\p{L}_][\p{L}\p{N}_]*)\s*\)\s*\.\s*days\s*(\+\s*1\s*)?$")]
    private static partial Regex Span();

    [GeneratedRegex(@"^\s*([\p{L}_][\p{L}\p{N}_]*)\s*\+\s*duration\(\s*""P(\d{1,4})D""\s*\)\s*$")]
    private static partial Regex Later();
}

/// <summary>A usual calculation.</summary>
public enum FormulaKind
{
    /// <summary>Two numbers together.</summary>
    Sum,

    /// <summary>One number less another.</summary>
    Difference,

    /// <summary>One number times another.</summary>
    Product,

    /// <summary>Days from one day to another, without the first.</summary>
    Days,

    /// <summary>Days from one day to another, with both, as leave is counted.</summary>
    DaysInclusive,

    /// <summary>The day some days after another.</summary>
    After,
}
