using Platform.Runtime.Persistence;

namespace Platform.Runtime.Instances;

/// <summary>What must commit in the transaction of a step, or not at all.</summary>
public sealed record StepAdditions
{
    /// <summary>The task that the step completes; null for none.</summary>
    public TaskCompletion? Completion { get; init; }

    /// <summary>Work through EF in the same transaction; saved afterwards. Must not open another transaction. Null for none.</summary>
    public Func<PlatformDb, CancellationToken, Task>? Enlisted { get; init; }

    /// <summary>The unit that owns the instance from this step on (上提): its people and those above see it, and relations of the process start from it. Null leaves it.</summary>
    public Guid? OwnerUnitId { get; init; }

    /// <summary>The stored job that the step carries out; it is removed, or the step is undone when it is gone. Null for none.</summary>
    internal Guid? ConsumedJobId { get; init; }
}
