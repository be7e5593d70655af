namespace Platform.Governance.Duplicates;

/// <summary>How alike two texts are, by the pairs of neighbouring characters they share (Sørensen and Dice). Works for Chinese, which has no spaces between words.</summary>
public static class TextSimilarity
{
    /// <summary>From this value on, two matters are shown as possibly the same.</summary>
    public const double Alike = 0.8;

    /// <summary>0 for nothing in common to 1 for equal, punctuation and spaces aside. Symmetric; two empty texts are alike.</summary>
    /// <param name="left">One text.</param>
    /// <param name="right">The other.</param>
    public static double Of(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var pairsLeft = Pairs(left);
        var pairsRight = Pairs(right);
        var total = pairsLeft.Values.Sum() + pairsRight.Values.Sum();
        if (total == 0)
        {
            return string.Equals(Letters(left), Letters(right), StringComparison.Ordinal) ? 1 : 0;
        }

        var shared = pairsLeft.Sum(pair => Math.Min(pair.Value, pairsRight.GetValueOrDefault(pair.Key)));
        return 2.0 * shared / total;
    }

    private static Dictionary<(char First, char Second), int> Pairs(string text)
    {
        var letters = Letters(text);
        var pairs = new Dictionary<(char, char), int>();
        for (var place = 0; place + 1 < letters.Length; place++)
        {
            var pair = (letters[place], letters[place + 1]);
            pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
        }

        return pairs;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
