namespace Platform.Decisions.Dmn.Model;

/// <summary>Logic of a decision or function (DMN 1.5 §7.2, §8, §10.2.1). Closed: the cases are in this file and <see cref="DecisionTable"/>.</summary>
public abstract record BoxedExpression : DmnElement
{
    private protected BoxedExpression()
    {
    }

    /// <summary>Type that the value is coerced to; null means <c>Any</c>.</summary>
    public string? TypeRef { get; init; }
}

/// <summary>A FEEL expression as text.</summary>
public sealed record LiteralExpression : BoxedExpression
{
    /// <summary>The text; null when the box is empty, which evaluates to null.</summary>
    public string? Text { get; init; }

    /// <summary>Language; null means that of the model.</summary>
    public string? ExpressionLanguage { get; init; }
}

/// <summary>A boxed context: named values, each of which sees those before it.</summary>
public sealed record ContextExpression : BoxedExpression
{
    /// <summary>Entries in order. A last entry without variable is the result of the whole box.</summary>
    public IReadOnlyList<ContextEntry> Entries { get; init; } = [];
}

/// <summary>One entry of a boxed context.</summary>
public sealed record ContextEntry : DmnElement
{
    /// <summary>Name and type; null for the result entry.</summary>
    public InformationItem? Variable { get; init; }

    /// <summary>The value; null when the box is empty.</summary>
    public BoxedExpression? Value { get; init; }
}

/// <summary>A boxed list.</summary>
public sealed record ListExpression : BoxedExpression
{
    /// <summary>Items in order.</summary>
    public IReadOnlyList<BoxedExpression> Items { get; init; } = [];
}

/// <summary>A boxed relation: a list of contexts with the same names.</summary>
public sealed record RelationExpression : BoxedExpression
{
    /// <summary>Columns in order.</summary>
    public IReadOnlyList<InformationItem> Columns { get; init; } = [];

    /// <summary>Rows in order.</summary>
    public IReadOnlyList<RelationRow> Rows { get; init; } = [];
}

/// <summary>One row of a relation.</summary>
public sealed record RelationRow : DmnElement
{
    /// <summary>One cell for each column.</summary>
    public IReadOnlyList<BoxedExpression> Cells { get; init; } = [];
}

/// <summary>A boxed function.</summary>
public sealed record FunctionDefinition : BoxedExpression
{
    /// <summary>Who evaluates the body. Only FEEL is evaluated; the others give null and a warning.</summary>
    public FunctionKind Kind { get; init; }

    /// <summary>Parameters in order.</summary>
    public IReadOnlyList<InformationItem> Parameters { get; init; } = [];

    /// <summary>The body; null when the box is empty.</summary>
    public BoxedExpression? Body { get; init; }
}

/// <summary>Language of a boxed function.</summary>
public enum FunctionKind
{
    /// <summary>FEEL or any boxed expression.</summary>
    Feel,

    /// <summary>A Java method; refused.</summary>
    Java,

    /// <summary>A PMML model; refused.</summary>
    Pmml,
}

/// <summary>A boxed call with named arguments.</summary>
public sealed record InvocationExpression : BoxedExpression
{
    /// <summary>Expression that gives the function, usually its name; null when the box is empty.</summary>
    public BoxedExpression? Callee { get; init; }

    /// <summary>Arguments.</summary>
    public IReadOnlyList<ArgumentBinding> Bindings { get; init; } = [];
}

/// <summary>One argument of a boxed call.</summary>
public sealed record ArgumentBinding : DmnElement
{
    /// <summary>The parameter that it is for.</summary>
    public required InformationItem Parameter { get; init; }

    /// <summary>The value; null when the box is empty.</summary>
    public BoxedExpression? Value { get; init; }
}

/// <summary>A child box with a role of its own, such as <c>if</c> or <c>in</c>.</summary>
public sealed record ChildExpression : DmnElement
{
    /// <summary>Type of the child; null means <c>Any</c>.</summary>
    public string? TypeRef { get; init; }

    /// <summary>The expression; null when the box is empty.</summary>
    public BoxedExpression? Value { get; init; }
}

/// <summary>A boxed <c>if … then … else</c>.</summary>
public sealed record ConditionalExpression : BoxedExpression
{
    /// <summary>The condition.</summary>
    public required ChildExpression If { get; init; }

    /// <summary>Value when the condition is true.</summary>
    public required ChildExpression Then { get; init; }

    /// <summary>Value otherwise.</summary>
    public required ChildExpression Else { get; init; }
}

/// <summary>A boxed <c>for</c>, <c>some</c> or <c>every</c>.</summary>
public sealed record IteratorExpression : BoxedExpression
{
    /// <summary>Which of the three.</summary>
    public required IteratorKind Kind { get; init; }

    /// <summary>Name that each item gets.</summary>
    public required string Variable { get; init; }

    /// <summary>The list.</summary>
    public required ChildExpression In { get; init; }

    /// <summary><c>return</c> of a <c>for</c>, <c>satisfies</c> of the others.</summary>
    public required ChildExpression Body { get; init; }
}

/// <summary>Kind of a boxed iterator.</summary>
public enum IteratorKind
{
    /// <summary>Maps every item.</summary>
    For,

    /// <summary>Does at least one item satisfy?</summary>
    Some,

    /// <summary>Do all items satisfy?</summary>
    Every,
}

/// <summary>A boxed filter.</summary>
public sealed record FilterExpression : BoxedExpression
{
    /// <summary>The list.</summary>
    public required ChildExpression In { get; init; }

    /// <summary>Condition over <c>item</c>.</summary>
    public required ChildExpression Match { get; init; }
}
