using System.Collections.Immutable;

namespace Platform.Kernel.Model;

/// <summary>BPMN 2.0.2 §8.2.1 Definitions: one BPMN file.</summary>
public sealed record Definitions : ModelElement
{
    /// <summary>Namespace that the file's ids live in; empty when the file states none.</summary>
    public string TargetNamespace { get; init; } = "";

    /// <summary>Default expression language as a URI; null when not stated.</summary>
    public string? ExpressionLanguage { get; init; }

    /// <summary>Default type language as a URI; null when not stated.</summary>
    public string? TypeLanguage { get; init; }

    /// <summary>Tool that wrote the file; null when not stated.</summary>
    public string? Exporter { get; init; }

    /// <summary>Version of that tool; null when not stated.</summary>
    public string? ExporterVersion { get; init; }

    /// <summary>Other files this one refers to.</summary>
    public ImmutableArray<Import> Imports { get; init; } = [];

    /// <summary>Extensions that the file declares (§8.3.3).</summary>
    public ImmutableArray<ExtensionDeclaration> ExtensionDeclarations { get; init; } = [];

    /// <summary>Processes, collaborations, messages and so on, in file order.</summary>
    public ImmutableArray<RootElement> RootElements { get; init; } = [];

    /// <summary>Drawings, in file order.</summary>
    public ImmutableArray<Diagram> Diagrams { get; init; } = [];

    /// <summary>The processes of the file, in file order.</summary>
    public IEnumerable<ProcessDefinition> Processes => RootElements.OfType<ProcessDefinition>();

    /// <summary>The collaborations of the file, in file order.</summary>
    public IEnumerable<Collaboration> Collaborations => RootElements.OfType<Collaboration>();
}

/// <summary>BPMN 2.0.2 §8.2.2 Import.</summary>
public sealed record Import : ModelElement
{
    /// <summary>Namespace of the imported file; empty when the file states none.</summary>
    public required string Namespace { get; init; }

    /// <summary>Where it is; null when not stated. Never fetched.</summary>
    public string? Location { get; init; }

    /// <summary>What it is, as the namespace of its format; empty when the file states none.</summary>
    public required string ImportType { get; init; }
}

/// <summary>BPMN 2.0.2 §8.3.3 Extension: says that the file uses an extension.</summary>
public sealed record ExtensionDeclaration : BaseElement
{
    /// <summary>Definition of the extension as a QName; null when not stated.</summary>
    public string? Definition { get; init; }

    /// <summary>Whether a tool that does not know it must refuse the file.</summary>
    public bool MustUnderstand { get; init; }
}
