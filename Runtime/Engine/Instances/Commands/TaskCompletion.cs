using Platform.Runtime.Persistence;

namespace Platform.Runtime.Instances;

/// <summary>How a task was completed, for its row.</summary>
public sealed record TaskCompletion
{
    /// <summary>The task.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>Version of the row that was decided on; another version undoes the step.</summary>
    public required long RowVersion { get; init; }

    /// <summary>Who completed it.</summary>
    public required Guid By { get; init; }

    /// <summary>The person represented; null when nobody is.</summary>
    public Guid? OnBehalfOf { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Outcome chosen; null for none.</summary>
    public string? Outcome { get; init; }

    /// <summary>Opinion given; null for none.</summary>
    public string? Opinion { get; init; }

    /// <summary>Values of the form as JSON; null for none.</summary>
    public byte[]? FormData { get; init; }

    /// <summary>Messages that the step orders for its end.</summary>
    public IReadOnlyList<NotificationRow> Notifications { get; init; } = [];

    /// <summary>Whether candidates are still open and must be closed.</summary>
    public bool HadOpenCandidates { get; init; }
}
