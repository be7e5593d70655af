namespace Platform.Governance.Cases;

/// <summary>How urgent a matter is.</summary>
public static class CaseUrgency
{
    /// <summary>Ordinary.</summary>
    public const string Ordinary = "一般";

    /// <summary>All three, the ordinary first.</summary>
    public static IReadOnlyList<string> All { get; } = [Ordinary, "紧急", "特急"];
}
