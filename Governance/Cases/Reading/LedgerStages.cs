namespace Platform.Governance.Cases;

/// <summary>The stages by which a ledger can be filtered.</summary>
public static class LedgerStages
{
    /// <summary>Stages of open cases and the usual end, in the order in which a case meets them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "待建账", "待阅批", "待告知", .. CaseStages.Handling, "待移送", "待初核", "待书记把关", "待征询", "待书记认定", "提级督办", "待销号",
        CaseStages.Archived, CaseStages.Merged,
    ];
}
