using System.Collections.Immutable;

namespace Platform.Kernel.Model;

/// <summary>BPMN 2.0.2 §10.5 Event. Closed union of catching and throwing events.</summary>
public abstract record EventNode : FlowNode
{
    private protected EventNode()
    {
    }

    /// <summary>Properties local to the event.</summary>
    public ImmutableArray<Property> Properties { get; init; } = [];

    /// <summary>What the event waits for or causes, in file order; empty for a none event.</summary>
    public ImmutableArray<EventDefinition> EventDefinitions { get; init; } = [];

    /// <summary>Ids of shared event definitions that stand under the definitions.</summary>
    public ImmutableArray<string> EventDefinitionRefs { get; init; } = [];
}

/// <summary>An event that waits (§10.5.1).</summary>
public abstract record CatchEvent : EventNode
{
    private protected CatchEvent()
    {
    }

    /// <summary>True when all of several definitions are needed, false when the first is enough.</summary>
    public bool ParallelMultiple { get; init; }

    /// <summary>Data the event brings.</summary>
    public ImmutableArray<DataOutput> DataOutputs { get; init; } = [];

    /// <summary>Where that data goes.</summary>
    public ImmutableArray<DataAssociation> DataOutputAssociations { get; init; } = [];

    /// <summary>The set of that data; null when not stated.</summary>
    public OutputSet? OutputSet { get; init; }
}

/// <summary>An event that causes something (§10.5.1).</summary>
public abstract record ThrowEvent : EventNode
{
    private protected ThrowEvent()
    {
    }

    /// <summary>Data the event sends.</summary>
    public ImmutableArray<DataInput> DataInputs { get; init; } = [];

    /// <summary>Where that data comes from.</summary>
    public ImmutableArray<DataAssociation> DataInputAssociations { get; init; } = [];

    /// <summary>The set of that data; null when not stated.</summary>
    public InputSet? InputSet { get; init; }
}

/// <summary>Where a process or sub-process begins (§10.5.2).</summary>
public sealed record StartEvent : CatchEvent
{
    /// <summary>For event sub-processes: whether the parent scope is interrupted.</summary>
    public bool IsInterrupting { get; init; } = true;
}

/// <summary>Waits in the middle of the flow (§10.5.4).</summary>
public sealed record IntermediateCatchEvent : CatchEvent;

/// <summary>Waits beside an activity (§10.5.4).</summary>
public sealed record BoundaryEvent : CatchEvent
{
    /// <summary>Id of the activity it is attached to; empty when the file has none.</summary>
    public required string AttachedToRef { get; init; }

    /// <summary>Whether the activity is cancelled when the event comes.</summary>
    public bool CancelActivity { get; init; } = true;
}

/// <summary>Where a path ends (§10.5.3).</summary>
public sealed record EndEvent : ThrowEvent;

/// <summary>Causes something in the middle of the flow (§10.5.4).</summary>
public sealed record IntermediateThrowEvent : ThrowEvent;

/// <summary>The event of a complex multi-instance behaviour (§10.5.4); no token ever stands on it.</summary>
public sealed record ImplicitThrowEvent : ThrowEvent;
