using Platform.Kernel.Model;

namespace Platform.KernelTesting;

/// <summary>Event definitions in one word.</summary>
public static class On
{
    /// <summary>Ends the whole level.</summary>
    public static EventDefinition Terminate => new TerminateEventDefinition();

    /// <summary>Cancels a transaction.</summary>
    public static EventDefinition Cancel => new CancelEventDefinition();

    /// <summary>A message.</summary>
    /// <param name="name">Its name.</param>
    public static EventDefinition Message(string name) => new MessageEventDefinition { MessageRef = name };

    /// <summary>A signal.</summary>
    /// <param name="name">Its name.</param>
    public static EventDefinition Signal(string name) => new SignalEventDefinition { SignalRef = name };

    /// <summary>An error; null catches every code.</summary>
    /// <param name="code">Its code.</param>
    public static EventDefinition Error(string? code = null) => new ErrorEventDefinition { ErrorRef = code };

    /// <summary>An escalation; null catches every code.</summary>
    /// <param name="code">Its code.</param>
    public static EventDefinition Escalation(string? code = null) => new EscalationEventDefinition { EscalationRef = code };

    /// <summary>A condition.</summary>
    /// <param name="feel">FEEL.</param>
    public static EventDefinition Condition(string feel) => new ConditionalEventDefinition { Condition = Expression.Formal(feel) };

    /// <summary>After a time.</summary>
    /// <param name="duration">ISO 8601, or FEEL.</param>
    public static EventDefinition After(string duration) => new TimerEventDefinition { TimeDuration = Expression.Formal(duration) };

    /// <summary>At an instant.</summary>
    /// <param name="date">ISO 8601, or FEEL.</param>
    public static EventDefinition At(string date) => new TimerEventDefinition { TimeDate = Expression.Formal(date) };

    /// <summary>Again and again.</summary>
    /// <param name="cycle">ISO 8601 repetition, cron, or FEEL.</param>
    public static EventDefinition Every(string cycle) => new TimerEventDefinition { TimeCycle = Expression.Formal(cycle) };

    /// <summary>A link.</summary>
    /// <param name="name">Its name.</param>
    public static EventDefinition Link(string name) => new LinkEventDefinition { Name = name };

    /// <summary>Compensation; null for everything on the level.</summary>
    /// <param name="activity">The activity to undo.</param>
    /// <param name="waits">Whether to wait for the handlers.</param>
    public static EventDefinition Compensate(string? activity = null, bool waits = true) =>
        new CompensateEventDefinition { ActivityRef = activity, WaitForCompletion = waits };
}
