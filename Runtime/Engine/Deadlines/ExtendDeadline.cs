namespace Platform.Runtime.Deadlines;

/// <summary>An approved extension (延期).</summary>
public sealed record ExtendDeadline
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>The clock.</summary>
    public required Guid DeadlineId { get; init; }

    /// <summary>The due instant from now on, later than the present one.</summary>
    public required DateTimeOffset NewDueAt { get; init; }

    /// <summary>Who approved it; null for the system.</summary>
    public Guid? By { get; init; }

    /// <summary>Why, for ever on record.</summary>
    public required string Reason { get; init; }
}
