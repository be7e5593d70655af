using System.Collections.Immutable;

namespace Platform.Kernel.Model;

/// <summary>BPMN 2.0.2 §8.4.9 FlowElement: what a process or sub-process is made of. Closed union of nodes, flows and data.</summary>
public abstract record FlowElement : BaseElement
{
    private protected FlowElement()
    {
    }

    /// <summary>Auditing hook (§8.3.1); kept, not run.</summary>
    public Auditing? Auditing { get; init; }

    /// <summary>Monitoring hook (§8.3.1); kept, not run.</summary>
    public Monitoring? Monitoring { get; init; }

    /// <summary>Category values the element belongs to.</summary>
    public ImmutableArray<string> CategoryValueRefs { get; init; } = [];
}

/// <summary>BPMN 2.0.2 §8.4.13 FlowNode: something a token can stand on. What flows in and out is derived from the sequence flows by the graph.</summary>
public abstract record FlowNode : FlowElement
{
    private protected FlowNode()
    {
    }

    /// <summary>Ids that the file lists as incoming, in its order. Informative: the sequence flows decide.</summary>
    public ImmutableArray<string> ListedIncoming { get; init; } = [];

    /// <summary>Ids that the file lists as outgoing, in its order. Informative: the sequence flows decide.</summary>
    public ImmutableArray<string> ListedOutgoing { get; init; } = [];
}

/// <summary>BPMN 2.0.2 §8.4.13 SequenceFlow.</summary>
public sealed record SequenceFlow : FlowElement
{
    /// <summary>Id of the node that is left; empty when the file has none.</summary>
    public required string SourceRef { get; init; }

    /// <summary>Id of the node that is entered; empty when the file has none.</summary>
    public required string TargetRef { get; init; }

    /// <summary>Condition under which the flow is taken; null means always, or by being the default.</summary>
    public Expression? Condition { get; init; }

    /// <summary>Whether anything may happen between source and target; null when not stated.</summary>
    public bool? IsImmediate { get; init; }
}

/// <summary>BPMN 2.0.2 §10.3 Activity: a task, a call or a sub-process. Named so because "activity" alone is our unit of governance work.</summary>
public abstract record ActivityNode : FlowNode
{
    private protected ActivityNode()
    {
    }

    /// <summary>True when the element runs only as compensation of another.</summary>
    public bool IsForCompensation { get; init; }

    /// <summary>Tokens needed to start; at least 1.</summary>
    public int StartQuantity { get; init; } = 1;

    /// <summary>Tokens produced per completion; at least 1.</summary>
    public int CompletionQuantity { get; init; } = 1;

    /// <summary>Id of the outgoing flow taken when no condition holds; null for none.</summary>
    public string? Default { get; init; }

    /// <summary>Declared inputs and outputs.</summary>
    public IoSpecification? IoSpecification { get; init; }

    /// <summary>Properties local to the element.</summary>
    public ImmutableArray<Property> Properties { get; init; } = [];

    /// <summary>Where inputs come from.</summary>
    public ImmutableArray<DataAssociation> DataInputAssociations { get; init; } = [];

    /// <summary>Where outputs go to.</summary>
    public ImmutableArray<DataAssociation> DataOutputAssociations { get; init; } = [];

    /// <summary>Who is responsible (§10.3.1).</summary>
    public ImmutableArray<ResourceRole> ResourceRoles { get; init; } = [];

    /// <summary>How the element repeats; null for once.</summary>
    public LoopCharacteristics? Loop { get; init; }
}

/// <summary>BPMN 2.0.2 §8.3.1 Auditing: an empty hook whose content is extensions.</summary>
public sealed record Auditing : BaseElement;

/// <summary>BPMN 2.0.2 §8.3.1 Monitoring: an empty hook whose content is extensions.</summary>
public sealed record Monitoring : BaseElement;
