using Platform.Decisions.Analysis;
using Platform.Decisions.Feel;
using Platform.Designer.Expressions;

namespace Platform.Designer.Tables;

/// <summary>
/// Cells in the words of clerks and back to FEEL: <c>"物业","供水"</c> is 物业、供水, <c>&gt;= 5</c> is ≥ 5, <c>true</c> is 是.
/// What words cannot say stays FEEL, with = in front; FEEL may be typed everywhere.
/// </summary>
public static class CellWords
{
    /// <summary>What stands between the values of a condition.</summary>
    internal const string PartSeparators = "、；;，";

    private const string NoneOfThem = "（无）";

    /// <summary>A cell as people read it; empty for a condition that accepts anything and for an empty cell. Typed again, it gives the same cell.</summary>
    /// <param name="feel">The cell's text.</param>
    /// <param name="column">Its column.</param>
    public static string Show(string feel, CellColumn column)
    {
        if (column.Role == ColumnRole.Annotation || string.IsNullOrWhiteSpace(feel))
        {
            return column.Role == ColumnRole.Annotation ? feel : "";
        }

        string? words = column.Role == ColumnRole.Input ? ShowTest(feel, column)
            : FeelExpression.Parse(feel).Expression?.Constant is { } value ? ShowValue(value, column) : null;
        return words is not null && MeansTheSame(Read(words, column).Feel, feel) ? words : $"= {feel}";
    }

    /// <summary>What was typed, as FEEL.</summary>
    /// <param name="typed">Words, or FEEL.</param>
    /// <param name="column">The cell's column.</param>
    public static CellReading Read(string typed, CellColumn column)
    {
        string text = typed.Trim();
        switch (column.Role)
        {
            case ColumnRole.Annotation:
                return new CellReading(text);
            case ColumnRole.Input:
                return ReadTest(text, column);
            default:
                return text.Length == 0 ? new CellReading("") : ReadConclusion(text, column);
        }
    }

    /// <summary>What is wrong with a cell as it stands, whoever wrote it; null when all is well.</summary>
    /// <param name="feel">The cell's text.</param>
    /// <param name="column">Its column.</param>
    public static CellReading? Fault(string feel, CellColumn column)
    {
        CellReading? reading = column.Role switch
        {
            ColumnRole.Annotation => null,
            ColumnRole.Input => AsTest(feel, column),
            _ when string.IsNullOrWhiteSpace(feel) => null,
            _ => AsExpression(feel, column),
        };
        return reading is { IsValid: false } ? reading : null;
    }

    // Several units or choices in one conclusion are a list.
    private static string? ShowValue(FeelValue value, CellColumn column) => value is FeelList list && column.Picks is not null
        ? list.Items.Count == 0 ? NoneOfThem : list.Items.Count > 1 && list.Items.Select(column.WordOf).ToList() is var words && words.All(word => word is not null) ? string.Join('、', words) : null
        : column.WordOf(value) ?? ValueWords.Show(value);

    private static string? ShowTest(string feel, CellColumn column)
    {
        if (FeelUnaryTests.Parse(feel).Expression is not { } tests)
        {
            return null;
        }

        if (tests.IsAny)
        {
            return "";
        }

        List<string> words = [];
        foreach (FeelValue? value in tests.Constants.SelectMany(Items))
        {
            if (value is null || (value is FeelRange range ? ComparisonWords.Show(range) : column.WordOf(value) ?? ValueWords.Show(value)) is not { } shown)
            {
                return null;
            }

            words.Add(shown);
        }

        // "not" in front of comparisons would read as if it belonged to the first one only.
        return tests.IsNegated && tests.Constants.Any(c => c is FeelRange or FeelBoolean) ? null
            : (tests.IsNegated ? "不是 " : "") + string.Join('、', words);
    }

    private static IEnumerable<FeelValue?> Items(FeelValue? constant) => constant is FeelList list ? list.Items.AsEnumerable<FeelValue?>() : [constant];

    private static CellReading ReadTest(string text, CellColumn column)
    {
        if (text is "" or TableCells.Any or "任意" or "－")
        {
            return new CellReading(TableCells.Any);
        }

        if (Expression(text) is { } feel)
        {
            return AsTest(feel, column);
        }

        bool isNegated = text.StartsWith("不是", StringComparison.Ordinal) && column.Shape.Values is not ColumnValues.Boolean;
        List<CellReading> parts = [.. Parts(isNegated ? text[2..] : text).Select(part => ReadOne(part, column))];
        string joined = string.Join(", ", parts.Select(p => p.Feel));
        CellReading whole = AsTest(isNegated ? $"not({joined})" : joined, column);
        return parts.Find(p => !p.IsValid) is { } wrong ? wrong with { Feel = whole.Feel } : whole;
    }

    private static CellReading ReadConclusion(string text, CellColumn column)
    {
        if (Expression(text) is { } feel)
        {
            return AsExpression(feel, column);
        }

        if (column.Picks is not null && text is NoneOfThem or "(无)" && column.Picked(text) is null)
        {
            return AsExpression("[]", column);
        }

        if (column.Picks is not null && column.Shape.Values == ColumnValues.Any && Parts(text).ToList() is { Count: > 1 } several && several.All(part => column.Picked(part) is not null))
        {
            return AsExpression($"[{string.Join(", ", several.Select(part => column.Picked(part)))}]", column);
        }

        return Single(text, column) is { } value ? AsExpression(value.ToString(), column) : Unread(text, column.Shape);
    }

    private static CellReading ReadOne(string part, CellColumn column)
    {
        if (Expression(part) is { } feel)
        {
            return new CellReading(feel);
        }

        CellReading? reading = column.Shape.Values is ColumnValues.Text or ColumnValues.Boolean || column.Picked(part) is not null ? null : ComparisonWords.Read(part, column.Shape.Values);
        return reading ?? (Single(part, column) is { } value ? new CellReading(value.ToString()) : Unread(part, column.Shape));
    }

    private static FeelValue? Single(string text, CellColumn column) => column.Picked(text) ?? ValueWords.Read(text, column.Shape.Values);

    // Words that make no sense are kept as a text: nothing is lost, and no FEEL takes them for the name of a variable.
    private static CellReading Unread(string words, ColumnShape shape) => new(FeelValue.Of(words).ToString()!, ProblemOf(shape.Values), words);

    /// <summary>FEEL that was typed as such: behind =, or beginning as no word does; null for words.</summary>
    private static string? Expression(string text)
    {
        if (text.StartsWith('=') || text.StartsWith('＝'))
        {
            return text[1..].Trim() is { Length: > 0 } stated ? stated : null;
        }

        return text[0] is '"' or '@' || text.StartsWith("not(", StringComparison.Ordinal) || text is "true" or "false" or "null"
            || (text[0] is '[' or '(' or ']' && FeelUnaryTests.Parse(text).Expression is not null) ? text : null;
    }

    private static bool MeansTheSame(string one, string other) =>
        FeelUnaryTests.Parse(one).Expression is { } a && FeelUnaryTests.Parse(other).Expression is { } b
        && a.IsNegated == b.IsNegated && a.Constants.SequenceEqual(b.Constants) && a.Constants.All(c => c is not null);

    private static CellReading AsTest(string feel, CellColumn column)
    {
        var parsed = FeelUnaryTests.Parse(feel);
        return parsed.Expression is not { } tests ? Faulty(feel, parsed.Errors)
            : Misfit(tests.Constants.SelectMany(Items), column) is { } misfit ? misfit with { Feel = feel }
            : new CellReading(feel);
    }

    private static CellReading AsExpression(string feel, CellColumn column)
    {
        var parsed = FeelExpression.Parse(feel);
        return parsed.Expression is not { } expression ? Faulty(feel, parsed.Errors)
            : Misfit(column.Picks is null ? Enumerable.Repeat(expression.Constant, 1) : Items(expression.Constant), column) is { } misfit ? misfit with { Feel = feel }
            : new CellReading(feel);
    }

    private static CellReading Faulty(string feel, IReadOnlyList<FeelWarning> errors) =>
        new(feel, CellProblem.BadExpression, errors.Count > 0 ? errors[0].Chinese : "") { Place = errors.Count > 0 ? FeelProblem.At(feel, errors[0]) : null };

    private static CellReading? Misfit(IEnumerable<FeelValue?> values, CellColumn column)
    {
        ColumnShape shape = column.Shape;
        List<FeelValue?> all = [.. values];
        if (all.OfType<FeelRange>().Any(ComparisonWords.IsReversed))
        {
            return new CellReading("", CellProblem.EndsReversed);
        }

        foreach (FeelValue value in all.OfType<FeelValue>().SelectMany(v => v is FeelRange range ? new[] { range.Start, range.End } : [v]).Where(v => !v.IsNull))
        {
            string shown = ValueWords.Show(value) ?? value.ToString();
            if (!Fits(value, shape.Values))
            {
                return new CellReading("", ProblemOf(shape.Values), shown);
            }

            if ((shape.Choices.Count > 0 && !shape.Choices.Contains(value)) || !column.Allows(value))
            {
                return new CellReading("", CellProblem.NotAChoice, shown);
            }
        }

        return null;
    }

    private static bool Fits(FeelValue value, ColumnValues kind) => kind switch
    {
        ColumnValues.Text => value is FeelString,
        ColumnValues.Number => value is FeelNumber,
        ColumnValues.Boolean => value is FeelBoolean,
        ColumnValues.Date => value is FeelDate,
        ColumnValues.Time => value is FeelTime,
        ColumnValues.DateTime => value is FeelDateTime,
        ColumnValues.Duration => value is FeelDayTimeDuration or FeelYearMonthDuration,
        _ => true,
    };

    private static CellProblem ProblemOf(ColumnValues kind) => kind switch
    {
        ColumnValues.Number => CellProblem.NotANumber,
        ColumnValues.Date => CellProblem.NotADate,
        ColumnValues.Boolean => CellProblem.NotYesOrNo,
        ColumnValues.Text => CellProblem.NotAChoice,
        _ => CellProblem.NotATime,
    };

    /// <summary>The parts between separators; those inside quotation marks separate nothing.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        int begin = 0;
        bool inQuotes = false;
        for (int i = 0; i <= text.Length; i++)
        {
            inQuotes ^= i < text.Length && text[i] == '"';
            if (i == text.Length || (!inQuotes && PartSeparators.Contains(text[i], StringComparison.Ordinal)))
            {
                string part = text[begin..i].Trim();
                begin = i + 1;
                if (part.Length > 0)
                {
                    yield return part;
                }
            }
        }
    }
}
