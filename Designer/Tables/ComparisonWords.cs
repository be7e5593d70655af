using System.Text.RegularExpressions;
using Platform.Decisions.Analysis;
using Platform.Decisions.Feel;

namespace Platform.Designer.Tables;

/// <summary>Comparisons in words: ≥ 5, 5以上, 不超过3天, 1到5, ≥ 1 且 &lt; 5.</summary>
internal static partial class ComparisonWords
{
    private static readonly (string Words, string Sign)[] Before =
    [
        (">=", ">="), ("≥", ">="), ("不少于", ">="), ("不小于", ">="), ("不低于", ">="), ("至少", ">="), ("不早于", ">="), ("大于等于", ">="),
        ("<=", "<="), ("≤", "<="), ("不超过", "<="), ("不多于", "<="), ("不大于", "<="), ("不高于", "<="), ("至多", "<="), ("不晚于", "<="), ("小于等于", "<="),
        ("!=", "!="), ("≠", "!="), ("不等于", "!="), ("不是", "!="),
        (">", ">"), ("大于", ">"), ("超过", ">"), ("多于", ">"), ("高于", ">"), ("晚于", ">"),
        ("<", "<"), ("小于", "<"), ("少于", "<"), ("不足", "<"), ("低于", "<"), ("不满", "<"), ("早于", "<"),
        ("=", ""), ("等于", ""),
    ];

    // By the rules of statutes 以上, 以下 and 以内 include the number itself (民法典 §1259).
    private static readonly (string Words, string Sign)[] After =
    [
        ("及以上", ">="), ("以上", ">="), ("起", ">="), ("及以下", "<="), ("以下", "<="), ("以内", "<="), ("以外", ">"), ("之前", "<"), ("以前", "<="), ("之后", ">"), ("以后", ">="),
    ];

    /// <summary>A range as it is shown; null when only FEEL can say it.</summary>
    internal static string? Show(FeelRange range)
    {
        (string? low, string? high) = (range.Start.IsNull ? null : ValueWords.Show(range.Start), range.End.IsNull ? null : ValueWords.Show(range.End));
        if ((low is null && !range.Start.IsNull) || (high is null && !range.End.IsNull) || (low is null && high is null))
        {
            return null;
        }

        return (range.Form, low, high) switch
        {
            (FeelRangeForm.Exclusion, _, _) => $"≠ {low ?? high}",
            (FeelRangeForm.Comparison, not null, not null) => low,
            (_, null, _) => $"{(range.EndIncluded ? "≤" : "<")} {high}",
            (_, _, null) => $"{(range.StartIncluded ? "≥" : ">")} {low}",
            _ when range is { StartIncluded: true, EndIncluded: true } => $"{low} 到 {high}",
            _ => $"{(range.StartIncluded ? "≥" : ">")} {low} 且 {(range.EndIncluded ? "≤" : "<")} {high}",
        };
    }

    /// <summary>Words as one FEEL test.</summary>
    /// <returns>The test; null when the words are none of that kind. A problem when the ends are the wrong way round.</returns>
    internal static CellReading? Read(string typed, ColumnValues kind)
    {
        string text = ValueWords.Narrow(typed).Trim();
        if (text.Split('且', StringSplitOptions.TrimEntries) is [var first, var second])
        {
            return (Bound(first, kind), Bound(second, kind)) switch
            {
                ((">" or ">=", var low) a, ("<" or "<=", var high) b) => Between(a.Sign == ">=", low, high, b.Sign == "<="),
                (("<" or "<=", var high) b, (">" or ">=", var low) a) => Between(a.Sign == ">=", low, high, b.Sign == "<="),
                _ => null,
            };
        }

        if (Bound(text, kind) is { } bound)
        {
            return new CellReading(bound.Sign.Length == 0 ? bound.Value.ToString() : bound.Sign == "!=" ? $"not({bound.Value})" : $"{bound.Sign} {bound.Value}");
        }

        Match between = kind == ColumnValues.Number && NumbersPattern().Match(text) is { Success: true } numbers ? numbers : IntervalPattern().Match(text);
        return between.Success && Value(between.Groups[1].Value, kind) is { } from && Value(between.Groups[2].Value, kind) is { } to
            ? Between(true, from, to, true)
            : null;
    }

    /// <summary>Whether the lower end lies above the upper end, so that nothing lies between.</summary>
    internal static bool IsReversed(FeelRange range) =>
        !range.Start.IsNull && !range.End.IsNull && FeelExpression.Parse($"{range.Start} > {range.End}").Expression?.Evaluate(FeelScope.Empty).Value is FeelBoolean { Value: true };

    private static CellReading Between(bool lowIncluded, FeelValue low, FeelValue high, bool highIncluded)
    {
        string test = $"{(lowIncluded ? '[' : '(')}{low}..{high}{(highIncluded ? ']' : ')')}";
        return IsReversed(new FeelRange(low, lowIncluded, high, highIncluded)) ? new CellReading(test, CellProblem.EndsReversed) : new CellReading(test);
    }

    private static (string Sign, FeelValue Value)? Bound(string text, ColumnValues kind)
    {
        foreach ((string words, string sign) in Before)
        {
            if (text.StartsWith(words, StringComparison.Ordinal) && Value(text[words.Length..], kind) is { } value)
            {
                return (sign, value);
            }
        }

        foreach ((string words, string sign) in After)
        {
            if (text.EndsWith(words, StringComparison.Ordinal) && Value(text[..^words.Length], kind) is { } value)
            {
                return (sign, value);
            }
        }

        return Value(text, kind) is { } plain ? ("", plain) : null;
    }

    // 元, 件, 人 and the like may stand behind a number: they say what the heading says.
    private static FeelValue? Value(string text, ColumnValues kind)
    {
        string trimmed = text.Trim();
        return trimmed.Length == 0 ? null
            : ValueWords.Read(trimmed, kind) ?? (kind == ColumnValues.Number && Unit().Match(trimmed) is { Success: true } unit ? ValueWords.Read(unit.Groups[1].Value, kind) : null);
    }

    // A hyphen stands between numbers, but within dates.
    [GeneratedRegex(@"^(\d[\d.,]*[万亿]?)\s*-\s*(\d[\d.,]*[万亿]?)$")]
    private static partial Regex NumbersPattern();

    [GeneratedRegex(@"^(.+?)\s*(?:到|至|~|～|—+|–|\.\.)\s*(.+)$")]
    private static partial Regex IntervalPattern();

    [GeneratedRegex(@"^([-\d.,]+[万亿]?)\s*(?:元|人|件|次|户|天|日|个工作日|工作日|小时|岁|分|亩|公里|米|个)$")]
    private static partial Regex Unit();
}
