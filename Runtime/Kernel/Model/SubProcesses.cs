using System.Collections.Immutable;

namespace Platform.Kernel.Model;

/// <summary>Which kind of sub-process an element is.</summary>
public enum SubProcessKind
{
    /// <summary>Runs in the flow (§10.3.5).</summary>
    Embedded,

    /// <summary>Is started by an event inside its parent (§10.3.5, triggeredByEvent).</summary>
    Event,

    /// <summary>Can be cancelled as a whole (§10.3.5, bpmn:transaction).</summary>
    Transaction,

    /// <summary>Its elements run in any order (§10.3.5, bpmn:adHocSubProcess).</summary>
    AdHoc,
}

/// <summary>Whether the elements of an ad-hoc sub-process may run side by side.</summary>
public enum AdHocOrdering
{
    /// <summary>Side by side.</summary>
    Parallel,

    /// <summary>One after the other.</summary>
    Sequential,
}

/// <summary>BPMN 2.0.2 §10.3.5 SubProcess, with transaction and ad-hoc as kinds of it.</summary>
public sealed record SubProcess : ActivityNode
{
    /// <summary>Which kind it is.</summary>
    public SubProcessKind Kind { get; init; }

    /// <summary>The file's triggeredByEvent. True exactly for event sub-processes, except in files that also mark a transaction or ad-hoc so.</summary>
    public bool TriggeredByEvent { get; init; }

    /// <summary>Lanes inside.</summary>
    public ImmutableArray<LaneSet> LaneSets { get; init; } = [];

    /// <summary>Nodes, flows and data inside, in file order.</summary>
    public ImmutableArray<FlowElement> FlowElements { get; init; } = [];

    /// <summary>Annotations, groups and associations inside.</summary>
    public ImmutableArray<Artifact> Artifacts { get; init; } = [];

    /// <summary>Transaction only: the method, ##Compensate by default.</summary>
    public string Method { get; init; } = "##Compensate";

    /// <summary>Ad-hoc only: when it is done; null when not stated.</summary>
    public Expression? CompletionCondition { get; init; }

    /// <summary>Ad-hoc only: null when not stated, which means parallel.</summary>
    public AdHocOrdering? Ordering { get; init; }

    /// <summary>Ad-hoc only: whether what still runs is cancelled when the condition holds.</summary>
    public bool CancelRemainingInstances { get; init; } = true;
}
