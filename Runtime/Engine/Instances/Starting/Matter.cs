using Platform.Kernel.Execution;

namespace Platform.Runtime.Instances.Starting;

/// <summary>A matter that somebody started by hand.</summary>
public sealed record Matter
{
    /// <summary>The instance.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Key of its process.</summary>
    public required string ProcessKey { get; init; }

    /// <summary>Running or how it ended.</summary>
    public required InstanceStatus Status { get; init; }

    /// <summary>Who started it; null for the system.</summary>
    public required Guid? StarterId { get; init; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public required DateTimeOffset? EndedAt { get; init; }
}
