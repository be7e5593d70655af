using System.Collections.Immutable;

namespace Platform.Kernel.Model;

/// <summary>BPMN 2.0.2 §10.5.5 EventDefinition: what an event waits for or causes. Closed union of the records below.</summary>
public abstract record EventDefinition : RootElement
{
    private protected EventDefinition()
    {
    }
}

/// <summary>A message.</summary>
public sealed record MessageEventDefinition : EventDefinition
{
    /// <summary>Id of the message; null when not stated.</summary>
    public string? MessageRef { get; init; }

    /// <summary>Id of the operation; null when not stated.</summary>
    public string? OperationRef { get; init; }
}

/// <summary>A point in time. The standard allows one of the three; a file that states more keeps them and is reported.</summary>
public sealed record TimerEventDefinition : EventDefinition
{
    /// <summary>An instant (ISO 8601).</summary>
    public Expression? TimeDate { get; init; }

    /// <summary>A duration (ISO 8601).</summary>
    public Expression? TimeDuration { get; init; }

    /// <summary>A repeating interval (ISO 8601) or cron.</summary>
    public Expression? TimeCycle { get; init; }
}

/// <summary>An error.</summary>
public sealed record ErrorEventDefinition : EventDefinition
{
    /// <summary>Id of the error; null catches every error.</summary>
    public string? ErrorRef { get; init; }
}

/// <summary>An escalation.</summary>
public sealed record EscalationEventDefinition : EventDefinition
{
    /// <summary>Id of the escalation; null catches every escalation.</summary>
    public string? EscalationRef { get; init; }
}

/// <summary>A signal.</summary>
public sealed record SignalEventDefinition : EventDefinition
{
    /// <summary>Id of the signal; null when not stated.</summary>
    public string? SignalRef { get; init; }
}

/// <summary>Compensation.</summary>
public sealed record CompensateEventDefinition : EventDefinition
{
    /// <summary>Whether a throwing event waits for the compensation to finish.</summary>
    public bool WaitForCompletion { get; init; } = true;

    /// <summary>Id of the activity to compensate; null means the whole scope.</summary>
    public string? ActivityRef { get; init; }
}

/// <summary>A condition becoming true.</summary>
public sealed record ConditionalEventDefinition : EventDefinition
{
    /// <summary>The condition; null when the file has none.</summary>
    public Expression? Condition { get; init; }
}

/// <summary>A jump inside one scope; <see cref="ModelElement.Name"/> pairs source and target.</summary>
public sealed record LinkEventDefinition : EventDefinition
{
    /// <summary>Ids of the source links.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Id of the target link; null when not stated.</summary>
    public string? Target { get; init; }
}

/// <summary>Cancels the enclosing transaction.</summary>
public sealed record CancelEventDefinition : EventDefinition;

/// <summary>Ends everything in the scope at once.</summary>
public sealed record TerminateEventDefinition : EventDefinition;
