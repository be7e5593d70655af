namespace Platform.Kernel.Model;

/// <summary>Whether a gateway joins, splits or both, as the file claims (§10.6.1).</summary>
public enum GatewayDirection
{
    /// <summary>Not stated.</summary>
    Unspecified,

    /// <summary>Joins: many in, one out.</summary>
    Converging,

    /// <summary>Splits: one in, many out.</summary>
    Diverging,

    /// <summary>Joins and splits.</summary>
    Mixed,
}

/// <summary>How an event-based gateway at the start of a process waits (§10.6.6).</summary>
public enum EventGatewayType
{
    /// <summary>The first event wins.</summary>
    Exclusive,

    /// <summary>All events are needed.</summary>
    Parallel,
}

/// <summary>BPMN 2.0.2 §10.6 Gateway. Closed union of the records below.</summary>
public abstract record Gateway : FlowNode
{
    private protected Gateway()
    {
    }

    /// <summary>Direction as claimed by the file; the flows decide.</summary>
    public GatewayDirection Direction { get; init; }
}

/// <summary>One of the outgoing flows (§10.6.2).</summary>
public sealed record ExclusiveGateway : Gateway
{
    /// <summary>Id of the flow taken when no condition holds; null for none.</summary>
    public string? Default { get; init; }
}

/// <summary>One or more of the outgoing flows (§10.6.3).</summary>
public sealed record InclusiveGateway : Gateway
{
    /// <summary>Id of the flow taken when no condition holds; null for none.</summary>
    public string? Default { get; init; }
}

/// <summary>All outgoing flows; waits for all incoming (§10.6.4).</summary>
public sealed record ParallelGateway : Gateway;

/// <summary>Joins by an expression (§10.6.5).</summary>
public sealed record ComplexGateway : Gateway
{
    /// <summary>Id of the flow taken when no condition holds; null for none.</summary>
    public string? Default { get; init; }

    /// <summary>When the gateway fires; null when not stated.</summary>
    public Expression? ActivationCondition { get; init; }
}

/// <summary>The flow whose event comes first (§10.6.6).</summary>
public sealed record EventBasedGateway : Gateway
{
    /// <summary>True when the gateway starts the process.</summary>
    public bool Instantiate { get; init; }

    /// <summary>Whether one or all events are needed.</summary>
    public EventGatewayType EventGatewayType { get; init; }
}
