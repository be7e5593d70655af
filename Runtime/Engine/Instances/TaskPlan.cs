using Platform.Kernel;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Instances;

/// <summary>The rows of a planned task, or why there cannot be one.</summary>
public sealed record TaskPlan
{
    /// <summary>The task; null exactly when there is a problem.</summary>
    public TaskRow? Task { get; init; }

    /// <summary>Those who may claim it; empty when it has an assignee from the start.</summary>
    public IReadOnlyList<TaskCandidateRow> Candidates { get; init; } = [];

    /// <summary>Its clocks.</summary>
    public IReadOnlyList<DeadlineRow> Deadlines { get; init; } = [];

    /// <summary>Messages to the people concerned.</summary>
    public IReadOnlyList<NotificationRow> Notifications { get; init; } = [];

    /// <summary>Why there is no task; the token gets an incident.</summary>
    public Problem? Problem { get; init; }
}
