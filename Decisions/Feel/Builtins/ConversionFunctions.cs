namespace Platform.Decisions.Feel;

/// <summary>Conversion and boolean functions (DMN 1.5 tables 73 and 74).</summary>
internal static class ConversionFunctions
{
    /// <summary>Longest text that is read as a range.</summary>
    private const int LongestRange = 1_000;

    public static void Register(BuiltinCatalog catalog)
    {
        catalog.Add("number(from: string): number", Number);
        catalog.Add("number(from: string, grouping separator: string?, decimal separator: string?): number", NumberWithSeparators);
        catalog.Add("string(from: any): string", String);
        catalog.Add("range(from: string): range", Range);
        catalog.Add("not(negand: any): boolean", Not);
        catalog.Add("is(value1: any, value2: any): boolean", Is);
    }

    private static FeelValue Number(in FeelCall call, FeelValue[] arguments) =>
        FeelNumber.TryParse(((FeelString)arguments[0]).Value, out var number)
            ? number
            : call.Warn(FeelMessage.Value("number", "不是数字", "the text is not a number"));

    private static FeelValue NumberWithSeparators(in FeelCall call, FeelValue[] arguments)
    {
        var text = ((FeelString)arguments[0]).Value;
        var grouping = (arguments[1] as FeelString)?.Value;
        var point = (arguments[2] as FeelString)?.Value;
        if (grouping is not (null or " " or "," or ".") || point is not (null or "," or ".") || (grouping is not null && grouping == point))
        {
            return call.Warn(FeelMessage.Value("number", "分隔符不正确", "the separators are not valid"));
        }
        if (grouping is not null)
        {
            text = text.Replace(grouping, "", StringComparison.Ordinal);
        }
        if (point == ",")
        {
            // A point left over would now be read as the decimal separator that it is not.
            text = text.Contains('.', StringComparison.Ordinal) ? "" : text.Replace(',', '.');
        }
        return FeelNumber.TryParse(text, out var number)
            ? number
            : call.Warn(FeelMessage.Value("number", "不是数字", "the text is not a number"));
    }

    private static FeelValue String(in FeelCall call, FeelValue[] arguments) => arguments[0] switch
    {
        FeelNull or FeelString => arguments[0],
        var value => call.Sized(new FeelString(value.ToText())),
    };

    /// <summary>Reads a range whose ends are literals, or conversions of literals; an end that is left out must be open.</summary>
    private static FeelValue Range(in FeelCall call, FeelValue[] arguments)
    {
        var text = ((FeelString)arguments[0]).Value.Trim();
        if (text.Length <= LongestRange && FeelExpression.Parse(HalfRange(text) ?? text).Expression?.Constant is FeelRange range)
        {
            var isWhole = range.Form == FeelRangeForm.Interval && FeelComparison.Compare(range.Start, range.End) <= 0;
            var isHalf = range.Form == FeelRangeForm.Comparison && HalfRange(text) is not null;
            if (isWhole || isHalf)
            {
                return range;
            }
        }
        return call.Warn(FeelMessage.Value("range", "不是有效的区间", "the text is not a range"));
    }

    /// <summary><c>(..2]</c> as <c>(&lt;= 2)</c> and <c>[1..)</c> as <c>(&gt;= 1)</c>; null when both ends are there.</summary>
    private static string? HalfRange(string text)
    {
        if (text.Length < 4)
        {
            return null;
        }
        var inside = text[1..^1].Trim();
        if (text[0] is '(' or ']' && text[^1] is ')' or '[' or ']' && inside.StartsWith("..", StringComparison.Ordinal))
        {
            return $"({(text[^1] == ']' ? "<=" : "<")} {inside[2..]})";
        }
        return text[0] is '(' or '[' or ']' && text[^1] is ')' or '[' && inside.EndsWith("..", StringComparison.Ordinal)
            ? $"({(text[0] == '[' ? ">=" : ">")} {inside[..^2]})"
            : null;
    }

    private static FeelValue Not(in FeelCall call, FeelValue[] arguments) => arguments[0] switch
    {
        FeelBoolean boolean => FeelBoolean.Of(!boolean.Value),
        FeelNull => FeelNull.Instance,
        var value => call.Warn(FeelMessage.Argument("not", "negand", value)),
    };

    /// <summary>Whether both are the same element of the same domain: unlike <c>=</c> it tells zones apart.</summary>
    private static FeelValue Is(in FeelCall call, FeelValue[] arguments) => FeelBoolean.Of((arguments[0], arguments[1]) switch
    {
        (FeelTime a, FeelTime b) => a.NanoOfDay == b.NanoOfDay && Equals(a.Zone, b.Zone),
        (FeelDateTime a, FeelDateTime b) => a.Date.Equals(b.Date) && a.Time.NanoOfDay == b.Time.NanoOfDay && Equals(a.Zone, b.Zone),
        var (a, b) => a.Equals(b),
    });
}
