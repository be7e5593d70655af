using Platform.Decisions.Feel;

namespace Platform.Kernel.Graph;

/// <summary>How an activity repeats, compiled (BPMN 2.0.2 §10.3.8).</summary>
public sealed record LoopPlan
{
    /// <summary>True for a standard loop, false for multiple instances.</summary>
    public bool IsStandard { get; init; }

    /// <summary>Whether instances run one after the other; a standard loop always does.</summary>
    public bool IsSequential { get; init; }

    /// <summary>Number of instances; null when a collection decides.</summary>
    public FeelExpression? Cardinality { get; init; }

    /// <summary>List with one item per instance; null when a number decides.</summary>
    public FeelExpression? Collection { get; init; }

    /// <summary>Variable of each instance that holds its item; null for none.</summary>
    public string? ItemName { get; init; }

    /// <summary>Variable that collects one value per instance, in order of the items; null for none.</summary>
    public string? OutputCollection { get; init; }

    /// <summary>Value that each instance contributes; null for none.</summary>
    public FeelExpression? OutputItem { get; init; }

    /// <summary>Ends the loop early when true after an instance completed; null for never.</summary>
    public FeelExpression? CompletionCondition { get; init; }

    /// <summary>How the members decide together; null when nobody votes.</summary>
    public VotePlan? Votes { get; init; }

    /// <summary>Standard loop: go on while this holds; null for always.</summary>
    public FeelExpression? Condition { get; init; }

    /// <summary>Standard loop: look at the condition before the first time too.</summary>
    public bool TestsBefore { get; init; }

    /// <summary>Standard loop: largest number of times; null for no limit.</summary>
    public int? Maximum { get; init; }
}
