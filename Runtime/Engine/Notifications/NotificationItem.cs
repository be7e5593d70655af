namespace Platform.Runtime.Notifications;

/// <summary>A message to a person.</summary>
public sealed record NotificationItem
{
    /// <summary>Identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>Sort of message, <c>area.reason</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The matter; null when it is about none.</summary>
    public Guid? InstanceId { get; init; }

    /// <summary>The task; null when it is about none.</summary>
    public Guid? TaskId { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>More; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>Greater is more urgent, 0 to 4.</summary>
    public required int Level { get; init; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was read; null while it is new.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}
