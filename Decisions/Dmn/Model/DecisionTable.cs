namespace Platform.Decisions.Dmn.Model;

/// <summary>A decision table (DMN 1.5 §8).</summary>
public sealed record DecisionTable : BoxedExpression
{
    /// <summary>What happens when several rules match.</summary>
    public HitPolicy HitPolicy { get; init; }

    /// <summary>How a collecting table sums up; null when it lists.</summary>
    public Aggregation? Aggregation { get; init; }

    /// <summary>How a diagram draws the table; evaluation does not depend on it.</summary>
    public TableOrientation? Orientation { get; init; }

    /// <summary>Text above the outputs.</summary>
    public string? OutputLabel { get; init; }

    /// <summary>Input columns.</summary>
    public IReadOnlyList<InputClause> Inputs { get; init; } = [];

    /// <summary>Output columns; at least one in an executable table.</summary>
    public IReadOnlyList<OutputClause> Outputs { get; init; } = [];

    /// <summary>Names of the annotation columns.</summary>
    public IReadOnlyList<AnnotationClause> Annotations { get; init; } = [];

    /// <summary>Rules; the first has number 1.</summary>
    public IReadOnlyList<DecisionRule> Rules { get; init; } = [];
}

/// <summary>An input column.</summary>
public sealed record InputClause : DmnElement
{
    /// <summary>What is tested.</summary>
    public required LiteralExpression Expression { get; init; }

    /// <summary>The values that may come in; null when unrestricted.</summary>
    public UnaryTestsText? Values { get; init; }
}

/// <summary>An output column.</summary>
public sealed record OutputClause : DmnElement
{
    /// <summary>Name of the entry in the result; may be null with a single output.</summary>
    public string? Name { get; init; }

    /// <summary>Type of the entries; null means <c>Any</c>.</summary>
    public string? TypeRef { get; init; }

    /// <summary>The values that may come out, highest priority first; null when unrestricted.</summary>
    public UnaryTestsText? Values { get; init; }

    /// <summary>Value when no rule matches.</summary>
    public LiteralExpression? Default { get; init; }
}

/// <summary>An annotation column.</summary>
/// <param name="Name">Heading; may be null.</param>
public sealed record AnnotationClause(string? Name);

/// <summary>One rule.</summary>
public sealed record DecisionRule : DmnElement
{
    /// <summary>One test for each input column.</summary>
    public IReadOnlyList<UnaryTestsText> Inputs { get; init; } = [];

    /// <summary>One expression for each output column.</summary>
    public IReadOnlyList<LiteralExpression> Outputs { get; init; } = [];

    /// <summary>Annotations, at most one for each annotation column.</summary>
    public IReadOnlyList<string> Annotations { get; init; } = [];
}

/// <summary>Hit policy (DMN 1.5 §8.2.10).</summary>
public enum HitPolicy
{
    /// <summary>At most one rule matches (U).</summary>
    Unique,

    /// <summary>The first matching rule in order (F).</summary>
    First,

    /// <summary>The matching rule with the highest output priority (P).</summary>
    Priority,

    /// <summary>All matching rules agree (A).</summary>
    Any,

    /// <summary>All matches in any order, or an aggregate of them (C).</summary>
    Collect,

    /// <summary>All matches in the order of the rules (R).</summary>
    RuleOrder,

    /// <summary>All matches in the order of output priority (O).</summary>
    OutputOrder,
}

/// <summary>Aggregator of a collecting table (DMN 1.5 §8.2.10).</summary>
public enum Aggregation
{
    /// <summary>Sum of the outputs (C+).</summary>
    Sum,

    /// <summary>Number of outputs (C#).</summary>
    Count,

    /// <summary>Least output (C&lt;).</summary>
    Min,

    /// <summary>Greatest output (C&gt;).</summary>
    Max,
}

/// <summary>Orientation of a table (DMN 1.5 §8.2.2).</summary>
public enum TableOrientation
{
    /// <summary>Each rule is a row.</summary>
    RuleAsRow,

    /// <summary>Each rule is a column.</summary>
    RuleAsColumn,

    /// <summary>Inputs along both sides, outputs in the cells.</summary>
    CrossTable,
}
