using System.Collections.Immutable;
using Platform.Decisions.Feel;

namespace Platform.Kernel.Execution;

/// <summary>
/// What happened, in the past tense: appended for ever, history and audit at once. A closed union.
/// Elements and flows are named by their index in the graph of the instance's version. <see cref="InstanceState.Apply"/> folds facts into state.
/// Released cases keep their shape; a new need is a new case or an optional member.
/// </summary>
public abstract record ProcessEvent
{
    private ProcessEvent()
    {
    }

    /// <summary>The instance began.</summary>
    /// <param name="ProcessId">Id of the process.</param>
    /// <param name="Variables">First variables.</param>
    public sealed record InstanceStarted(string ProcessId, ImmutableDictionary<string, FeelValue> Variables) : ProcessEvent;

    /// <summary>A scope opened: the inside of a sub-process, a loop, or the variables of one token.</summary>
    /// <param name="Scope">The scope as it opened.</param>
    public sealed record ScopeEntered(Scope Scope) : ProcessEvent;

    /// <summary>A scope is gone with its variables.</summary>
    /// <param name="ScopeId">The scope.</param>
    public sealed record ScopeLeft(long ScopeId) : ProcessEvent;

    /// <summary>A completed sub-process keeps its variables for compensation.</summary>
    /// <param name="ScopeId">The scope.</param>
    /// <param name="ParentId">Scope whose variables it shows from now on.</param>
    public sealed record ScopeKept(long ScopeId, long ParentId) : ProcessEvent;

    /// <summary>A kept scope runs again because it is compensated.</summary>
    /// <param name="ScopeId">The scope.</param>
    /// <param name="OwnerTokenId">Token that waits for it.</param>
    public sealed record ScopeReopened(long ScopeId, long OwnerTokenId) : ProcessEvent;

    /// <summary>An element was activated by a token.</summary>
    /// <param name="Token">The token as it came.</param>
    public sealed record TokenEntered(Token Token) : ProcessEvent;

    /// <summary>A sequence flow was taken. Changes no state.</summary>
    /// <param name="TokenId">Token that left.</param>
    /// <param name="FlowIndex">The flow.</param>
    public sealed record FlowTaken(long TokenId, int FlowIndex) : ProcessEvent;

    /// <summary>A human task was ordered.</summary>
    /// <param name="TokenId">The token.</param>
    public sealed record TaskOrdered(long TokenId) : ProcessEvent;

    /// <summary>An activity was ordered.</summary>
    /// <param name="TokenId">The token.</param>
    public sealed record WorkOrdered(long TokenId) : ProcessEvent;

    /// <summary>A called process was ordered.</summary>
    /// <param name="TokenId">The token.</param>
    /// <param name="CalledElement">Id of the process.</param>
    public sealed record ChildOrdered(long TokenId, string CalledElement) : ProcessEvent;

    /// <summary>A token began to wait for an event, a scope or compensation, or what it waited for is over.</summary>
    /// <param name="TokenId">The token.</param>
    /// <param name="Status">What for; ready when it is over.</param>
    public sealed record TokenParked(long TokenId, TokenStatus Status) : ProcessEvent;

    /// <summary>A timer was set.</summary>
    /// <param name="Timer">The timer.</param>
    public sealed record TimerSet(PendingTimer Timer) : ProcessEvent;

    /// <summary>A timer fired.</summary>
    /// <param name="TimerId">The timer.</param>
    /// <param name="NextDue">When it is due again; null when this was the last time.</param>
    /// <param name="Remaining">How often it fires after that; -1 for ever.</param>
    public sealed record TimerFired(long TimerId, DateTimeOffset? NextDue = null, int Remaining = 0) : ProcessEvent;

    /// <summary>A timer was cancelled.</summary>
    /// <param name="TimerId">The timer.</param>
    public sealed record TimerCancelled(long TimerId) : ProcessEvent;

    /// <summary>A subscription opened.</summary>
    /// <param name="Subscription">The subscription.</param>
    public sealed record SubscriptionOpened(Subscription Subscription) : ProcessEvent;

    /// <summary>A subscription closed.</summary>
    /// <param name="SubscriptionId">The subscription.</param>
    public sealed record SubscriptionClosed(long SubscriptionId) : ProcessEvent;

    /// <summary>A message arrived. Changes no state.</summary>
    /// <param name="SubscriptionId">The subscription.</param>
    /// <param name="NodeIndex">Where.</param>
    /// <param name="Name">Name of the message.</param>
    public sealed record MessageReceived(long SubscriptionId, int NodeIndex, string Name) : ProcessEvent;

    /// <summary>A signal arrived. Changes no state.</summary>
    /// <param name="SubscriptionId">The subscription.</param>
    /// <param name="NodeIndex">Where.</param>
    /// <param name="Name">Name of the signal.</param>
    public sealed record SignalReceived(long SubscriptionId, int NodeIndex, string Name) : ProcessEvent;

    /// <summary>A condition became true or false.</summary>
    /// <param name="SubscriptionId">The subscription.</param>
    /// <param name="Holds">Whether it holds now.</param>
    public sealed record ConditionChanged(long SubscriptionId, bool Holds) : ProcessEvent;

    /// <summary>Variables got values.</summary>
    /// <param name="ScopeId">The scope that owns them.</param>
    /// <param name="Variables">Names and new values.</param>
    public sealed record VariablesSet(long ScopeId, ImmutableDictionary<string, FeelValue> Variables) : ProcessEvent;

    /// <summary>An activation ended as its element intends; the token is gone.</summary>
    /// <param name="TokenId">The token.</param>
    /// <param name="NodeIndex">The element.</param>
    /// <param name="Outcome">Outcome chosen; null for none.</param>
    public sealed record ElementCompleted(long TokenId, int NodeIndex, string? Outcome = null) : ProcessEvent;

    /// <summary>An activation was cut short; the token is gone.</summary>
    /// <param name="TokenId">The token.</param>
    /// <param name="NodeIndex">The element.</param>
    public sealed record ElementCancelled(long TokenId, int NodeIndex) : ProcessEvent;

    /// <summary>A token waits at a join.</summary>
    /// <param name="TokenId">The token.</param>
    public sealed record JoinArrived(long TokenId) : ProcessEvent;

    /// <summary>A join fired: the consumed tokens are gone, one token goes on.</summary>
    /// <param name="Token">The token that goes on.</param>
    /// <param name="Consumed">The tokens that were waiting.</param>
    public sealed record JoinFired(Token Token, ImmutableArray<long> Consumed) : ProcessEvent;

    /// <summary>A token got stuck.</summary>
    /// <param name="TokenId">The token.</param>
    /// <param name="Code">Stable code.</param>
    /// <param name="Message">Sentence for people.</param>
    /// <param name="Leaving">True when its work was done and only leaving failed.</param>
    public sealed record IncidentRaised(long TokenId, string Code, string Message, bool Leaving) : ProcessEvent;

    /// <summary>The incident of a token is resolved; it moves again.</summary>
    /// <param name="TokenId">The token.</param>
    public sealed record IncidentResolved(long TokenId) : ProcessEvent;

    /// <summary>An error was thrown. Changes no state.</summary>
    /// <param name="TokenId">Where from.</param>
    /// <param name="Code">Error code; empty for none.</param>
    /// <param name="CaughtBy">Index of the catching event; -1 when nothing caught it.</param>
    public sealed record ErrorThrown(long TokenId, string Code, int CaughtBy) : ProcessEvent;

    /// <summary>An escalation was thrown. Changes no state.</summary>
    /// <param name="TokenId">Where from.</param>
    /// <param name="Code">Escalation code; empty for none.</param>
    /// <param name="CaughtBy">Index of the catching event; -1 when nothing caught it.</param>
    public sealed record EscalationThrown(long TokenId, string Code, int CaughtBy) : ProcessEvent;

    /// <summary>A message was sent. Changes no state.</summary>
    /// <param name="TokenId">Where from.</param>
    /// <param name="Name">Name of the message.</param>
    public sealed record MessageSent(long TokenId, string Name) : ProcessEvent;

    /// <summary>A signal was sent. Changes no state.</summary>
    /// <param name="TokenId">Where from.</param>
    /// <param name="Name">Name of the signal.</param>
    public sealed record SignalSent(long TokenId, string Name) : ProcessEvent;

    /// <summary>Decisions that the process does not bring itself got the versions that the instance keeps.</summary>
    /// <param name="Versions">Number of the version by reference.</param>
    public sealed record DecisionsBound(ImmutableDictionary<string, int> Versions) : ProcessEvent;

    /// <summary>A decision was taken by rules. Changes no state.</summary>
    /// <param name="TokenId">Where.</param>
    /// <param name="Decision">The decision.</param>
    /// <param name="Result">What it gave.</param>
    /// <param name="Explanation">Which rules made it so and why, one line each, for officials; null in history from before this was kept.</param>
    public sealed record DecisionMade(long TokenId, string Decision, FeelValue Result, string? Explanation = null) : ProcessEvent;

    /// <summary>A completed activation can from now on be compensated.</summary>
    /// <param name="Compensable">What and where.</param>
    public sealed record CompensationArmed(Compensable Compensable) : ProcessEvent;

    /// <summary>A completed activation is compensated, or can no longer be.</summary>
    /// <param name="CompensableId">Which.</param>
    public sealed record CompensationUsed(long CompensableId) : ProcessEvent;

    /// <summary>The instance ended well.</summary>
    public sealed record InstanceCompleted : ProcessEvent;

    /// <summary>The instance was cancelled by who started it.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record InstanceCancelled(string Reason) : ProcessEvent;

    /// <summary>The instance was terminated.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="ErrorCode">Error that nothing caught; null for none.</param>
    public sealed record InstanceTerminated(string Reason, string? ErrorCode = null) : ProcessEvent;
}
