namespace Platform.Decisions.Dmn.Model;

/// <summary>What one DMN file says (<c>definitions</c>, DMN 1.5 §6.3.2). Immutable; nothing in it is executable.</summary>
public sealed record DecisionModel : DmnNamedElement
{
    /// <summary>Namespace that other models import this one by; never null.</summary>
    public required string Namespace { get; init; }

    /// <summary>Default language of expressions; null means FEEL.</summary>
    public string? ExpressionLanguage { get; init; }

    /// <summary>Default language of types; null means FEEL.</summary>
    public string? TypeLanguage { get; init; }

    /// <summary>Tool that wrote the file; null when not said.</summary>
    public string? Exporter { get; init; }

    /// <summary>Version of <see cref="Exporter"/>.</summary>
    public string? ExporterVersion { get; init; }

    /// <summary>Other models that this one uses.</summary>
    public IReadOnlyList<DmnImport> Imports { get; init; } = [];

    /// <summary>Types that this model defines; they may refer to each other in any order.</summary>
    public IReadOnlyList<ItemDefinition> ItemDefinitions { get; init; } = [];

    /// <summary>Input data, decisions, business knowledge models, decision services and knowledge sources, in document order.</summary>
    public IReadOnlyList<DrgElement> Elements { get; init; } = [];

    /// <summary>Annotations, associations, groups, element collections and business context elements, kept verbatim.</summary>
    public IReadOnlyList<XmlFragment> Artifacts { get; init; } = [];

    /// <summary>The diagrams (DMNDI), kept verbatim; null when there are none.</summary>
    public XmlFragment? Diagrams { get; init; }

    /// <summary>Namespace prefixes declared on the root, so that qualified names inside kept content stay valid. Key: prefix, empty for the default.</summary>
    public IReadOnlyDictionary<string, string> Prefixes { get; init; } = new Dictionary<string, string>();

    /// <summary>The decisions among <see cref="Elements"/>.</summary>
    public IEnumerable<Decision> Decisions => Elements.OfType<Decision>();

    /// <summary>The decision services among <see cref="Elements"/>.</summary>
    public IEnumerable<DecisionService> Services => Elements.OfType<DecisionService>();
}

/// <summary>Use of another model (DMN 1.5 §6.3.3).</summary>
public sealed record DmnImport : DmnElement
{
    /// <summary>Prefix for the names of the imported model; empty puts them among this model's own names.</summary>
    public required string Name { get; init; }

    /// <summary>Namespace of the imported model.</summary>
    public required string Namespace { get; init; }

    /// <summary>Kind of the imported file: the DMN model namespace, or that of a PMML or XML schema.</summary>
    public required string ImportType { get; init; }

    /// <summary>Where the file may be found; a hint only.</summary>
    public string? LocationUri { get; init; }
}
