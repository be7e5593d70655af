using System.Collections.Immutable;

namespace Platform.Kernel.Model;

/// <summary>Whether a process is for one organisation or visible to others (§10.2).</summary>
public enum ProcessType
{
    /// <summary>Not stated.</summary>
    None,

    /// <summary>Visible to others.</summary>
    Public,

    /// <summary>For one organisation.</summary>
    Private,
}

/// <summary>BPMN 2.0.2 §8.4.5 CallableElement: a process or a global task. Closed union of the records below.</summary>
public abstract record CallableElement : RootElement
{
    private protected CallableElement()
    {
    }

    /// <summary>Interfaces it offers.</summary>
    public ImmutableArray<string> SupportedInterfaceRefs { get; init; } = [];

    /// <summary>Declared inputs and outputs.</summary>
    public IoSpecification? IoSpecification { get; init; }

    /// <summary>How operations map to inputs and outputs.</summary>
    public ImmutableArray<IoBinding> IoBindings { get; init; } = [];

    /// <summary>Who is responsible (§10.3.1).</summary>
    public ImmutableArray<ResourceRole> ResourceRoles { get; init; } = [];
}

/// <summary>BPMN 2.0.2 §8.4.5 InputOutputBinding; all members are ids.</summary>
public sealed record IoBinding : BaseElement
{
    /// <summary>Operation; empty when the file has none.</summary>
    public required string OperationRef { get; init; }

    /// <summary>Input set; empty when the file has none.</summary>
    public required string InputDataRef { get; init; }

    /// <summary>Output set; empty when the file has none.</summary>
    public required string OutputDataRef { get; init; }
}

/// <summary>BPMN 2.0.2 §10.2 Process: what the file says; its compiled twin is the process graph.</summary>
public sealed record ProcessDefinition : CallableElement
{
    /// <summary>Visibility.</summary>
    public ProcessType ProcessType { get; init; }

    /// <summary>True when no other messages may flow.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether the author meant it to run; null when not stated.</summary>
    public bool? IsExecutable { get; init; }

    /// <summary>Collaboration that says with whom it talks; null when not stated.</summary>
    public string? DefinitionalCollaborationRef { get; init; }

    /// <summary>Auditing hook; kept, not run.</summary>
    public Auditing? Auditing { get; init; }

    /// <summary>Monitoring hook; kept, not run.</summary>
    public Monitoring? Monitoring { get; init; }

    /// <summary>Properties of the process.</summary>
    public ImmutableArray<Property> Properties { get; init; } = [];

    /// <summary>Lanes.</summary>
    public ImmutableArray<LaneSet> LaneSets { get; init; } = [];

    /// <summary>Nodes, flows and data, in file order.</summary>
    public ImmutableArray<FlowElement> FlowElements { get; init; } = [];

    /// <summary>Annotations, groups and associations.</summary>
    public ImmutableArray<Artifact> Artifacts { get; init; } = [];
}

/// <summary>Which global task an element is.</summary>
public enum GlobalTaskKind
{
    /// <summary>bpmn:globalTask.</summary>
    Task,

    /// <summary>bpmn:globalUserTask.</summary>
    User,

    /// <summary>bpmn:globalManualTask.</summary>
    Manual,

    /// <summary>bpmn:globalScriptTask.</summary>
    Script,

    /// <summary>bpmn:globalBusinessRuleTask.</summary>
    BusinessRule,
}

/// <summary>BPMN 2.0.2 §10.3.7 GlobalTask: a task that call activities share.</summary>
public sealed record GlobalTask : CallableElement
{
    /// <summary>Which kind.</summary>
    public GlobalTaskKind Kind { get; init; }

    /// <summary>User and business rule only: the technology.</summary>
    public string Implementation { get; init; } = TaskImplementation.Unspecified;

    /// <summary>User only: rendering hooks.</summary>
    public ImmutableArray<Rendering> Renderings { get; init; } = [];

    /// <summary>Script only: language of the script; null when not stated.</summary>
    public string? ScriptLanguage { get; init; }

    /// <summary>Script only: the script; null when there is none.</summary>
    public Script? Script { get; init; }
}
