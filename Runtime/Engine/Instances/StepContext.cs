using System.Collections.Immutable;
using Platform.Kernel.Execution;
using Platform.Runtime.Definitions;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Instances;

/// <summary>A step as its listeners see it.</summary>
public sealed record StepContext
{
    /// <summary>The version that the instance runs on.</summary>
    public required DeployedProcess Process { get; init; }

    /// <summary>The instance as it will be; must not be changed.</summary>
    public required InstanceRow Instance { get; init; }

    /// <summary>State after the step.</summary>
    public required InstanceState State { get; init; }

    /// <summary>What happened, in order.</summary>
    public required ImmutableArray<ProcessEvent> Facts { get; init; }

    /// <summary>What was ordered, in order.</summary>
    public required ImmutableArray<Effect> Effects { get; init; }

    /// <summary>Tasks that were created.</summary>
    public required ImmutableArray<TaskRow> CreatedTasks { get; init; }

    /// <summary>The task that the step completes, with how; null when it completes none.</summary>
    public TaskCompletion? Completion { get; init; }

    /// <summary>The completed task as it was loaded; null when there is none.</summary>
    public TaskRow? CompletedTask { get; init; }

    /// <summary>The platform's instant.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Who acts.</summary>
    public required Actor Actor { get; init; }

    /// <summary>A context in the step's transaction; what is changed on it is saved.</summary>
    public required PlatformDb Db { get; init; }
}
