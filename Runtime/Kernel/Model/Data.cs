using System.Collections.Immutable;

namespace Platform.Kernel.Model;

/// <summary>BPMN 2.0.2 §10.4.1 DataObject.</summary>
public sealed record DataObject : FlowElement
{
    /// <summary>Item definition of the data; null when not stated.</summary>
    public string? ItemSubjectRef { get; init; }

    /// <summary>Whether it is a collection.</summary>
    public bool IsCollection { get; init; }

    /// <summary>State of the data; null when not stated.</summary>
    public DataState? DataState { get; init; }
}

/// <summary>BPMN 2.0.2 §10.4.1 DataObjectReference: the same data drawn once more, perhaps in another state.</summary>
public sealed record DataObjectReference : FlowElement
{
    /// <summary>Id of the data object; null when not stated.</summary>
    public string? DataObjectRef { get; init; }

    /// <summary>Item definition of the data; null when not stated.</summary>
    public string? ItemSubjectRef { get; init; }

    /// <summary>State of the data; null when not stated.</summary>
    public DataState? DataState { get; init; }
}

/// <summary>BPMN 2.0.2 §10.4.1 DataStoreReference.</summary>
public sealed record DataStoreReference : FlowElement
{
    /// <summary>Id of the data store; null when not stated.</summary>
    public string? DataStoreRef { get; init; }

    /// <summary>Item definition of the data; null when not stated.</summary>
    public string? ItemSubjectRef { get; init; }

    /// <summary>State of the data; null when not stated.</summary>
    public DataState? DataState { get; init; }
}

/// <summary>BPMN 2.0.2 §10.4.1 DataStore: data that outlives the process.</summary>
public sealed record DataStore : RootElement
{
    /// <summary>Capacity; null when not stated.</summary>
    public int? Capacity { get; init; }

    /// <summary>Whether it can hold any amount.</summary>
    public bool IsUnlimited { get; init; } = true;

    /// <summary>Item definition of the data; null when not stated.</summary>
    public string? ItemSubjectRef { get; init; }

    /// <summary>State of the data; null when not stated.</summary>
    public DataState? DataState { get; init; }
}

/// <summary>BPMN 2.0.2 §10.4.1 DataState: a named state such as 已审核.</summary>
public sealed record DataState : BaseElement;

/// <summary>BPMN 2.0.2 §10.4.1 Property: data of one process, activity or event.</summary>
public sealed record Property : BaseElement
{
    /// <summary>Item definition of the data; null when not stated.</summary>
    public string? ItemSubjectRef { get; init; }

    /// <summary>State of the data; null when not stated.</summary>
    public DataState? DataState { get; init; }
}

/// <summary>BPMN 2.0.2 §10.4.1 DataInput.</summary>
public sealed record DataInput : BaseElement
{
    /// <summary>Item definition of the data; null when not stated.</summary>
    public string? ItemSubjectRef { get; init; }

    /// <summary>Whether it is a collection.</summary>
    public bool IsCollection { get; init; }

    /// <summary>State of the data; null when not stated.</summary>
    public DataState? DataState { get; init; }
}

/// <summary>BPMN 2.0.2 §10.4.1 DataOutput.</summary>
public sealed record DataOutput : BaseElement
{
    /// <summary>Item definition of the data; null when not stated.</summary>
    public string? ItemSubjectRef { get; init; }

    /// <summary>Whether it is a collection.</summary>
    public bool IsCollection { get; init; }

    /// <summary>State of the data; null when not stated.</summary>
    public DataState? DataState { get; init; }
}

/// <summary>BPMN 2.0.2 §10.4.1 InputOutputSpecification.</summary>
public sealed record IoSpecification : BaseElement
{
    /// <summary>Inputs in file order.</summary>
    public ImmutableArray<DataInput> DataInputs { get; init; } = [];

    /// <summary>Outputs in file order.</summary>
    public ImmutableArray<DataOutput> DataOutputs { get; init; } = [];

    /// <summary>Sets of inputs that are enough to start.</summary>
    public ImmutableArray<InputSet> InputSets { get; init; } = [];

    /// <summary>Sets of outputs that may be produced.</summary>
    public ImmutableArray<OutputSet> OutputSets { get; init; } = [];
}

/// <summary>BPMN 2.0.2 §10.4.1 InputSet; all members are ids.</summary>
public sealed record InputSet : BaseElement
{
    /// <summary>Inputs of the set.</summary>
    public ImmutableArray<string> DataInputRefs { get; init; } = [];

    /// <summary>Inputs that may be missing at the start.</summary>
    public ImmutableArray<string> OptionalInputRefs { get; init; } = [];

    /// <summary>Inputs that may come while running.</summary>
    public ImmutableArray<string> WhileExecutingInputRefs { get; init; } = [];

    /// <summary>Output sets that belong to this set.</summary>
    public ImmutableArray<string> OutputSetRefs { get; init; } = [];
}

/// <summary>BPMN 2.0.2 §10.4.1 OutputSet; all members are ids.</summary>
public sealed record OutputSet : BaseElement
{
    /// <summary>Outputs of the set.</summary>
    public ImmutableArray<string> DataOutputRefs { get; init; } = [];

    /// <summary>Outputs that may be missing.</summary>
    public ImmutableArray<string> OptionalOutputRefs { get; init; } = [];

    /// <summary>Outputs that may come while running.</summary>
    public ImmutableArray<string> WhileExecutingOutputRefs { get; init; } = [];

    /// <summary>Input sets that lead to this set.</summary>
    public ImmutableArray<string> InputSetRefs { get; init; } = [];
}

/// <summary>BPMN 2.0.2 §10.4.2 DataAssociation, input or output according to the list it stands in.</summary>
public sealed record DataAssociation : BaseElement
{
    /// <summary>Ids of the data read.</summary>
    public ImmutableArray<string> SourceRefs { get; init; } = [];

    /// <summary>Id of the data written; null when not stated.</summary>
    public string? TargetRef { get; init; }

    /// <summary>How the sources become the target; null means as they are.</summary>
    public Expression? Transformation { get; init; }

    /// <summary>Single assignments.</summary>
    public ImmutableArray<Assignment> Assignments { get; init; } = [];
}

/// <summary>BPMN 2.0.2 §10.4.2 Assignment.</summary>
public sealed record Assignment : BaseElement
{
    /// <summary>What is read; null when the file has none.</summary>
    public Expression? From { get; init; }

    /// <summary>Where it is written; null when the file has none.</summary>
    public Expression? To { get; init; }
}
