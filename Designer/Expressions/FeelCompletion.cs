using System.Text.RegularExpressions;
using Platform.Decisions.Feel;
using Platform.Designer.Conditions;

namespace Platform.Designer.Expressions;

/// <summary>What may be written next in an expression: variables, functions with their meaning, and the values that a variable can have. Pure.</summary>
public static partial class FeelCompletion
{
    /// <summary>No list is longer; typing on makes it shorter.</summary>
    public const int Most = 12;

    /// <summary>The offers, variables before functions.</summary>
    /// <param name="text">The expression so far.</param>
    /// <param name="caret">Where the cursor stands in it, from 0.</param>
    /// <param name="variables">What can be named.</param>
    /// <param name="isAsked">Whether somebody asked for offers; then there are some where no word is being typed, too.</param>
    public static IReadOnlyList<Offer> For(string text, int caret, IReadOnlyList<ConditionVariable> variables, bool isAsked = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(variables);
        caret = Math.Clamp(caret, 0, text.Length);
        if (text.AsSpan(0, caret).Count('"') % 2 == 1)
        {
            return Values(text, caret, variables);
        }

        var all = variables.Select(v => (Name: v.Name, Label: v.Label == v.Name ? "" : v.Label, Insert: v.Name))
            .Concat(FeelFunctionReference.All.Select(f => (Name: $"{f.Name}(…)", Label: f.Chinese, Insert: $"{f.Name}(")));
        var starts = Starts(text, caret).ToList();
        return starts.Count == 0 && !isAsked
            ? []
            : [.. all.Select(item => (item, Start: Fitting(item.Insert, item.Label, text, caret, starts))).Where(found => found.Start >= 0)
                .Select(found => new Offer(found.item.Name, found.item.Label, found.item.Insert, found.Start, caret)).Take(Most)];
    }

    /// <summary>Inside quotation marks: the values of the variable that is compared.</summary>
    private static IReadOnlyList<Offer> Values(string text, int caret, IReadOnlyList<ConditionVariable> variables)
    {
        int quote = text.LastIndexOf('"', caret - 1);
        string typed = text[(quote + 1)..caret];
        ConditionVariable? compared = variables.Where(v => v.Choices.Length > 0 && Compared().Match(text[..quote]) is { Success: true } match && EndsWithName(match.Groups[1].Value, v.Name))
            .MaxBy(v => v.Name.Length);
        int end = caret < text.Length && text[caret] == '"' ? caret + 1 : caret;
        return compared is null ? [] : [.. compared.Choices.Where(c => c.Text.Contains(typed, StringComparison.OrdinalIgnoreCase) || c.Value.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
            .Select(c => new Offer(c.Text, c.Text == c.Value ? "" : c.Value, c.Value + "\"", quote + 1, end)).Take(Most)];
    }

    private static bool EndsWithName(string before, string name) =>
        before.EndsWith(name, StringComparison.Ordinal) && (before.Length == name.Length || !IsNamePart(before[^(name.Length + 1)]));

    /// <summary>Where words begin that lead up to the cursor without an operator between: names and functions may consist of several.</summary>
    private static IEnumerable<int> Starts(string text, int caret)
    {
        int first = caret;
        while (first > 0 && (IsNamePart(text[first - 1]) || (text[first - 1] == ' ' && first < caret)))
        {
            first--;
        }

        for (int i = first; i < caret; i++)
        {
            if (text[i] != ' ' && (i == first || text[i - 1] == ' '))
            {
                yield return i;
            }
        }
    }

    /// <summary>Where the part begins that an item would complete; the cursor when nothing is typed; -1 when it does not fit.</summary>
    private static int Fitting(string insert, string label, string text, int caret, List<int> starts)
    {
        foreach (int start in starts)
        {
            if (insert.StartsWith(text[start..caret], StringComparison.OrdinalIgnoreCase))
            {
                return insert.Length == caret - start ? -1 : start;
            }
        }

        return starts.Count == 0 ? caret
            : label.Contains(text[starts[^1]..caret], StringComparison.Ordinal) || (caret - starts[^1] > 2 && insert.Contains(text[starts[^1]..caret], StringComparison.Ordinal)) ? starts[^1] : -1;
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c == '_';

    [GeneratedRegex(@"(\S+)\s*(?:!=|=|in)\s*\(?(?:\s*""[^""]*""\s*,)*\s*$")]
    private static partial Regex Compared();
}
