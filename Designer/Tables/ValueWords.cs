using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Platform.Decisions.Analysis;
using Platform.Decisions.Feel;

namespace Platform.Designer.Tables;

/// <summary>Single values in the words of clerks: 5万, 2026年3月1日, 3天, 是.</summary>
internal static partial class ValueWords
{
    private static readonly SearchValues<char> Special = SearchValues.Create("、；;，\"\n\t");
    private static readonly string[] Yes = ["是", "真", "对", "有", "true", "yes", "y", "√", "✓", "✔"];
    private static readonly string[] No = ["否", "假", "不是", "无", "没有", "false", "no", "n", "×", "✗", "✘"];

    /// <summary>A value as it is shown; null when only FEEL can say it.</summary>
    internal static string? Show(FeelValue value) => value switch
    {
        FeelString text => IsPlain(text.Value) ? text.Value : null,
        FeelNumber or FeelDate => Bare(value),
        FeelBoolean boolean => boolean.Value ? "是" : "否",
        FeelNull => "空",
        FeelTime or FeelDateTime or FeelDayTimeDuration or FeelYearMonthDuration => Bare(value),
        _ => null,
    };

    /// <summary>A value that was typed; null when it is none of that kind.</summary>
    internal static FeelValue? Read(string typed, ColumnValues kind)
    {
        string text = Narrow(typed).Trim();
        if (text == "空")
        {
            return FeelValue.Null;
        }

        return kind switch
        {
            ColumnValues.Text => FeelValue.Of(typed.Trim()),
            ColumnValues.Number => Number(text),
            ColumnValues.Boolean => YesOrNo(text),
            ColumnValues.Date => Date(text),
            ColumnValues.Time or ColumnValues.DateTime => Literal(text, kind),
            ColumnValues.Duration => Duration(text) ?? Literal(text, kind),
            _ => Number(text) ?? Date(text) ?? FeelValue.Of(typed.Trim()),
        };
    }

    /// <summary>Full-width digits and signs as half-width ones; Chinese input methods write them everywhere.</summary>
    internal static string Narrow(string text)
    {
        StringBuilder narrow = new(text.Length);
        foreach (char c in text)
        {
            narrow.Append(c switch
            {
                >= '！' and <= '～' => (char)(c - '！' + '!'),
                '　' => ' ',
                '〈' or '＜' => '<',
                '〉' or '＞' => '>',
                '“' or '”' => '"',
                _ => c,
            });
        }

        return narrow.ToString();
    }

    private static string Bare(FeelValue value) => value.ToString() is ['@', '"', .. var inside, '"'] ? inside : value.ToString();

    /// <summary>Texts that could be taken for something else are shown as FEEL, in quotation marks.</summary>
    internal static bool IsPlain(string text) =>
        text.Length > 0 && text == text.Trim() && !text.AsSpan().ContainsAny(Special) && text[0] is not ('=' or '[' or '(' or '@' or '-' or '≥' or '≤' or '<' or '>')
        && text is not ("任意" or "空") && !text.StartsWith("不是", StringComparison.Ordinal) && !text.StartsWith("not(", StringComparison.Ordinal);

    private static FeelNumber? Number(string text)
    {
        string digits = string.Concat(text.Where(c => c != ',' && !char.IsWhiteSpace(c))).TrimStart('¥', '￥').TrimEnd('元');
        (decimal factor, digits) = digits switch
        {
            [.. var n, '万'] => (10_000m, n),
            [.. var n, '亿'] => (100_000_000m, n),
            [.. var n, '%'] => (0.01m, n),
            _ => (1m, digits),
        };
        return decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number)
            && (factor == 1 || Math.Abs(number) < 1_000_000_000_000m)
            ? FeelValue.Of(number * factor)
            : null;
    }

    private static FeelBoolean? YesOrNo(string text) =>
        Yes.Contains(text, StringComparer.OrdinalIgnoreCase) ? FeelBoolean.True : No.Contains(text, StringComparer.OrdinalIgnoreCase) ? FeelBoolean.False : null;

    private static FeelDate? Date(string text)
    {
        Match match = DatePattern().Match(text);
        return match.Success
            ? FeelDate.Of(Part(match, 1), Part(match, 2), Part(match, 3))
            : null;
    }

    private static long Part(Match match, int group) => long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static FeelValue? Duration(string text)
    {
        Match match = DurationPattern().Match(text);
        if (!match.Success)
        {
            return null;
        }

        string count = match.Groups[1].Value;
        return Literal(
            match.Groups[2].Value switch
            {
                "年" => $"P{count}Y",
                "个月" or "月" => $"P{count}M",
                "天" or "日" => $"P{count}D",
                "小时" => $"PT{count}H",
                _ => $"PT{count}M",
            },
            ColumnValues.Duration);
    }

    private static FeelValue? Literal(string text, ColumnValues kind)
    {
        if (text.Contains('"', StringComparison.Ordinal) || text.Contains('\\', StringComparison.Ordinal))
        {
            return null;
        }

        string stated = Timed().Match(text) is { Success: true } match && kind is ColumnValues.Time or ColumnValues.DateTime ? Padded(match) : text;
        stated = kind is ColumnValues.Time or ColumnValues.DateTime && MinutesOnly().IsMatch(stated) ? stated + ":00" : stated;
        FeelValue? value = FeelExpression.Parse($"@\"{stated}\"").Expression?.Constant;
        return (kind, value) switch
        {
            (ColumnValues.Time, FeelTime) or (ColumnValues.DateTime, FeelDateTime) => value,
            (ColumnValues.Duration, FeelDayTimeDuration or FeelYearMonthDuration) => value,
            _ => null,
        };
    }

    /// <summary>A day and a time of day, or the time alone, as FEEL writes them: with two digits each.</summary>
    private static string Padded(Match match)
    {
        string time = $"{match.Groups[4].Value.PadLeft(2, '0')}:{match.Groups[5].Value}";
        return match.Groups[1].Success ? $"{match.Groups[1].Value}-{match.Groups[2].Value.PadLeft(2, '0')}-{match.Groups[3].Value.PadLeft(2, '0')}T{time}" : time;
    }

    [GeneratedRegex(@"^(?:(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[\sT]\s*)?(\d{1,2}):(\d{2}(?::\d{2})?)$")]
    private static partial Regex Timed();

    // A spreadsheet may show a day with the hour at which it begins.
    [GeneratedRegex(@"^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:\s+0?0:00(?::00)?)?$")]
    private static partial Regex DatePattern();

    [GeneratedRegex(@"^(\d{1,6})\s*(年|个月|月|天|日|小时|分钟)$")]
    private static partial Regex DurationPattern();

    [GeneratedRegex(@"^(.*T)?\d{2}:\d{2}$")]
    private static partial Regex MinutesOnly();
}
