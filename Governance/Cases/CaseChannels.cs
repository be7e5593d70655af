namespace Platform.Governance.Cases;

/// <summary>The ten channels through which matters come in.</summary>
public static class CaseChannels
{
    /// <summary>What citizens send in themselves on the public page.</summary>
    public const string Online = "网上留言";

    /// <summary>All ten in the order in which a registrar needs them.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["民情110", "书记电话", "接访", "联络员", "来信", "走访", Online, "12345转", "网络舆情", "代表委员"];
}
