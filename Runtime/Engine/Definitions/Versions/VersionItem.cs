namespace Platform.Runtime.Definitions.Versions;

/// <summary>A version in the history of a process.</summary>
public sealed record VersionItem
{
    /// <summary>The version.</summary>
    public required Guid DefinitionId { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Version { get; init; }

    /// <summary>Name of the process as it was then.</summary>
    public required string Name { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset DeployedAt { get; init; }

    /// <summary>Who published it; null for the platform at set-up.</summary>
    public string? DeployedBy { get; init; }

    /// <summary>What changed, in words; null for no note.</summary>
    public string? Note { get; init; }

    /// <summary>How many instances run on it now.</summary>
    public required int Running { get; init; }

    /// <summary>How many instances were ever started on it.</summary>
    public required int Started { get; init; }

    /// <summary>Whether new instances are refused.</summary>
    public required bool IsRetired { get; init; }
}
