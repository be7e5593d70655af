namespace Platform.Governance.Cases;

/// <summary>The three ledgers (三本账), by the codes that numbers and processes use.</summary>
public static class Ledgers
{
    /// <summary>利益诉求: claims (信访工作条例第三十一条).</summary>
    public const string Claims = "LY";

    /// <summary>意见建议: suggestions (第二十九条).</summary>
    public const string Suggestions = "JY";

    /// <summary>投诉举报: complaints against officials (第三十条).</summary>
    public const string Complaints = "JB";

    /// <summary>All three with their names.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } =
        [(Claims, "利益诉求"), (Suggestions, "意见建议"), (Complaints, "投诉举报")];

    /// <summary>Whether a code is one of the three.</summary>
    /// <param name="code">Any text or null.</param>
    public static bool IsKnown(string? code) => code is Claims or Suggestions or Complaints;

    /// <summary>Name for people; the code itself when it is unknown.</summary>
    /// <param name="code">Code.</param>
    public static string Name(string code) => All.FirstOrDefault(ledger => ledger.Code == code).Name ?? code;
}
