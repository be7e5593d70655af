using System.Collections.Immutable;

namespace Platform.Kernel.Model;

/// <summary>Anything in a BPMN document that can carry an id, foreign content and a place in its file. Closed: only this project adds cases.</summary>
public abstract record ModelElement
{
    private protected ModelElement()
    {
    }

    /// <summary>Unique id in the document. Empty only for parts that nothing refers to, such as an anonymous event definition, an expression or a waypoint.</summary>
    public string Id { get; init; } = "";

    /// <summary>Name as written; null when absent, or when the standard gives this element no name.</summary>
    public string? Name { get; init; }

    /// <summary>Everything on this element that BPMN itself does not define: ours (gov:), and foreign content kept verbatim.</summary>
    public Extensions Extensions { get; init; } = Extensions.None;

    /// <summary>Where the element stood in its file; <see cref="SourceTrace.None"/> for a model that was built in code.</summary>
    public SourceTrace Source { get; init; } = SourceTrace.None;

    /// <summary>Line in the file, from 1; 0 for a model that was built in code.</summary>
    public int SourceLine => Source.Line;
}

/// <summary>BPMN 2.0.2 §8.3.1 BaseElement: an element that can be documented.</summary>
public abstract record BaseElement : ModelElement
{
    private protected BaseElement()
    {
    }

    /// <summary>Documentation entries in file order; empty when there are none.</summary>
    public ImmutableArray<Documentation> Documentation { get; init; } = [];
}

/// <summary>BPMN 2.0.2 §8.3.2 RootElement: an element that stands directly under definitions and can be shared.</summary>
public abstract record RootElement : BaseElement
{
    private protected RootElement()
    {
    }
}

/// <summary>BPMN 2.0.2 §8.4.2 Documentation. Markup inside it is kept in <see cref="Content"/>.</summary>
public sealed record Documentation : ModelElement
{
    /// <summary>Plain text with any markup taken out.</summary>
    public string Text { get; init; } = "";

    /// <summary>MIME type of the text.</summary>
    public string TextFormat { get; init; } = "text/plain";

    /// <summary>Text and markup exactly as written; empty when <see cref="Text"/> says it all.</summary>
    public ImmutableArray<ExtensionContent> Content { get; init; } = [];
}

/// <summary>A part of BPMN that the platform neither runs nor edits (choreographies, conversations, partner roles, end points), kept word for word.</summary>
public sealed record VerbatimRootElement : RootElement
{
    /// <summary>The element as it was read.</summary>
    public required ExtensionElement Element { get; init; }
}

/// <summary>Where an element was read from, and which of its attributes were written although they state the default value.</summary>
public sealed record SourceTrace
{
    /// <summary>The trace of a model that was built in code.</summary>
    public static SourceTrace None { get; } = new();

    /// <summary>Line in the file, from 1; 0 when unknown.</summary>
    public int Line { get; init; }

    /// <summary>Column in the line, from 1; 0 when unknown.</summary>
    public int Column { get; init; }

    /// <summary>Attributes that the file spelt out with their default value. The writer spells them out again, so that a file comes back as it was.</summary>
    public ImmutableArray<string> StatedDefaults { get; init; } = [];
}
