using Platform.Decisions.Analysis;
using Platform.Decisions.Feel;

namespace Platform.Designer.Tables;

/// <summary>
/// Cells in the words of clerks and back to FEEL: <c>"物业","供水"</c> is 物业、供水, <c>&gt;= 5</c> is ≥ 5, <c>true</c> is 是.
/// What words cannot say stays FEEL, with = in front; FEEL may be typed everywhere.
/// </summary>
public static class CellWords
{
    private static readonly char[] Separators = ['、', '；', ';', '，'];

    /// <summary>A cell as people read it; empty for a condition that accepts anything and for an empty cell. Typed again, it gives the same cell.</summary>
    /// <param name="feel">The cell's text.</param>
    /// <param name="column">Its column.</param>
    public static string Show(string feel, CellColumn column)
    {
        if (column.Role == ColumnRole.Annotation || string.IsNullOrWhiteSpace(feel))
        {
            return column.Role == ColumnRole.Annotation ? feel : "";
        }

        string? words = column.Role == ColumnRole.Input ? ShowTest(feel)
            : FeelExpression.Parse(feel).Expression?.Constant is { } value ? ValueWords.Show(value) : null;
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
                return ReadTest(text, column.Shape);
            default:
                return text.Length == 0 ? new CellReading("") : ReadConclusion(text, column.Shape);
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
            ColumnRole.Input => AsTest(feel, column.Shape),
            _ when string.IsNullOrWhiteSpace(feel) => null,
            _ => AsExpression(feel, column.Shape),
        };
        return reading is { IsValid: false } ? reading : null;
    }

    private static string? ShowTest(string feel)
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
            if (value is null || (value is FeelRange range ? ComparisonWords.Show(range) : ValueWords.Show(value)) is not { } shown)
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

    private static CellReading ReadTest(string text, ColumnShape shape)
    {
        if (text is "" or TableCells.Any or "任意" or "－")
        {
            return new CellReading(TableCells.Any);
        }

        if (Expression(text) is { } feel)
        {
            return AsTest(feel, shape);
        }

        bool isNegated = text.StartsWith("不是", StringComparison.Ordinal) && shape.Values is not ColumnValues.Boolean;
        List<CellReading> parts = [.. Parts(isNegated ? text[2..] : text).Select(part => ReadOne(part, shape))];
        string joined = string.Join(", ", parts.Select(p => p.Feel));
        CellReading whole = AsTest(isNegated ? $"not({joined})" : joined, shape);
        return parts.Find(p => !p.IsValid) is { } wrong ? wrong with { Feel = whole.Feel } : whole;
    }

    private static CellReading ReadConclusion(string text, ColumnShape shape)
    {
        if (Expression(text) is { } feel)
        {
            return AsExpression(feel, shape);
        }

        return ValueWords.Read(text, shape.Values) is { } value ? AsExpression(value.ToString(), shape) : Unread(text, shape);
    }

    private static CellReading ReadOne(string part, ColumnShape shape)
    {
        if (Expression(part) is { } feel)
        {
            return new CellReading(feel);
        }

        CellReading? reading = shape.Values is ColumnValues.Text or ColumnValues.Boolean ? null : ComparisonWords.Read(part, shape.Values);
        return reading ?? (ValueWords.Read(part, shape.Values) is { } value ? new CellReading(value.ToString()) : Unread(part, shape));
    }

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

    private static CellReading AsTest(string feel, ColumnShape shape)
    {
        var parsed = FeelUnaryTests.Parse(feel);
        return parsed.Expression is not { } tests ? Faulty(feel, parsed.Errors)
            : Misfit(tests.Constants.SelectMany(Items), shape) is { } misfit ? misfit with { Feel = feel }
            : new CellReading(feel);
    }

    private static CellReading AsExpression(string feel, ColumnShape shape)
    {
        var parsed = FeelExpression.Parse(feel);
        return parsed.Expression is not { } expression ? Faulty(feel, parsed.Errors)
            : Misfit([expression.Constant], shape) is { } misfit ? misfit with { Feel = feel }
            : new CellReading(feel);
    }

    private static CellReading Faulty(string feel, IReadOnlyList<FeelWarning> errors) =>
        new(feel, CellProblem.BadExpression, errors.Count > 0 ? errors[0].Chinese : "");

    private static CellReading? Misfit(IEnumerable<FeelValue?> values, ColumnShape shape)
    {
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

            if (shape.Choices.Count > 0 && !shape.Choices.Contains(value))
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
            if (i == text.Length || (!inQuotes && Separators.Contains(text[i])))
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
