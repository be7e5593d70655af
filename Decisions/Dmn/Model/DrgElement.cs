namespace Platform.Decisions.Dmn.Model;

/// <summary>A node of the decision requirements graph (DMN 1.5 §6.2). Closed: the cases are in this file.</summary>
public abstract record DrgElement : DmnNamedElement
{
    private protected DrgElement()
    {
    }

    /// <summary>Name and type of the value or function; null when the file leaves it out (the element's name counts, the type is <c>Any</c>).</summary>
    public InformationItem? Variable { get; init; }

    /// <summary>Authority requirements, kept verbatim: they do not influence evaluation.</summary>
    public IReadOnlyList<XmlFragment> AuthorityRequirements { get; init; } = [];
}

/// <summary>A value that the caller supplies (DMN 1.5 §6.3.11).</summary>
public sealed record InputData : DrgElement;

/// <summary>A value computed from others (DMN 1.5 §6.3.7).</summary>
public sealed record Decision : DrgElement
{
    /// <summary>The question that the decision answers.</summary>
    public string? Question { get; init; }

    /// <summary>The answers that are allowed, as free text.</summary>
    public string? AllowedAnswers { get; init; }

    /// <summary>Inputs and decisions that the logic reads.</summary>
    public IReadOnlyList<Requirement> InformationRequirements { get; init; } = [];

    /// <summary>Business knowledge models and services that the logic calls.</summary>
    public IReadOnlyList<Requirement> KnowledgeRequirements { get; init; } = [];

    /// <summary>Objectives, indicators, makers, owners, processes and tasks, kept verbatim in document order.</summary>
    public IReadOnlyList<XmlFragment> BusinessContext { get; init; } = [];

    /// <summary>The logic; null when the decision only documents.</summary>
    public BoxedExpression? Logic { get; init; }
}

/// <summary>A reusable function (DMN 1.5 §6.3.9).</summary>
public sealed record BusinessKnowledgeModel : DrgElement
{
    /// <summary>The function; null when the model only documents.</summary>
    public FunctionDefinition? Logic { get; init; }

    /// <summary>Business knowledge models and services that the logic calls.</summary>
    public IReadOnlyList<Requirement> KnowledgeRequirements { get; init; } = [];
}

/// <summary>Decisions offered as one function (DMN 1.5 §6.3.10).</summary>
public sealed record DecisionService : DrgElement
{
    /// <summary>Links to the decisions whose values are returned, in order.</summary>
    public IReadOnlyList<string> OutputDecisions { get; init; } = [];

    /// <summary>Links to the decisions that are evaluated inside.</summary>
    public IReadOnlyList<string> EncapsulatedDecisions { get; init; } = [];

    /// <summary>Links to the decisions whose values the caller supplies, in order.</summary>
    public IReadOnlyList<string> InputDecisions { get; init; } = [];

    /// <summary>Links to the input data that the caller supplies, in order.</summary>
    public IReadOnlyList<string> InputData { get; init; } = [];
}

/// <summary>An authority such as a law or a person (DMN 1.5 §6.3.12). It documents and is not evaluated.</summary>
public sealed record KnowledgeSource : DrgElement
{
    /// <summary>Type, owner and other children of the element, kept verbatim in document order.</summary>
    public IReadOnlyList<XmlFragment> Details { get; init; } = [];

    /// <summary>Address of the document.</summary>
    public string? LocationUri { get; init; }
}

/// <summary>An arrow of the requirements graph.</summary>
public sealed record Requirement : DmnElement
{
    /// <summary>What is required.</summary>
    public required RequirementKind Kind { get; init; }

    /// <summary>Link to it: <c>#id</c> or <c>namespace#id</c>.</summary>
    public required string Href { get; init; }
}

/// <summary>What a requirement points to.</summary>
public enum RequirementKind
{
    /// <summary>An input data element.</summary>
    Input,

    /// <summary>A decision.</summary>
    Decision,

    /// <summary>A business knowledge model or decision service.</summary>
    Knowledge,
}
