using Platform.Runtime.Persistence;

namespace Platform.Governance.Rehearsals;

/// <summary>What a rehearsal stands on: a county's organisation and calendar as they are today, and the files to rehearse. Holds no matter and no task.</summary>
public sealed record RehearsalGround
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>Key of the process that is rehearsed.</summary>
    public required string ProcessKey { get; init; }

    /// <summary>Its files by name.</summary>
    public required IReadOnlyDictionary<string, byte[]> Files { get; init; }

    /// <summary>Files of the other published processes, one set per deployment, so that calls find what they call.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, byte[]>> Others { get; init; } = [];

    /// <summary>Units.</summary>
    public IReadOnlyList<OrgUnitRow> Units { get; init; } = [];

    /// <summary>People, without telephone number and address.</summary>
    public IReadOnlyList<PersonRow> People { get; init; } = [];

    /// <summary>Posts.</summary>
    public IReadOnlyList<PostRow> Posts { get; init; } = [];

    /// <summary>Who holds a post today; in a rehearsal they always have.</summary>
    public IReadOnlyList<MembershipRow> Memberships { get; init; } = [];

    /// <summary>Who stands in for whom today.</summary>
    public IReadOnlyList<DeputyRow> Deputies { get; init; } = [];

    /// <summary>Calendars.</summary>
    public IReadOnlyList<CalendarRow> Calendars { get; init; } = [];

    /// <summary>Days that differ from their weekday.</summary>
    public IReadOnlyList<CalendarDayRow> CalendarDays { get; init; } = [];

    /// <summary>The same county with other files.</summary>
    /// <param name="files">Content by name.</param>
    public RehearsalGround With(IReadOnlyDictionary<string, byte[]> files) => this with { Files = files };
}
