using System.Collections.Immutable;

namespace Platform.Kernel.Model;

/// <summary>BPMN 2.0.2 §8.4.1 Artifact. Closed union of the records below.</summary>
public abstract record Artifact : BaseElement
{
    private protected Artifact()
    {
    }
}

/// <summary>A remark in the diagram (bpmn:textAnnotation).</summary>
public sealed record TextAnnotation : Artifact
{
    /// <summary>The remark; null when the file has no text element.</summary>
    public string? Text { get; init; }

    /// <summary>MIME type of the text.</summary>
    public string TextFormat { get; init; } = "text/plain";

    /// <summary>The text element exactly as written when it holds markup; otherwise null.</summary>
    public ExtensionElement? Content { get; init; }
}

/// <summary>Which end of an association has an arrow.</summary>
public enum AssociationDirection
{
    /// <summary>No arrow.</summary>
    None,

    /// <summary>At the target.</summary>
    One,

    /// <summary>At both ends.</summary>
    Both,
}

/// <summary>A line between an element and an artifact (bpmn:association).</summary>
public sealed record Association : Artifact
{
    /// <summary>Id of one end; empty when the file has none.</summary>
    public required string SourceRef { get; init; }

    /// <summary>Id of the other end; empty when the file has none.</summary>
    public required string TargetRef { get; init; }

    /// <summary>Which end has an arrow.</summary>
    public AssociationDirection Direction { get; init; }
}

/// <summary>A dashed frame (bpmn:group).</summary>
public sealed record Group : Artifact
{
    /// <summary>Category value that gives the frame its label; null when not stated.</summary>
    public string? CategoryValueRef { get; init; }
}

/// <summary>BPMN 2.0.2 §8.4.1 Category.</summary>
public sealed record Category : RootElement
{
    /// <summary>Values in file order.</summary>
    public ImmutableArray<CategoryValue> Values { get; init; } = [];
}

/// <summary>BPMN 2.0.2 §8.4.1 CategoryValue.</summary>
public sealed record CategoryValue : BaseElement
{
    /// <summary>The value; null when not stated.</summary>
    public string? Value { get; init; }
}
