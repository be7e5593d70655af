using System.Collections.Immutable;
using Platform.Decisions.Feel;

namespace Platform.Kernel.Execution;

/// <summary>What is asked of an instance from outside. Imperative; a closed union. One trigger makes one <see cref="Step"/>.</summary>
public abstract record Trigger
{
    private static readonly ImmutableDictionary<string, FeelValue> None = ImmutableDictionary<string, FeelValue>.Empty;

    private Trigger()
    {
    }

    /// <summary>Begins an instance. Refused when the state already exists or no start event fits.</summary>
    public sealed record StartProcess : Trigger
    {
        /// <summary>Id of the start event; null for the one none start event, or for the one that <see cref="MessageName"/> or <see cref="SignalName"/> names.</summary>
        public string? StartElementId { get; init; }

        /// <summary>Message that starts the instance; null for none.</summary>
        public string? MessageName { get; init; }

        /// <summary>Signal that starts the instance; null for none.</summary>
        public string? SignalName { get; init; }

        /// <summary>First variables of the process.</summary>
        public ImmutableDictionary<string, FeelValue> Variables { get; init; } = None;

        /// <summary>Versions of the decisions that the process asks but does not bring itself, by reference; the instance keeps them.</summary>
        public ImmutableDictionary<string, int> DecisionVersions { get; init; } = ImmutableDictionary<string, int>.Empty;
    }

    /// <summary>The work at a token is over: a user task or activity was completed, or a wait is lifted by hand.</summary>
    public sealed record ResumeToken : Trigger
    {
        /// <summary>The waiting token.</summary>
        public required long TokenId { get; init; }

        /// <summary>Outcome chosen, such as agree; null for none. Becomes the variable <c>outcome</c> where the element stands.</summary>
        public string? Outcome { get; init; }

        /// <summary>Results; set where a variable of the name is visible, otherwise on the process.</summary>
        public ImmutableDictionary<string, FeelValue> Variables { get; init; } = None;
    }

    /// <summary>A timer is due. Whoever sends it has checked the clock; the kernel does not.</summary>
    public sealed record FireTimer : Trigger
    {
        /// <summary>The pending timer.</summary>
        public required long TimerId { get; init; }
    }

    /// <summary>A message reaches a subscription.</summary>
    public sealed record DeliverMessage : Trigger
    {
        /// <summary>The open message subscription.</summary>
        public required long SubscriptionId { get; init; }

        /// <summary>Content of the message; set as for <see cref="ResumeToken"/>.</summary>
        public ImmutableDictionary<string, FeelValue> Variables { get; init; } = None;
    }

    /// <summary>A signal reaches a subscription.</summary>
    public sealed record DeliverSignal : Trigger
    {
        /// <summary>The open signal subscription.</summary>
        public required long SubscriptionId { get; init; }

        /// <summary>Content of the signal; set as for <see cref="ResumeToken"/>.</summary>
        public ImmutableDictionary<string, FeelValue> Variables { get; init; } = None;
    }

    /// <summary>Work at a token ends in a business error (BPMN 2.0.2 §10.5.5). Caught by a boundary event or event sub-process, otherwise an incident.</summary>
    public sealed record ThrowError : Trigger
    {
        /// <summary>The token whose work throws.</summary>
        public required long TokenId { get; init; }

        /// <summary>Code that catching events compare.</summary>
        public required string ErrorCode { get; init; }

        /// <summary>Text for people; null for none.</summary>
        public string? Message { get; init; }

        /// <summary>Variables to set before the error is caught.</summary>
        public ImmutableDictionary<string, FeelValue> Variables { get; init; } = None;
    }

    /// <summary>Work at a token escalates. The work goes on unless an interrupting event catches it; nothing happens when none catches.</summary>
    public sealed record ThrowEscalation : Trigger
    {
        /// <summary>The token whose work escalates.</summary>
        public required long TokenId { get; init; }

        /// <summary>Code that catching events compare.</summary>
        public required string Code { get; init; }

        /// <summary>Variables to set before the escalation is caught.</summary>
        public ImmutableDictionary<string, FeelValue> Variables { get; init; } = None;
    }

    /// <summary>Work at a token failed technically. Raises an incident; the token stays.</summary>
    public sealed record FailWork : Trigger
    {
        /// <summary>The token whose work failed.</summary>
        public required long TokenId { get; init; }

        /// <summary>What went wrong.</summary>
        public required Problem Problem { get; init; }
    }

    /// <summary>The cause of an incident is gone: try again where the token got stuck.</summary>
    public sealed record RetryToken : Trigger
    {
        /// <summary>The token with the incident.</summary>
        public required long TokenId { get; init; }
    }

    /// <summary>The instance that a call activity started has ended.</summary>
    public sealed record ChildEnded : Trigger
    {
        /// <summary>The token at the call activity.</summary>
        public required long TokenId { get; init; }

        /// <summary>Variables of the called process at its end; mapped by the call activity's out mappings.</summary>
        public ImmutableDictionary<string, FeelValue> Variables { get; init; } = None;

        /// <summary>How it ended. Cancelled or terminated without an error is an incident at the call: nobody did what was called for.</summary>
        public InstanceStatus Status { get; init; } = InstanceStatus.Completed;

        /// <summary>Error that ended it; null for none.</summary>
        public string? ErrorCode { get; init; }

        /// <summary>Text of the error; null for none.</summary>
        public string? ErrorMessage { get; init; }

        /// <summary>Escalation thrown by its last end event; null for none.</summary>
        public string? EscalationCode { get; init; }
    }

    /// <summary>Sets variables from outside. Conditional events look again.</summary>
    public sealed record SetVariables : Trigger
    {
        /// <summary>Token at whose place they are set; null for the process itself.</summary>
        public long? ScopeTokenId { get; init; }

        /// <summary>Names and values.</summary>
        public ImmutableDictionary<string, FeelValue> Variables { get; init; } = None;
    }

    /// <summary>Ends the instance as cancelled by who started it.</summary>
    public sealed record CancelInstance : Trigger
    {
        /// <summary>Why, for the record.</summary>
        public required string Reason { get; init; }
    }

    /// <summary>Ends the instance by order of its owner.</summary>
    public sealed record TerminateInstance : Trigger
    {
        /// <summary>Why, for the record.</summary>
        public required string Reason { get; init; }
    }
}
