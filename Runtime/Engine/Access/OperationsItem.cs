using Platform.Kernel.Execution;

namespace Platform.Runtime.Access;

/// <summary>An instance as a technical thing, without content.</summary>
public sealed record OperationsItem
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Key of the process.</summary>
    public required string ProcessKey { get; init; }

    /// <summary>Version of the process.</summary>
    public required int Version { get; init; }

    /// <summary>Running or how it ended.</summary>
    public required InstanceStatus Status { get; init; }

    /// <summary>When it started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Whether the matter is restricted or sealed, so that nothing of it is told.</summary>
    public required bool IsDiscreet { get; init; }

    /// <summary>Number of the matter; null when it is restricted or sealed, or has none.</summary>
    public string? BusinessKey { get; init; }
}
