using System.Collections.Immutable;

namespace Platform.Runtime.Definitions;

/// <summary>What a publication made.</summary>
/// <param name="DeploymentId">The deployment; the earlier one when the same files were published before.</param>
/// <param name="Definitions">Its processes with their versions.</param>
/// <param name="Warnings">What should be looked at.</param>
/// <param name="IsNew">False when the same files were published before and nothing was changed.</param>
public sealed record DeployOutcome(
    Guid DeploymentId, ImmutableArray<DeployedVersion> Definitions, ImmutableArray<DeployIssue> Warnings, bool IsNew)
{
    /// <summary>Versions of decisions that it made; a decision that did not change has none.</summary>
    public ImmutableArray<DeployedVersion> Decisions { get; init; } = [];
}

/// <summary>One version of a process or of a decision.</summary>
/// <param name="Id">Identity of the version.</param>
/// <param name="Key">Key of the process or decision.</param>
/// <param name="Version">1 for the first version of a key.</param>
/// <param name="Name">Name for people.</param>
public sealed record DeployedVersion(Guid Id, string Key, int Version, string Name);
