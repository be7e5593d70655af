using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.Kernel.Graph;

/// <summary>A flow node, compiled: references resolved, expressions parsed. Never changes once the compiler has handed the graph out.</summary>
public sealed class Node
{
    /// <summary>Position in <see cref="ProcessGraph.Nodes"/>: document order, outer before inner. Stored in state and facts, hence frozen.</summary>
    public required int Index { get; init; }

    /// <summary>Id in the file.</summary>
    public required string Id { get; init; }

    /// <summary>Name; null when it has none.</summary>
    public string? Name { get; init; }

    /// <summary>What it is when it runs.</summary>
    public required ElementKind Kind { get; init; }

    /// <summary>What the file says, extensions included.</summary>
    public required FlowNode Element { get; init; }

    /// <summary>Level it stands on.</summary>
    public required GraphScope Parent { get; init; }

    /// <summary>Flows into it, in document order.</summary>
    public ImmutableArray<Flow> Incoming { get; internal set; } = [];

    /// <summary>Flows out of it, in document order.</summary>
    public ImmutableArray<Flow> Outgoing { get; internal set; } = [];

    /// <summary>Flow taken when no condition holds; null for none.</summary>
    public Flow? Default { get; internal set; }

    /// <summary>Events on its border, in document order; empty unless it is an activity.</summary>
    public ImmutableArray<Node> Boundaries { get; internal set; } = [];

    /// <summary>Activity whose border it stands on; null unless it is a boundary event.</summary>
    public Node? AttachedTo { get; internal set; }

    /// <summary>Inside of a sub-process; null for anything else.</summary>
    public GraphScope? Inner { get; internal set; }

    /// <summary>What it catches or throws; null unless it is an event or a task that sends or receives.</summary>
    public EventPlan? Event { get; internal set; }

    /// <summary>What it does; null unless it is an activity.</summary>
    public ActivityPlan? Activity { get; internal set; }

    /// <summary>How it repeats; null for once.</summary>
    public LoopPlan? Loop { get; internal set; }

    /// <summary>Handler that compensates this activity; null when there is none.</summary>
    public Node? CompensationHandler { get; internal set; }

    /// <summary>Whether the element is an activity: a task, call or sub-process.</summary>
    public bool IsActivity => Kind is >= ElementKind.UserTask and <= ElementKind.Transaction;

    /// <summary>Whether it runs only as compensation of another.</summary>
    public bool IsForCompensation => Element is ActivityNode { IsForCompensation: true };

    /// <summary>Whether activations are counted in rounds; gateways and passed events are not.</summary>
    public bool CountsRounds => IsActivity || Kind == ElementKind.CatchEvent;

    /// <summary>Name for people: the name, or the id when there is none.</summary>
    public string Label => string.IsNullOrWhiteSpace(Name) ? Id : Name;

    /// <summary>For an inclusive join, per incoming flow, the nodes from which that flow can be reached without passing the join.</summary>
    internal ImmutableArray<NodeSet> Reaches { get; set; } = [];

    /// <summary>Whether every flow out of it is taken without looking: no condition, no default.</summary>
    internal bool LeavesUnconditionally { get; set; } = true;

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Id}";
}
