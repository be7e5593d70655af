namespace Platform.Runtime.Definitions;

/// <summary>A process in a list.</summary>
public sealed record DefinitionItem
{
    /// <summary>Its newest version.</summary>
    public required Guid DefinitionId { get; init; }

    /// <summary>Key of the process.</summary>
    public required string Key { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Number of the newest version.</summary>
    public required int Version { get; init; }

    /// <summary>When it was published.</summary>
    public required DateTimeOffset DeployedAt { get; init; }

    /// <summary>Who published it; null for the platform at set-up.</summary>
    public string? DeployedBy { get; init; }

    /// <summary>Why; null for no note.</summary>
    public string? Note { get; init; }

    /// <summary>Whether new instances are refused.</summary>
    public required bool IsRetired { get; init; }

    /// <summary>Instances of any version that run and that the viewer may know of.</summary>
    public required int RunningInstances { get; init; }
}
