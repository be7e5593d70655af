using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn;

/// <summary>How a result came about: every decision that was evaluated, in the order in which it was finished.</summary>
/// <param name="Decisions">The decisions; the one that was asked for is the last.</param>
/// <param name="NullInputs">Names of the input data that were asked for but not supplied.</param>
public sealed record DecisionTrace(IReadOnlyList<DecisionStep> Decisions, IReadOnlyList<string> NullInputs)
{
    /// <summary>The trace of an evaluation that did not begin.</summary>
    public static DecisionTrace None { get; } = new([], []);

    /// <summary>The trace as lines for an official, in Chinese, for example 派给住建局：规则 7，事项类别 = 物业，区划 = 城关镇；依据 ….</summary>
    public IReadOnlyList<string> Explain() => TraceText.Explain(this);
}

/// <summary>One evaluated decision.</summary>
/// <param name="Id">Id of the decision; null when the model gives none.</param>
/// <param name="Name">Name of the decision.</param>
/// <param name="Value">Its value.</param>
/// <param name="Tables">The decision tables that its logic went through, those of called functions included, in order; a run records the first 1,000.</param>
public sealed record DecisionStep(string? Id, string Name, FeelValue Value, IReadOnlyList<TableTrace> Tables);

/// <summary>What a decision table did.</summary>
public sealed record TableTrace
{
    /// <summary>Id of the table; null when the model gives none.</summary>
    public string? Id { get; init; }

    /// <summary>The element that the table belongs to.</summary>
    public required string Name { get; init; }

    /// <summary>The input columns with the values that came in.</summary>
    public required IReadOnlyList<TraceInput> Inputs { get; init; }

    /// <summary>The rules whose conditions hold, in the order of the table.</summary>
    public required IReadOnlyList<RuleTrace> Matched { get; init; }

    /// <summary>True when no rule matched and the default was taken.</summary>
    public bool UsedDefault { get; init; }

    /// <summary>Value of the table.</summary>
    public required FeelValue Value { get; init; }
}

/// <summary>One input of a table.</summary>
/// <param name="Label">Heading of the column, or its expression.</param>
/// <param name="Value">The value that came in.</param>
public sealed record TraceInput(string Label, FeelValue Value);

/// <summary>One rule that matched.</summary>
public sealed record RuleTrace
{
    /// <summary>Number in the table, counted from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Id of the rule; null when the model gives none.</summary>
    public string? Id { get; init; }

    /// <summary>The conditions that the rule really sets; cells that accept anything are left out.</summary>
    public required IReadOnlyList<TraceCondition> Conditions { get; init; }

    /// <summary>The outputs.</summary>
    public required IReadOnlyList<TraceOutput> Outputs { get; init; }

    /// <summary>The annotations that are not empty, such as the legal basis.</summary>
    public required IReadOnlyList<TraceAnnotation> Annotations { get; init; }

    /// <summary>True when the hit policy took this rule into the result.</summary>
    public required bool IsDecisive { get; init; }
}

/// <summary>One condition that held.</summary>
/// <param name="Label">Heading of the column, or its expression.</param>
/// <param name="Value">The value that came in.</param>
/// <param name="Test">The test of the rule, as written.</param>
public sealed record TraceCondition(string Label, FeelValue Value, string Test);

/// <summary>One output of a rule.</summary>
/// <param name="Label">Label of the column; null when it has none.</param>
/// <param name="Name">Name of the output; null with a single output without name.</param>
/// <param name="Value">The value.</param>
public sealed record TraceOutput(string? Label, string? Name, FeelValue Value);

/// <summary>One annotation of a rule.</summary>
/// <param name="Heading">Heading of the column; null when it has none.</param>
/// <param name="Text">The text.</param>
public sealed record TraceAnnotation(string? Heading, string Text);
