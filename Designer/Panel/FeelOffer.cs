using Platform.Decisions.Feel;
using Platform.Designer.Conditions;

namespace Platform.Designer.Panel;

/// <summary>Something that would complete the word being typed in an expression.</summary>
/// <param name="Text">The name or function.</param>
/// <param name="Label">What it is, in words; may be empty.</param>
/// <param name="Completed">The whole expression with it.</param>
public sealed record FeelOffer(string Text, string Label, string Completed)
{
    private const int Most = 8;

    /// <summary>What fits the word that ends at a place, names before functions; nothing when no word is being typed there.</summary>
    /// <param name="typed">The expression so far.</param>
    /// <param name="at">Where typing goes on, from 0 to the length of the expression.</param>
    /// <param name="variables">What can be named.</param>
    public static IReadOnlyList<FeelOffer> For(string typed, int at, IReadOnlyList<ConditionVariable> variables)
    {
        ArgumentNullException.ThrowIfNull(typed);
        int start = at;
        while (start > 0 && (char.IsLetterOrDigit(typed[start - 1]) || typed[start - 1] == '_'))
        {
            start--;
        }

        string word = typed[start..at];
        bool isInQuotes = typed.AsSpan(0, start).Count('"') % 2 == 1;
        return word.Length == 0 || isInQuotes
            ? []
            : [.. variables.Select(v => (Text: v.Name, v.Label)).Concat(FeelFunctionReference.All.Select(f => (Text: $"{f.Name}(", Label: f.Chinese)))
                .Where(o => o.Text != word && (o.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase) || o.Label.Contains(word, StringComparison.OrdinalIgnoreCase)))
                .Take(Most).Select(o => new FeelOffer(o.Text, o.Label, typed[..start] + o.Text + typed[at..]))];
    }

    /// <summary>Where typing goes on after a change: behind what was put in or taken away.</summary>
    /// <param name="before">The expression before the change.</param>
    /// <param name="after">The expression after it.</param>
    public static int PlaceOfChange(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        int same = 0;
        while (same < before.Length && same < after.Length && before[^(same + 1)] == after[^(same + 1)])
        {
            same++;
        }

        return after.Length - same;
    }
}
