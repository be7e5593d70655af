namespace Platform.Decisions.Dmn.Model;

/// <summary>A type of a model, or a component of one (DMN 1.5 §7.3.2).</summary>
/// <remarks>Exactly one of <see cref="TypeRef"/>, <see cref="Components"/> and <see cref="Function"/> describes it; with none it is <c>Any</c>.</remarks>
public sealed record ItemDefinition : DmnNamedElement
{
    /// <summary>Name of the base type: a FEEL type, a type of this model, or <c>prefix.type</c>; null when structured.</summary>
    public string? TypeRef { get; init; }

    /// <summary>True when values are lists of the described type.</summary>
    public bool IsCollection { get; init; }

    /// <summary>Language of the type; null means that of the model.</summary>
    public string? TypeLanguage { get; init; }

    /// <summary>Tests for the allowed values (of the items when a collection); null when unrestricted.</summary>
    public UnaryTestsText? AllowedValues { get; init; }

    /// <summary>Tests for the value as a whole (of the list when a collection); null when unrestricted.</summary>
    public UnaryTestsText? TypeConstraint { get; init; }

    /// <summary>Entries of a structured type, in order; empty when it is not structured.</summary>
    public IReadOnlyList<ItemDefinition> Components { get; init; } = [];

    /// <summary>Signature when values are functions; otherwise null.</summary>
    public FunctionItem? Function { get; init; }
}

/// <summary>Signature of a function type (DMN 1.5 §7.3.4).</summary>
public sealed record FunctionItem : DmnElement
{
    /// <summary>Type of the result; null means <c>Any</c>.</summary>
    public string? OutputTypeRef { get; init; }

    /// <summary>Parameters in order.</summary>
    public IReadOnlyList<InformationItem> Parameters { get; init; } = [];
}

/// <summary>A typed name: a variable, parameter or column (DMN 1.5 §7.3.3).</summary>
public sealed record InformationItem : DmnNamedElement
{
    /// <summary>Name of the type; null means <c>Any</c>.</summary>
    public string? TypeRef { get; init; }
}

/// <summary>Text of FEEL unary tests (DMN 1.5 §7.3.7).</summary>
public sealed record UnaryTestsText : DmnElement
{
    /// <summary>The tests, for example <c>"a","b"</c> or <c>[1..10]</c>.</summary>
    public required string Text { get; init; }

    /// <summary>Language; null means that of the model.</summary>
    public string? ExpressionLanguage { get; init; }
}
