using System.Collections.Immutable;
using Platform.Governance.Scenarios;
using Platform.Runtime.History;

namespace Platform.Governance.Rehearsals;

/// <summary>Where a rehearsal stands.</summary>
public sealed record RehearsalView
{
    /// <summary>What the virtual clock says.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The next instant at which something falls due; null when nothing does.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>The matters that were begun, in order.</summary>
    public IReadOnlyList<RehearsedMatter> Matters { get; init; } = [];

    /// <summary>Messages that people got, the newest first.</summary>
    public IReadOnlyList<RehearsedMessage> Messages { get; init; } = [];
}

/// <summary>A matter of a rehearsal.</summary>
public sealed record RehearsedMatter
{
    /// <summary>Name in the rehearsal: 甲, 乙 ….</summary>
    public required string Alias { get; init; }

    /// <summary>The instance.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>Number for people; empty when the process gives none.</summary>
    public required string Number { get; init; }

    /// <summary>Stage of the case in words; null when the process carries no cases.</summary>
    public string? Stage { get; init; }

    /// <summary>Whether it has not ended.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Its open tasks with who may act.</summary>
    public IReadOnlyList<RehearsedTask> Tasks { get; init; } = [];

    /// <summary>Why it cannot go on, as sentences.</summary>
    public IReadOnlyList<string> Incidents { get; init; } = [];

    /// <summary>What happened, cards and decisions included; empty when nobody took part yet.</summary>
    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>What the diagram marks; null when nobody took part yet.</summary>
    public DiagramMarks? Marks { get; init; }
}

/// <summary>An open task of a rehearsal.</summary>
/// <param name="Task">The task.</param>
/// <param name="People">Who may act, with the reason.</param>
/// <param name="ByWhen">By when it is to be done, as a sentence; empty without a deadline.</param>
public sealed record RehearsedTask(OpenTask Task, ImmutableArray<RehearsedPerson> People, string ByWhen);

/// <summary>Somebody who may act on a task.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Code">Code for scenarios.</param>
/// <param name="Name">Name.</param>
/// <param name="Reason">Why the task is theirs.</param>
public sealed record RehearsedPerson(Guid PersonId, string Code, string Name, string Reason);

/// <summary>A message of a rehearsal.</summary>
/// <param name="At">When.</param>
/// <param name="To">Name of the person.</param>
/// <param name="Title">Title.</param>
/// <param name="Body">Text; null for none.</param>
public sealed record RehearsedMessage(DateTimeOffset At, string To, string Title, string? Body);
