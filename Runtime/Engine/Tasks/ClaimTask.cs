namespace Platform.Runtime.Tasks;

/// <summary>An order to sign for a task (签收) or to give it back (退签).</summary>
public sealed record ClaimTask
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>The task.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>The person who acts.</summary>
    public required Guid By { get; init; }

    /// <summary>The person represented; null for oneself, or to let the one principal be found.</summary>
    public Guid? OnBehalfOf { get; init; }
}
