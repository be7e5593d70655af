using System.Collections.Immutable;
using Platform.Kernel.Execution;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Instances;

/// <summary>The answer to a committed step. A repeated command gets the same answer as the first time.</summary>
public sealed record StepOutcome
{
    /// <summary>The instance.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>Sequence number of the step.</summary>
    public required long Seq { get; init; }

    /// <summary>Where the instance is in its life; for a repeated command, where it is by now.</summary>
    public required InstanceStatus Status { get; init; }

    /// <summary>Tasks that the step created.</summary>
    public ImmutableArray<TaskRow> CreatedTasks { get; init; } = [];

    /// <summary>Whether the command had been carried out before and this is its first answer.</summary>
    public bool WasRepeated { get; init; }
}
