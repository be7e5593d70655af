using System.Collections.Immutable;
using Platform.Decisions.Feel;

namespace Platform.Kernel.Execution;

/// <summary>What a step orders from its surroundings, as data, to be carried out in order and committed together with the state. A closed union.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Create the human task of a token. Answered by <see cref="Trigger.ResumeToken"/>.</summary>
    /// <param name="TokenId">The token; at most one task per token.</param>
    /// <param name="ElementId">The user task.</param>
    /// <param name="Round">How often the element has been activated in this instance, from 1.</param>
    public sealed record CreateTask(long TokenId, string ElementId, int Round) : Effect
    {
        /// <summary>Variables that exist only for this task, such as item and loopCounter; empty when there are none.</summary>
        public ImmutableDictionary<string, FeelValue> Local { get; init; } = ImmutableDictionary<string, FeelValue>.Empty;
    }

    /// <summary>The task of a token is void.</summary>
    /// <param name="TokenId">The token.</param>
    public sealed record CancelTask(long TokenId) : Effect;

    /// <summary>Run the activity of a service, send, business rule or other automatic task. Answered by ResumeToken, ThrowError or FailWork.</summary>
    /// <param name="TokenId">The token; at most one piece of work per token.</param>
    /// <param name="ElementId">The element.</param>
    public sealed record RunActivity(long TokenId, string ElementId) : Effect;

    /// <summary>The work of a token is void; an answer to it would be refused.</summary>
    /// <param name="TokenId">The token.</param>
    public sealed record CancelWork(long TokenId) : Effect;

    /// <summary>Keep a timer. A second order with the same <paramref name="TimerId"/> moves it to its next due time (cycles).</summary>
    /// <param name="TimerId">The timer.</param>
    /// <param name="TokenId">The token it belongs to; 0 when it belongs to a scope (event sub-process).</param>
    /// <param name="ElementId">The event that waits.</param>
    /// <param name="Due">When it is due; may lie in the past.</param>
    public sealed record ScheduleTimer(long TimerId, long TokenId, string ElementId, DateTimeOffset Due) : Effect;

    /// <summary>A timer is void.</summary>
    /// <param name="TimerId">The timer.</param>
    public sealed record CancelTimer(long TimerId) : Effect;

    /// <summary>Route messages or signals here. Conditional events are watched by the kernel itself and are not ordered.</summary>
    /// <param name="SubscriptionId">The subscription.</param>
    /// <param name="TokenId">The token it belongs to; 0 when it belongs to a scope (event sub-process).</param>
    /// <param name="ElementId">The event or receive task that waits.</param>
    /// <param name="Kind">Message or signal.</param>
    /// <param name="Name">Name of the message or signal.</param>
    /// <param name="CorrelationKey">Value that a message must carry; null for none.</param>
    public sealed record OpenSubscription(
        long SubscriptionId, long TokenId, string ElementId, SubscriptionKind Kind, string Name, string? CorrelationKey) : Effect;

    /// <summary>A subscription is void.</summary>
    /// <param name="SubscriptionId">The subscription.</param>
    public sealed record CloseSubscription(long SubscriptionId) : Effect;

    /// <summary>Start the process that a call activity calls. Answered by <see cref="Trigger.ChildEnded"/>.</summary>
    /// <param name="TokenId">The token; at most one child per token.</param>
    /// <param name="ElementId">The call activity.</param>
    /// <param name="CalledElement">Id of the process to start.</param>
    /// <param name="Variables">First variables of the child.</param>
    public sealed record StartChild(
        long TokenId, string ElementId, string CalledElement, ImmutableDictionary<string, FeelValue> Variables) : Effect;

    /// <summary>Terminate the child instance of a token.</summary>
    /// <param name="TokenId">The token.</param>
    public sealed record CancelChild(long TokenId) : Effect;

    /// <summary>Send a message.</summary>
    /// <param name="Name">Name of the message.</param>
    /// <param name="CorrelationKey">Value the receiver waits for; null for none.</param>
    /// <param name="Variables">Content.</param>
    public sealed record PublishMessage(string Name, string? CorrelationKey, ImmutableDictionary<string, FeelValue> Variables) : Effect;

    /// <summary>Send a signal to everything in the tenant that waits for it, start events included.</summary>
    /// <param name="Name">Name of the signal.</param>
    /// <param name="Variables">Content.</param>
    public sealed record BroadcastSignal(string Name, ImmutableDictionary<string, FeelValue> Variables) : Effect;

    /// <summary>Nothing in this instance caught an escalation: hand it to the call activity that started the instance, as ThrowEscalation; nothing to do without one.</summary>
    /// <param name="Code">Escalation code.</param>
    /// <param name="Variables">Process variables when it was thrown.</param>
    public sealed record EscalateToParent(string Code, ImmutableDictionary<string, FeelValue> Variables) : Effect;

    /// <summary>Show an incident to the operators. Answered by <see cref="Trigger.RetryToken"/>.</summary>
    /// <param name="TokenId">The stuck token; at most one incident per token.</param>
    /// <param name="ElementId">Where it is stuck.</param>
    /// <param name="Problem">Why.</param>
    public sealed record RaiseIncident(long TokenId, string ElementId, Problem Problem) : Effect;

    /// <summary>The incident of a token is over, resolved or cancelled.</summary>
    /// <param name="TokenId">The token.</param>
    public sealed record ClearIncident(long TokenId) : Effect;

    /// <summary>The instance has ended; always the last effect of its step.</summary>
    /// <param name="Status">How it ended.</param>
    /// <param name="Variables">Process variables at the end.</param>
    /// <param name="ErrorCode">Error that nothing caught; null for none. Goes into ChildEnded.</param>
    /// <param name="ErrorMessage">Text of that error; null for none.</param>
    public sealed record EndInstance(
        InstanceStatus Status,
        ImmutableDictionary<string, FeelValue> Variables,
        string? ErrorCode = null,
        string? ErrorMessage = null) : Effect;
}
