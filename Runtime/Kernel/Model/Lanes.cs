using System.Collections.Immutable;

namespace Platform.Kernel.Model;

/// <summary>BPMN 2.0.2 §10.8 LaneSet.</summary>
public sealed record LaneSet : BaseElement
{
    /// <summary>Lanes in file order.</summary>
    public ImmutableArray<Lane> Lanes { get; init; } = [];
}

/// <summary>BPMN 2.0.2 §10.8 Lane.</summary>
public sealed record Lane : BaseElement
{
    /// <summary>Ids of the nodes in the lane, in file order.</summary>
    public ImmutableArray<string> FlowNodeRefs { get; init; } = [];

    /// <summary>Lanes inside the lane; null for none.</summary>
    public LaneSet? ChildLaneSet { get; init; }

    /// <summary>Id of the element that the lane stands for; null when not stated.</summary>
    public string? PartitionElementRef { get; init; }

    /// <summary>The element that the lane stands for when it is written in place; null when not stated.</summary>
    public ExtensionElement? PartitionElement { get; init; }
}
