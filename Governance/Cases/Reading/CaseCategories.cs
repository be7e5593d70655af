namespace Platform.Governance.Cases;

/// <summary>Categories with a meaning of their own; all others are the county's.</summary>
public static class CaseCategories
{
    /// <summary>What fits no other.</summary>
    public const string Other = "其他";

    /// <summary>Complaints about officials, which have a ledger of their own.</summary>
    public const string Complaint = "检举控告";
}
