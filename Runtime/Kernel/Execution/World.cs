using Platform.Decisions.Dmn;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution;

/// <summary>What the kernel may know about the world in one step, as values.</summary>
public sealed record World
{
    /// <summary>The instant of the step. FEEL's now() and every timer start from it.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Offset in which cron cycles and times without zone are meant; null for the offset of <see cref="Now"/>.</summary>
    public TimeSpan? LocalOffset { get; init; }

    /// <summary>Finds the compiled decisions that answer a call, in the version that counts for this instance; null, or answering null, means there are none.</summary>
    public Func<DecisionCall, CompiledDecisions?>? Decisions { get; init; }

    /// <summary>Elements one step may enter before the tokens still moving are stopped with an incident; guards against loops without a wait.</summary>
    public int StepBudget { get; init; } = 20_000;

    internal TimeSpan Offset => LocalOffset ?? Now.Offset;
}
