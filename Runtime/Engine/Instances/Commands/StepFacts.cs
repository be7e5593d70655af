using Platform.Kernel.Execution;
using Platform.Runtime.Definitions;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Instances;

/// <summary>What was loaded for a step, all of one moment.</summary>
public sealed record StepFacts
{
    /// <summary>The version that the instance runs on.</summary>
    public required DeployedProcess Process { get; init; }

    /// <summary>The instance; must not be changed.</summary>
    public required InstanceRow Instance { get; init; }

    /// <summary>Its state.</summary>
    public required InstanceState State { get; init; }

    /// <summary>The task that the command names; null when it names none.</summary>
    public TaskRow? Task { get; init; }

    /// <summary>Candidates of that task.</summary>
    public IReadOnlyList<TaskCandidateRow> Candidates { get; init; } = [];

    /// <summary>Who must not know of the instance.</summary>
    public IReadOnlyList<AccessExclusionRow> Exclusions { get; init; } = [];
}
