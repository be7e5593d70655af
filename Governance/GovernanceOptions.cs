using Platform.Governance.Sealing;

namespace Platform.Governance;

/// <summary>What a host decides about the governance of cases.</summary>
public sealed class GovernanceOptions
{
    /// <summary>Six-digit division code of the county, first part of every number.</summary>
    public string Division { get; set; } = "999901";

    /// <summary>Code of the county's registration desk, which takes what citizens send in themselves.</summary>
    public string CountyDesk { get; set; } = "xian-lxb";

    /// <summary>Code of the discipline inspection body, which receives complaints.</summary>
    public string DisciplineUnit { get; set; } = "bm-jiwei";

    /// <summary>Phone number that notices to citizens name; empty leaves it to the official.</summary>
    public string ContactPhone { get; set; } = "";

    /// <summary>Key of the process that carries cases.</summary>
    public string ProcessKey { get; set; } = "shiquan-three-ledgers";

    /// <summary>Key under which texts about people are kept; must be set.</summary>
    public SealKey? SealKey { get; set; }
}
