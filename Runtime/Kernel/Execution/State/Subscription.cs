namespace Platform.Kernel.Execution;

/// <summary>Something that waits for a message, a signal or a condition.</summary>
public sealed record Subscription
{
    /// <summary>Id in the instance.</summary>
    public required long Id { get; init; }

    /// <summary>Token it belongs to; 0 when it belongs to <see cref="ScopeId"/>.</summary>
    public required long TokenId { get; init; }

    /// <summary>Scope it stands in.</summary>
    public required long ScopeId { get; init; }

    /// <summary>Index of the event or receive task that waits.</summary>
    public required int NodeIndex { get; init; }

    /// <summary>What it waits for.</summary>
    public required SubscriptionKind Kind { get; init; }

    /// <summary>Name of the message or signal; empty for a condition.</summary>
    public string Name { get; init; } = "";

    /// <summary>Value that a message must carry; null for none.</summary>
    public string? CorrelationKey { get; init; }

    /// <summary>For a condition: whether it held when last looked at. It fires when it becomes true (BPMN 2.0.2 §10.5.5).</summary>
    public bool Holds { get; init; }
}
