namespace Platform.Kernel.Execution;

/// <summary>A timer that has not fired for the last time.</summary>
public sealed record PendingTimer
{
    /// <summary>Id in the instance.</summary>
    public required long Id { get; init; }

    /// <summary>Token it belongs to; 0 when it belongs to <see cref="ScopeId"/>.</summary>
    public required long TokenId { get; init; }

    /// <summary>Scope it stands in.</summary>
    public required long ScopeId { get; init; }

    /// <summary>Index of the event that waits.</summary>
    public required int NodeIndex { get; init; }

    /// <summary>When it is due.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>How often it fires after this time; -1 for ever.</summary>
    public int Remaining { get; init; }
}
