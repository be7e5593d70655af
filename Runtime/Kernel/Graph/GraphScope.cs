using System.Collections.Immutable;

namespace Platform.Kernel.Graph;

/// <summary>A level of the process: the process itself or the inside of a sub-process.</summary>
public sealed class GraphScope
{
    /// <summary>Position in <see cref="ProcessGraph.Scopes"/>; 0 is the process.</summary>
    public required int Index { get; init; }

    /// <summary>The sub-process this is the inside of; null for the process.</summary>
    public Node? Owner { get; init; }

    /// <summary>Nodes directly on this level, in document order.</summary>
    public ImmutableArray<Node> Nodes { get; internal set; } = [];

    /// <summary>Where a token starts when the level is entered without an event: the none start event, or the nodes without incoming flow when there is none (BPMN 2.0.2 §13.2).</summary>
    public ImmutableArray<Node> Entries { get; internal set; } = [];

    /// <summary>Start events of this level.</summary>
    public ImmutableArray<Node> StartEvents { get; internal set; } = [];

    /// <summary>Event sub-processes that are armed while this level runs.</summary>
    public ImmutableArray<Node> EventSubProcesses { get; internal set; } = [];

    /// <summary>Inclusive gateways of this level that join.</summary>
    internal ImmutableArray<Node> InclusiveJoins { get; set; } = [];
}
