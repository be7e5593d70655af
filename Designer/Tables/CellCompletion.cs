using Platform.Decisions.Analysis;
using Platform.Designer.Conditions;
using Platform.Designer.Expressions;

namespace Platform.Designer.Tables;

/// <summary>What may be written next in a cell: the values of the column in words, comparisons with the number just typed, what other rules say, and behind = whatever FEEL offers. Pure.</summary>
public static class CellCompletion
{
    /// <summary>The offers.</summary>
    /// <param name="typed">What stands in the field.</param>
    /// <param name="caret">Where the cursor stands in it, from 0.</param>
    /// <param name="column">The cell's column.</param>
    /// <param name="variables">What expressions can name.</param>
    /// <param name="used">What other rules say in this column, in words.</param>
    /// <param name="isAsked">Whether somebody asked for offers; then there are some for an empty field, too.</param>
    public static IReadOnlyList<Offer> For(string typed, int caret, CellColumn column, IReadOnlyList<ConditionVariable> variables, IEnumerable<string> used, bool isAsked = false)
    {
        ArgumentNullException.ThrowIfNull(typed);
        ArgumentNullException.ThrowIfNull(column);
        caret = Math.Clamp(caret, 0, typed.Length);
        if (column.Role != ColumnRole.Annotation && typed.TrimStart() is ['=' or '＝', ..])
        {
            int sign = typed.IndexOfAny(['=', '＝']) + 1;
            return caret < sign ? [] : [.. FeelCompletion.For(typed[sign..], caret - sign, variables, isAsked).Select(o => o with { Start = o.Start + sign, End = o.End + sign })];
        }

        int start = column.Role == ColumnRole.Input ? PartStart(typed, caret) : 0;
        string part = typed[start..caret].Trim();
        int from = start + typed[start..caret].Length - typed[start..caret].TrimStart().Length;
        IEnumerable<ConditionChoice> words = column.Offered is { Count: > 0 } offered ? offered
            : column.Role != ColumnRole.Annotation && column.Shape.Values == ColumnValues.Number ? Comparisons(part, column.Role)
            : used.Where(word => word.Length > 0 && !word.StartsWith('=')).Distinct().Select(word => new ConditionChoice(word, word));
        return part.Length == 0 && !isAsked
            ? []
            : [.. words.Where(word => word.Text != part && Fits(word, part)).OrderBy(word => !word.Text.StartsWith(part, StringComparison.OrdinalIgnoreCase))
                .Take(FeelCompletion.Most).Select(word => new Offer(word.Text, word.Value == word.Text ? "" : word.Value, word.Text, from, caret, IsWhole: true))];
    }

    private static bool Fits(ConditionChoice word, string part) =>
        word.Text.Contains(part, StringComparison.OrdinalIgnoreCase) || word.Value.StartsWith(part, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<ConditionChoice> Comparisons(string part, ColumnRole role) =>
        role == ColumnRole.Input && ValueWords.Read(part, ColumnValues.Number) is not null && part.Length < 16
            ? [new ConditionChoice($"≥ {part}", $"{part}以上"), new ConditionChoice($"≤ {part}", $"{part}以下"), new ConditionChoice($"< {part}", $"不足{part}"), new ConditionChoice($"> {part}", $"超过{part}")]
            : [];

    private static int PartStart(string typed, int caret)
    {
        int start = typed.AsSpan(0, caret).LastIndexOfAny(CellWords.PartSeparators) + 1;
        return start == 0 && typed.StartsWith("不是", StringComparison.Ordinal) && caret >= 2 ? 2 : start;
    }
}
