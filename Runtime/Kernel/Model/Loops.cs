using System.Collections.Immutable;

namespace Platform.Kernel.Model;

/// <summary>BPMN 2.0.2 §10.3.8 LoopCharacteristics. Closed union of the two records below.</summary>
public abstract record LoopCharacteristics : BaseElement
{
    private protected LoopCharacteristics()
    {
    }
}

/// <summary>Repeats while a condition holds.</summary>
public sealed record StandardLoopCharacteristics : LoopCharacteristics
{
    /// <summary>True: the condition is tested before each round; false: after it.</summary>
    public bool TestBefore { get; init; }

    /// <summary>Most rounds allowed, at least 0; null for no limit.</summary>
    public int? LoopMaximum { get; init; }

    /// <summary>The condition; null when not stated.</summary>
    public Expression? LoopCondition { get; init; }
}

/// <summary>When a multi-instance activity throws the event of its behaviour (§10.3.8).</summary>
public enum MultiInstanceBehavior
{
    /// <summary>Never; the activity completes when all instances are done. The standard's default.</summary>
    All,

    /// <summary>For each instance that completes.</summary>
    None,

    /// <summary>For the first instance that completes.</summary>
    One,

    /// <summary>As the complex behaviour definitions say.</summary>
    Complex,
}

/// <summary>Runs once per item or count, in parallel or one after the other.</summary>
public sealed record MultiInstanceLoopCharacteristics : LoopCharacteristics
{
    /// <summary>True: one after the other.</summary>
    public bool IsSequential { get; init; }

    /// <summary>How many instances; null when a collection decides.</summary>
    public Expression? LoopCardinality { get; init; }

    /// <summary>Id of the data whose items are iterated; null when not stated.</summary>
    public string? LoopDataInputRef { get; init; }

    /// <summary>Id of the data that collects the outputs; null when not stated.</summary>
    public string? LoopDataOutputRef { get; init; }

    /// <summary>The item inside an instance; null when not stated.</summary>
    public DataInput? InputDataItem { get; init; }

    /// <summary>The output of an instance; null when not stated.</summary>
    public DataOutput? OutputDataItem { get; init; }

    /// <summary>Only for <see cref="MultiInstanceBehavior.Complex"/>.</summary>
    public ImmutableArray<ComplexBehaviorDefinition> ComplexBehaviors { get; init; } = [];

    /// <summary>Evaluated after each instance; true ends the rest. Null when not stated.</summary>
    public Expression? CompletionCondition { get; init; }

    /// <summary>When events are thrown.</summary>
    public MultiInstanceBehavior Behavior { get; init; }

    /// <summary>Event definition thrown with <see cref="MultiInstanceBehavior.One"/>.</summary>
    public string? OneBehaviorEventRef { get; init; }

    /// <summary>Event definition thrown with <see cref="MultiInstanceBehavior.None"/>.</summary>
    public string? NoneBehaviorEventRef { get; init; }

    /// <summary>FEEL of the collection: gov:collection, else the data reference; null when a cardinality decides.</summary>
    public string? Collection => Extensions.Gov("collection") ?? LoopDataInputRef;

    /// <summary>Variable that holds the item: gov:item, else the name of the input data item.</summary>
    public string? ItemName => Extensions.Gov("item") ?? InputDataItem?.Name;

    /// <summary>Variable that collects the outputs: gov:outputCollection, else the data reference.</summary>
    public string? OutputCollection => Extensions.Gov("outputCollection") ?? LoopDataOutputRef;

    /// <summary>FEEL of one output: gov:outputItem, else the name of the output data item.</summary>
    public string? OutputItem => Extensions.Gov("outputItem") ?? OutputDataItem?.Name;

    /// <summary>Voting rule (gov:rule: all, any, ratio:0.66, …); null when a completion condition decides.</summary>
    public string? Rule => Extensions.Gov("rule");
}

/// <summary>BPMN 2.0.2 §10.3.8 ComplexBehaviorDefinition.</summary>
public sealed record ComplexBehaviorDefinition : BaseElement
{
    /// <summary>When the event is thrown; null when the file has none.</summary>
    public Expression? Condition { get; init; }

    /// <summary>The event; null when not stated.</summary>
    public ImplicitThrowEvent? Event { get; init; }
}
