using Platform.Decisions.Feel;

namespace Platform.Kernel.Graph;

/// <summary>What an event catches or throws, compiled. Members that do not belong to its kind are null.</summary>
public sealed record EventPlan
{
    /// <summary>An event without definition.</summary>
    public static EventPlan None { get; } = new() { Kind = EventKind.None };

    /// <summary>What it is about.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>Whether catching it cancels what it stands on; true also for events without that choice.</summary>
    public bool IsInterrupting { get; init; } = true;

    /// <summary>Name of the message, signal or link.</summary>
    public FeelText? Name { get; init; }

    /// <summary>Value that a message must carry, or carries; null for none.</summary>
    public FeelExpression? CorrelationKey { get; init; }

    /// <summary>When a timer is due.</summary>
    public TimerPlan? Timer { get; init; }

    /// <summary>Condition of a conditional event.</summary>
    public FeelExpression? Condition { get; init; }

    /// <summary>Error or escalation code; null catches every code.</summary>
    public string? Code { get; init; }

    /// <summary>Text of a thrown error; null for none.</summary>
    public string? Message { get; init; }

    /// <summary>Variable that takes the code of a caught error; null for none.</summary>
    public string? CodeVariable { get; init; }

    /// <summary>Variable that takes the text of a caught error; null for none.</summary>
    public string? MessageVariable { get; init; }

    /// <summary>For thrown compensation, the activity meant; null for everything completed on the level.</summary>
    public Node? CompensatedActivity { get; init; }

    /// <summary>For thrown compensation, whether the token waits for the handlers.</summary>
    public bool WaitsForCompensation { get; init; } = true;
}
