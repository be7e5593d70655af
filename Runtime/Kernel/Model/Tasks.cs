using System.Collections.Immutable;

namespace Platform.Kernel.Model;

/// <summary>BPMN 2.0.2 §10.3.3 Task family. Closed union of the records below.</summary>
public abstract record TaskNode : ActivityNode
{
    private protected TaskNode()
    {
    }
}

/// <summary>A task without a type (bpmn:task).</summary>
public sealed record AbstractTask : TaskNode;

/// <summary>Work for a person with software (bpmn:userTask).</summary>
public sealed record UserTask : TaskNode
{
    /// <summary>Technology of the work item.</summary>
    public string Implementation { get; init; } = TaskImplementation.Unspecified;

    /// <summary>Rendering hooks (§10.3.4.1); content is extensions.</summary>
    public ImmutableArray<Rendering> Renderings { get; init; } = [];
}

/// <summary>Work for a person without software (bpmn:manualTask).</summary>
public sealed record ManualTask : TaskNode;

/// <summary>Work for a service (bpmn:serviceTask).</summary>
public sealed record ServiceTask : TaskNode
{
    /// <summary>Technology of the call.</summary>
    public string Implementation { get; init; } = TaskImplementation.WebService;

    /// <summary>Operation that is called; null when not stated.</summary>
    public string? OperationRef { get; init; }
}

/// <summary>A script (bpmn:scriptTask).</summary>
public sealed record ScriptTask : TaskNode
{
    /// <summary>MIME type of the script; null when not stated.</summary>
    public string? ScriptFormat { get; init; }

    /// <summary>The script; null when there is none.</summary>
    public Script? Script { get; init; }
}

/// <summary>A decision (bpmn:businessRuleTask).</summary>
public sealed record BusinessRuleTask : TaskNode
{
    /// <summary>Technology of the rule engine.</summary>
    public string Implementation { get; init; } = TaskImplementation.Unspecified;
}

/// <summary>Sends a message (bpmn:sendTask).</summary>
public sealed record SendTask : TaskNode
{
    /// <summary>Technology of the sending.</summary>
    public string Implementation { get; init; } = TaskImplementation.WebService;

    /// <summary>Message that is sent; null when not stated.</summary>
    public string? MessageRef { get; init; }

    /// <summary>Operation that is called; null when not stated.</summary>
    public string? OperationRef { get; init; }
}

/// <summary>Waits for a message (bpmn:receiveTask).</summary>
public sealed record ReceiveTask : TaskNode
{
    /// <summary>Technology of the receiving.</summary>
    public string Implementation { get; init; } = TaskImplementation.WebService;

    /// <summary>True when the message starts the process.</summary>
    public bool Instantiate { get; init; }

    /// <summary>Message that is awaited; null when not stated.</summary>
    public string? MessageRef { get; init; }

    /// <summary>Operation that receives it; null when not stated.</summary>
    public string? OperationRef { get; init; }
}

/// <summary>BPMN 2.0.2 §10.3.6 CallActivity.</summary>
public sealed record CallActivity : ActivityNode
{
    /// <summary>Process or global task that is called, as an id or prefix:id; null when not stated.</summary>
    public string? CalledElement { get; init; }
}

/// <summary>The text of a script task; may hold markup.</summary>
public sealed record Script : ModelElement
{
    /// <summary>The script exactly as written.</summary>
    public required string Text { get; init; }

    /// <summary>Text and markup exactly as written when the script holds markup; otherwise empty.</summary>
    public ImmutableArray<ExtensionContent> Content { get; init; } = [];
}

/// <summary>BPMN 2.0.2 §10.3.4.1 Rendering: a hook whose content is extensions.</summary>
public sealed record Rendering : BaseElement;

/// <summary>Implementation values that the standard names.</summary>
public static class TaskImplementation
{
    /// <summary>No technology stated.</summary>
    public const string Unspecified = "##unspecified";

    /// <summary>A web service; the standard's default for service, send and receive tasks.</summary>
    public const string WebService = "##WebService";
}
