using System.Collections.Immutable;

namespace Platform.Kernel.Execution;

/// <summary>The answer of the kernel to one trigger.</summary>
public sealed record Step
{
    /// <summary>State after the step; the given state, untouched, when the trigger was refused.</summary>
    public required InstanceState State { get; init; }

    /// <summary>What happened, in order; empty when refused. Folding them over the given state gives <see cref="State"/>.</summary>
    public required ImmutableArray<ProcessEvent> Facts { get; init; }

    /// <summary>What must be done, in order; empty when refused.</summary>
    public required ImmutableArray<Effect> Effects { get; init; }

    /// <summary>Why the trigger was refused; null when it was accepted. A token that got stuck is an incident, not a refusal.</summary>
    public Problem? Problem { get; init; }
}
