using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Runtime.Activities;
using Platform.Runtime.Calendar;
using Platform.Runtime.Definitions;
using Platform.Runtime.Forms;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Tasks;

/// <summary>Everything a task's page shows.</summary>
public sealed record TaskDetail
{
    /// <summary>The task in short.</summary>
    public required InboxItem Item { get; init; }

    /// <summary>The element in the process.</summary>
    public required string ElementId { get; init; }

    /// <summary>The version of the process.</summary>
    public required Guid DefinitionId { get; init; }

    /// <summary>Name of the process.</summary>
    public required string ProcessName { get; init; }

    /// <summary>Where the task stands.</summary>
    public required UserTaskStatus Status { get; init; }

    /// <summary>How often the element has been entered, this time included.</summary>
    public required int Round { get; init; }

    /// <summary>Whether the viewer may complete it now.</summary>
    public required bool MayComplete { get; init; }

    /// <summary>Whether the viewer may sign for it now.</summary>
    public required bool MayClaim { get; init; }

    /// <summary>Whether the viewer may give it back now.</summary>
    public required bool MayRelease { get; init; }

    /// <summary>Process variables that the rules of the form may read.</summary>
    public required IFeelScope Variables { get; init; }

    /// <summary>The form.</summary>
    public required FormSpec Form { get; init; }

    /// <summary>What the form begins with; what was entered, once it is completed.</summary>
    public required ImmutableDictionary<string, FeelValue> Values { get; init; }

    /// <summary>Ways in which it may end, each with what happens next.</summary>
    public required ImmutableArray<OutcomeChoice> Outcomes { get; init; }

    /// <summary>Its clocks, the promise first.</summary>
    public required ImmutableArray<DeadlineView> Deadlines { get; init; }

    /// <summary>Those whose task it is or may become.</summary>
    public required ImmutableArray<PersonView> People { get; init; }

    /// <summary>Why the viewer sees it: 因您是联系办主任.</summary>
    public required string WhyMe { get; init; }

    /// <summary>By when: 请于 11月25日 18:00 前办结(还有 2 个工作日).</summary>
    public required string ByWhen { get; init; }

    /// <summary>What comes after: 办结后进入“受理告知”.</summary>
    public required string WhatNext { get; init; }

    /// <summary>Rules on which the step rests.</summary>
    public ImmutableArray<LegalBasis> LegalBases { get; init; } = [];

    /// <summary>Parts that the page must show beside the form.</summary>
    public ImmutableArray<string> Shows { get; init; } = [];

    /// <summary>Instructions to the official; empty for none.</summary>
    public string Instructions { get; init; } = "";

    /// <summary>Outcome chosen; null while it is open.</summary>
    public string? Outcome { get; init; }

    /// <summary>Opinion given; null for none.</summary>
    public string? Opinion { get; init; }

    /// <summary>When it was completed; null while it is open.</summary>
    public DateTimeOffset? CompletedAt { get; init; }
}

/// <summary>A way in which a task may end.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Next">What follows, for people.</param>
public sealed record OutcomeChoice(Outcome Outcome, string Next);

/// <summary>A clock as a page shows it.</summary>
/// <param name="Id">The clock.</param>
/// <param name="Clock">Promise or law.</param>
/// <param name="Status">Running, stopped or ended.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="OriginalDueAt">The first due instant.</param>
/// <param name="DueAt">The due instant in force.</param>
/// <param name="Level">How urgent it is now.</param>
/// <param name="WorkingLeft">Office time left; negative when overdue.</param>
public sealed record DeadlineView(
    Guid Id,
    DeadlineClock Clock,
    DeadlineStatus Status,
    DateTimeOffset StartedAt,
    DateTimeOffset OriginalDueAt,
    DateTimeOffset DueAt,
    WarningLevel Level,
    TimeSpan WorkingLeft);

/// <summary>A person as a page shows them.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">Their name.</param>
/// <param name="Reason">Why the task is theirs; null when not recorded.</param>
/// <param name="IsAssignee">Whether they are responsible; otherwise they may sign for it.</param>
public sealed record PersonView(Guid Id, string Name, string? Reason, bool IsAssignee);
