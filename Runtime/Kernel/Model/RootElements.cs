using System.Collections.Immutable;

namespace Platform.Kernel.Model;

/// <summary>BPMN 2.0.2 §8.4.12 Message.</summary>
public sealed record Message : RootElement
{
    /// <summary>Item definition of the content; null when not stated.</summary>
    public string? ItemRef { get; init; }
}

/// <summary>BPMN 2.0.2 §10.5.5 Signal.</summary>
public sealed record Signal : RootElement
{
    /// <summary>Item definition of the content; null when not stated.</summary>
    public string? StructureRef { get; init; }
}

/// <summary>BPMN 2.0.2 §8.4.4 Error.</summary>
public sealed record Error : RootElement
{
    /// <summary>Code that catching events compare; null when not stated.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Item definition of the content; null when not stated.</summary>
    public string? StructureRef { get; init; }
}

/// <summary>BPMN 2.0.2 §8.4.3 Escalation.</summary>
public sealed record Escalation : RootElement
{
    /// <summary>Code that catching events compare; null when not stated.</summary>
    public string? EscalationCode { get; init; }

    /// <summary>Item definition of the content; null when not stated.</summary>
    public string? StructureRef { get; init; }
}

/// <summary>Whether an item is information or a thing.</summary>
public enum ItemKind
{
    /// <summary>Information.</summary>
    Information,

    /// <summary>A physical thing.</summary>
    Physical,
}

/// <summary>BPMN 2.0.2 §8.4.11 ItemDefinition.</summary>
public sealed record ItemDefinition : RootElement
{
    /// <summary>Type as a QName; null when not stated.</summary>
    public string? StructureRef { get; init; }

    /// <summary>Whether it is a collection.</summary>
    public bool IsCollection { get; init; }

    /// <summary>Information or thing.</summary>
    public ItemKind ItemKind { get; init; }
}

/// <summary>BPMN 2.0.2 §8.5.3 Interface.</summary>
public sealed record Interface : RootElement
{
    /// <summary>Technology reference as a QName; null when not stated.</summary>
    public string? ImplementationRef { get; init; }

    /// <summary>Operations in file order.</summary>
    public ImmutableArray<Operation> Operations { get; init; } = [];
}

/// <summary>BPMN 2.0.2 §8.5.3 Operation.</summary>
public sealed record Operation : BaseElement
{
    /// <summary>Technology reference as a QName; null when not stated.</summary>
    public string? ImplementationRef { get; init; }

    /// <summary>Message it takes; null when the file has none.</summary>
    public string? InMessageRef { get; init; }

    /// <summary>Message it gives; null when it gives none.</summary>
    public string? OutMessageRef { get; init; }

    /// <summary>Errors it may give.</summary>
    public ImmutableArray<string> ErrorRefs { get; init; } = [];
}

/// <summary>BPMN 2.0.2 §8.4.2 CorrelationProperty.</summary>
public sealed record CorrelationProperty : RootElement
{
    /// <summary>Type as a QName; null when not stated.</summary>
    public string? Type { get; init; }

    /// <summary>Where the property is found in each message.</summary>
    public ImmutableArray<CorrelationPropertyRetrieval> Retrievals { get; init; } = [];
}

/// <summary>BPMN 2.0.2 §8.4.2 CorrelationPropertyRetrievalExpression.</summary>
public sealed record CorrelationPropertyRetrieval : BaseElement
{
    /// <summary>Id of the message; empty when the file has none.</summary>
    public required string MessageRef { get; init; }

    /// <summary>Path into the message; null when the file has none.</summary>
    public Expression? MessagePath { get; init; }
}
