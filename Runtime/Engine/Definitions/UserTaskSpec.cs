using System.Collections.Immutable;
using Platform.Runtime.Activities;
using Platform.Runtime.Calendar;
using Platform.Runtime.Forms;
using Platform.Runtime.Notifications;
using Platform.Runtime.Org;

namespace Platform.Runtime.Definitions;

/// <summary>A user task as it runs: what the process says, completed by what its activity declares. Immutable.</summary>
public sealed record UserTaskSpec
{
    /// <summary>The element.</summary>
    public required string ElementId { get; init; }

    /// <summary>Name for people.</summary>
    public required string Title { get; init; }

    /// <summary>Type of the activity; null for a plain user task.</summary>
    public string? ActivityType { get; init; }

    /// <summary>Who may act; empty when the process does not say, then whoever administers.</summary>
    public ImmutableArray<AssignmentSpec> Assignments { get; init; } = [];

    /// <summary>Deadlines in order; of each clock the first that applies counts.</summary>
    public ImmutableArray<DeadlineSpec> Deadlines { get; init; } = [];

    /// <summary>Warnings, one per level; levels that the process does not mention follow the county's usual ones.</summary>
    public ImmutableArray<WarningSpec> Warnings { get; init; } = [];

    /// <summary>Lines of supervision after the due instant.</summary>
    public ImmutableArray<EscalationSpec> Escalations { get; init; } = [];

    /// <summary>What the step tells whom when it begins, is overdue or ends.</summary>
    public ImmutableArray<NoticeSpec> Notices { get; init; } = [];

    /// <summary>The form.</summary>
    public FormSpec Form { get; init; } = FormSpec.Empty;

    /// <summary>Ways in which the task may end; empty means any outcome, or none.</summary>
    public ImmutableArray<Outcome> Outcomes { get; init; } = [];

    /// <summary>Rules on which the step rests.</summary>
    public ImmutableArray<LegalBasis> LegalBases { get; init; } = [];

    /// <summary>Parts that a page must show beside the form.</summary>
    public ImmutableArray<string> Shows { get; init; } = [];

    /// <summary>What follows, for people: 办结后进入“受理告知”; empty when not known.</summary>
    public string NextText { get; init; } = "";

    /// <summary>Instructions to the official; empty for none.</summary>
    public string Instructions { get; init; } = "";

    /// <summary>The outcome of a value, or null.</summary>
    public Outcome? Outcome(string value) => Outcomes.FirstOrDefault(o => o.Value == value);
}
