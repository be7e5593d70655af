using Platform.Decisions.Feel;
using Platform.Designer.Conditions;

namespace Platform.Designer.Panel;

/// <summary>Something that would complete the word being typed in an expression.</summary>
/// <param name="Text">The name or function.</param>
/// <param name="Label">What it is, in words; may be empty.</param>
/// <param name="Completed">The whole expression with it.</param>
public sealed record FeelOffer(string Text, string Label, string Completed)
{
    private const int Most = 6;

    /// <summary>What fits the last word, names before functions; nothing when no word is being typed.</summary>
    /// <param name="typed">The expression so far.</param>
    /// <param name="variables">What can be named.</param>
    public static IReadOnlyList<FeelOffer> For(string typed, IReadOnlyList<ConditionVariable> variables)
    {
        int start = typed.Length;
        while (start > 0 && (char.IsLetterOrDigit(typed[start - 1]) || typed[start - 1] == '_'))
        {
            start--;
        }

        string word = typed[start..];
        bool inQuotes = typed.AsSpan(0, start).Count('"') % 2 == 1;
        return word.Length == 0 || inQuotes
            ? []
            : [.. variables.Select(v => (v.Name, v.Label)).Concat(FeelFunctionReference.All.Select(f => ($"{f.Name}(", f.Chinese)))
                .Where(o => o.Item1 != word && (o.Item1.StartsWith(word, StringComparison.OrdinalIgnoreCase) || o.Item2.Contains(word, StringComparison.Ordinal)))
                .Take(Most).Select(o => new FeelOffer(o.Item1, o.Item2, typed[..start] + o.Item1))];
    }
}
