using Platform.Kernel.Execution;

namespace Platform.Runtime.Instances;

/// <summary>What a command came down to once the instance was seen.</summary>
/// <param name="Trigger">What the kernel is asked.</param>
/// <param name="Additions">What must commit with it; null for nothing.</param>
public sealed record StepDecision(Trigger Trigger, StepAdditions? Additions)
{
    /// <summary>Who acts, when that is more exact than the command knew; null otherwise.</summary>
    public Actor? Actor { get; init; }
}
