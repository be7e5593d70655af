namespace Platform.Governance.Inquiries;

/// <summary>The three ratings, as stored and as read.</summary>
public static class Rating
{
    /// <summary>满意.</summary>
    public const string Satisfied = "satisfied";

    /// <summary>基本满意.</summary>
    public const string Mostly = "mostly";

    /// <summary>不满意.</summary>
    public const string Dissatisfied = "dissatisfied";

    /// <summary>All three, the best first.</summary>
    public static IReadOnlyList<string> All { get; } = [Satisfied, Mostly, Dissatisfied];

    /// <summary>Whether a text is one of the three.</summary>
    /// <param name="rating">Any text or null.</param>
    public static bool IsKnown(string? rating) => rating is Satisfied or Mostly or Dissatisfied;

    /// <summary>Whether it counts as satisfied in the rate (满意 and 基本满意).</summary>
    /// <param name="rating">One of the three.</param>
    public static bool CountsAsSatisfied(string rating) => rating is Satisfied or Mostly;

    /// <summary>What people read.</summary>
    /// <param name="rating">One of the three.</param>
    public static string Text(string rating) => rating switch
    {
        Satisfied => "满意",
        Mostly => "基本满意",
        Dissatisfied => "不满意",
        _ => throw new ArgumentOutOfRangeException(nameof(rating), rating, "Expected a known rating."),
    };
}
