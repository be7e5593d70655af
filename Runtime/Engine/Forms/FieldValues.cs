using System.Globalization;
using Platform.Decisions.Feel;

namespace Platform.Runtime.Forms;

/// <summary>Gives submitted values the type of their field.</summary>
public static class FieldValues
{
    /// <summary>Whether a value counts as not filled in: null, blank text, or an empty list.</summary>
    public static bool IsEmpty(FeelValue value) => value switch
    {
        FeelNull => true,
        FeelString text => string.IsNullOrWhiteSpace(text.Value),
        FeelList list => list.Items.Count == 0,
        _ => false,
    };

    /// <summary>The value with the field's type, or null with a problem.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">What was submitted.</param>
    /// <param name="problem">What is wrong, or null.</param>
    public static FeelValue Typed(FieldSpec field, FeelValue value, out FieldProblem? problem)
    {
        problem = null;
        if (IsEmpty(value))
        {
            return FeelValue.Null;
        }

        FeelValue? typed = field.Type switch
        {
            FieldType.Text or FieldType.LongText => AsText(field, value, out problem),
            FieldType.Number or FieldType.Money => AsNumber(field, value, out problem),
            FieldType.Date => AsDate(value),
            FieldType.DateTime => AsInstant(value),
            FieldType.Boolean => AsBoolean(value),
            FieldType.Choice => AsOption(field, value, out problem),
            FieldType.MultiChoice => AsOptions(field, value, out problem),
            FieldType.Person or FieldType.Unit when field.Multiple => AsIds(value),
            FieldType.Person or FieldType.Unit => AsId(value),
            FieldType.Attachment => AsIds(value),
            _ => throw new InvalidOperationException($"Expected a field type, but found {field.Type}."),
        };
        if (typed is null && problem is null)
        {
            problem = new FieldProblem(field.Key, "field.type", $"“{field.Label}”应为{TypeText(field.Type)}。");
        }

        return typed ?? FeelValue.Null;
    }

    /// <summary>A value as a reader sees it who need not know all of it.</summary>
    public static string Mask(FieldMask mask, string text) => mask switch
    {
        FieldMask.None => text,
        FieldMask.Name => text.Length <= 1 ? text : text[..1] + new string('*', text.Length - 1),
        FieldMask.Phone when text.Length >= 7 => text[..3] + new string('*', text.Length - 7) + text[^4..],
        FieldMask.IdCard when text.Length > 10 => text[..6] + new string('*', text.Length - 10) + text[^4..],
        FieldMask.Address when text.Length > 9 => text[..9] + "***",
        _ => new string('*', Math.Min(text.Length, 6)),
    };

    private static FeelString? AsText(FieldSpec field, FeelValue value, out FieldProblem? problem)
    {
        problem = null;
        if (value is not FeelString text)
        {
            return null;
        }

        if (text.Value.Length > field.LongestText)
        {
            problem = new FieldProblem(field.Key, "field.too-long", $"“{field.Label}”最多 {field.LongestText} 个字，现有 {text.Value.Length} 个字。");
        }

        return text;
    }

    private static FeelNumber? AsNumber(FieldSpec field, FeelValue value, out FieldProblem? problem)
    {
        problem = null;
        var number = value switch
        {
            FeelNumber n => n,
            FeelString text when FeelNumber.TryParse(text.Value.Trim(), out var parsed) => parsed,
            _ => null,
        };
        if (number is null || !number.TryToDecimal(out var amount))
        {
            return null;
        }

        if (field.Type == FieldType.Money && decimal.Round(amount, 2) != amount)
        {
            problem = new FieldProblem(field.Key, "field.type", $"“{field.Label}”的金额最多精确到分。");
        }
        else if (amount < field.Min || amount > field.Max)
        {
            problem = new FieldProblem(field.Key, "field.out-of-range", $"“{field.Label}”应{RangeText(field)}。");
        }

        return number;
    }

    private static FeelDate? AsDate(FeelValue value) => value switch
    {
        FeelDate date => date,
        FeelString text when DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) =>
            FeelValue.Of(date),
        _ => null,
    };

    private static FeelDateTime? AsInstant(FeelValue value) => value switch
    {
        FeelDateTime instant => instant,
        FeelString text when DateTimeOffset.TryParse(
            text.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            && text.Value.Contains('T', StringComparison.Ordinal) => FeelValue.Of(instant),
        _ => null,
    };

    private static FeelBoolean? AsBoolean(FeelValue value) => value switch
    {
        FeelBoolean b => b,
        FeelString { Value: "true" } => FeelBoolean.True,
        FeelString { Value: "false" } => FeelBoolean.False,
        _ => null,
    };

    private static FeelString? AsOption(FieldSpec field, FeelValue value, out FieldProblem? problem)
    {
        problem = null;
        if (value is not FeelString text)
        {
            return null;
        }

        if (!IsOption(field, text.Value))
        {
            problem = new FieldProblem(field.Key, "field.not-an-option", $"“{field.Label}”没有“{text.Value}”这一选项。");
        }

        return text;
    }

    private static FeelList? AsOptions(FieldSpec field, FeelValue value, out FieldProblem? problem)
    {
        problem = null;
        var list = value as FeelList ?? (value is FeelString ? FeelValue.Of([value]) : null);
        if (list is null || list.Items.Any(i => i is not FeelString))
        {
            return null;
        }

        if (list.Items.FirstOrDefault(i => !IsOption(field, ((FeelString)i).Value)) is FeelString unknown)
        {
            problem = new FieldProblem(field.Key, "field.not-an-option", $"“{field.Label}”没有“{unknown.Value}”这一选项。");
        }

        return list;
    }

    private static FeelString? AsId(FeelValue value) =>
        value is FeelString text && Guid.TryParse(text.Value, out var id) ? new FeelString(id.ToString()) : null;

    private static FeelList? AsIds(FeelValue value)
    {
        var items = value is FeelList list ? list.Items : [value];
        return items.All(i => AsId(i) is not null) ? FeelValue.Of(items.Select(i => (FeelValue)AsId(i)!)) : null;
    }

    // Publishing puts the choices of a dictionary into the field; before that nobody knows them.
    private static bool IsOption(FieldSpec field, string value) =>
        (field.Dictionary is not null && field.Options.IsEmpty) || field.Options.Any(o => o.Value == value);

    private static string RangeText(FieldSpec field) => (field.Min, field.Max) switch
    {
        ({ } min, { } max) => $"在 {min} 到 {max} 之间",
        ({ } min, null) => $"不小于 {min}",
        (_, { } max) => $"不大于 {max}",
        _ => "为数字",
    };

    private static string TypeText(FieldType type) => type switch
    {
        FieldType.Text or FieldType.LongText => "文字",
        FieldType.Number => "数字",
        FieldType.Money => "金额",
        FieldType.Date => "日期",
        FieldType.DateTime => "日期和时间",
        FieldType.Boolean => "是或否",
        FieldType.Choice or FieldType.MultiChoice => "所列选项",
        FieldType.Person => "人员",
        FieldType.Unit => "单位",
        _ => "附件",
    };
}
