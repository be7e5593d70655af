namespace Platform.Decisions.Dmn.Model;

/// <summary>Anything of a DMN file that may carry an id, a label and a description (DMN 1.5 §6.3.1). Immutable.</summary>
public abstract record DmnElement
{
    private protected DmnElement()
    {
    }

    /// <summary>Identifier, unique within its model; null when the file gives none.</summary>
    public string? Id { get; init; }

    /// <summary>Text that a diagram shows instead of the name; null when the file gives none.</summary>
    public string? Label { get; init; }

    /// <summary>Free description; null when the file gives none.</summary>
    public string? Description { get; init; }

    /// <summary>What other tools and other vocabularies added; written back as it was read.</summary>
    public DmnExtensions Extensions { get; init; } = DmnExtensions.None;

    /// <summary>Line of the file that the element starts on, counted from 1; 0 when it was not read from a file.</summary>
    public int SourceLine { get; init; }
}

/// <summary>An element with a name (DMN 1.5 §6.3.1).</summary>
public abstract record DmnNamedElement : DmnElement
{
    private protected DmnNamedElement()
    {
    }

    /// <summary>Name, unique among the elements of its kind; never null, empty only in a model that was refused.</summary>
    public required string Name { get; init; }
}
