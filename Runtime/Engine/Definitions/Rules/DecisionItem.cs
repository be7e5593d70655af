using Platform.Kernel.Graph;

namespace Platform.Runtime.Definitions.Rules;

/// <summary>A decision in a list.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Name for people, as its newest version has it.</param>
/// <param name="Versions">Its versions, the newest first; never empty.</param>
/// <param name="UsedBy">Processes whose newest version asks it.</param>
public sealed record DecisionItem(string Key, string Name, IReadOnlyList<DecisionVersionItem> Versions, IReadOnlyList<DecisionUse> UsedBy)
{
    /// <summary>The newest version.</summary>
    public DecisionVersionItem Newest => Versions[0];
}

/// <summary>A version of a decision in a list.</summary>
public sealed record DecisionVersionItem
{
    /// <summary>Identity of the version.</summary>
    public required Guid Id { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Version { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset DeployedAt { get; init; }

    /// <summary>Who published it; null for the platform at set-up.</summary>
    public string? DeployedBy { get; init; }

    /// <summary>Why; null for no note.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it was published without a process.</summary>
    public required bool IsOnItsOwn { get; init; }
}

/// <summary>A process asks a decision.</summary>
/// <param name="ProcessKey">The process.</param>
/// <param name="ProcessName">Its name.</param>
/// <param name="Binding">Which version it asks.</param>
/// <param name="Version">Number of the version; 0 unless it asks a certain one.</param>
public sealed record DecisionUse(string ProcessKey, string ProcessName, DecisionBinding Binding, int Version);
