using System.Collections.Frozen;
using System.Globalization;

namespace Platform.Kernel.Graph;

/// <summary>What the outcome of a member counts as.</summary>
public enum Vote
{
    /// <summary>For it (同意).</summary>
    Agree = 0,

    /// <summary>Against it (反对).</summary>
    Oppose = 1,

    /// <summary>Neither (弃权): stays in the denominator.</summary>
    Abstain = 2,

    /// <summary>Against it for all (一票否决).</summary>
    Veto = 3,
}

/// <summary>
/// How the members of a group decide together (gov:rule with gov:outcome vote): passed as soon as enough have agreed,
/// defeated as soon as enough can no longer agree.
/// </summary>
public sealed record VotePlan
{
    /// <summary>Rule of a group in which everybody has to agree.</summary>
    public const string All = "all";

    private const string Any = "any";
    private const string RatioPrefix = "ratio:";
    private const string FirstPrefix = "first:";

    /// <summary>all, any, ratio:0.66 or first:3.</summary>
    public required string Rule { get; init; }

    /// <summary>What each outcome counts as; an outcome that is not here counts as an abstention.</summary>
    public required FrozenDictionary<string, Vote> Votes { get; init; }

    /// <summary>Variable that receives the result when the group is over.</summary>
    public required string ResultVariable { get; init; }

    /// <summary>Whether a text is a rule.</summary>
    /// <param name="rule">The text.</param>
    public static bool IsRule(string rule) => rule is All or Any || Ratio(rule) is not null || First(rule) is not null;

    /// <summary>The share of <c>ratio:r</c>, above 0 and at most 1; null for another rule.</summary>
    /// <param name="rule">The rule.</param>
    public static decimal? Ratio(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.StartsWith(RatioPrefix, StringComparison.Ordinal)
            && decimal.TryParse(rule.AsSpan(RatioPrefix.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal ratio)
            && ratio is > 0 and <= 1
            ? ratio
            : null;
    }

    /// <summary>The number of <c>first:n</c>, above 0; null for another rule.</summary>
    /// <param name="rule">The rule.</param>
    public static int? First(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.StartsWith(FirstPrefix, StringComparison.Ordinal)
            && int.TryParse(rule.AsSpan(FirstPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && count > 0
            ? count
            : null;
    }

    /// <summary>What the outcome of a member counts as.</summary>
    /// <param name="outcome">The outcome; null for none.</param>
    public Vote VoteOf(string? outcome) => outcome is not null && Votes.TryGetValue(outcome, out var vote) ? vote : Vote.Abstain;

    /// <summary>Whether the group has decided.</summary>
    /// <param name="agreed">Members who agreed.</param>
    /// <param name="against">Members who opposed or abstained.</param>
    /// <param name="total">All members.</param>
    /// <returns>True when passed, false when defeated, null while it is open.</returns>
    public bool? Verdict(long agreed, long against, long total)
    {
        long needed = Ratio(Rule) is { } ratio ? (long)Math.Ceiling(ratio * total)
            : First(Rule) is { } first ? Math.Min(first, total)
            : Rule == Any ? 1
            : total;
        return agreed >= needed ? true : total - against < needed ? false : null;
    }
}
