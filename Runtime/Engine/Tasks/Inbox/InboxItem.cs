using Platform.Runtime.Calendar;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Tasks;

/// <summary>A task in a list.</summary>
public sealed record InboxItem
{
    /// <summary>The task.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>Its instance.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>Name for people.</summary>
    public required string Title { get; init; }

    /// <summary>Name of the step: 书记阅批.</summary>
    public string ElementName { get; init; } = "";

    /// <summary>What follows, for people; empty when not known.</summary>
    public string NextText { get; init; } = "";

    /// <summary>How often the step has been entered, this time included.</summary>
    public int Round { get; init; } = 1;

    /// <summary>The person responsible; null while it has to be signed for.</summary>
    public Guid? AssigneeId { get; init; }

    /// <summary>Their name; null while it has to be signed for.</summary>
    public string? AssigneeName { get; init; }

    /// <summary>Type of the activity; null for a plain user task.</summary>
    public string? ActivityType { get; init; }

    /// <summary>Key of the process.</summary>
    public required string ProcessKey { get; init; }

    /// <summary>Number or name by which people know the matter; null for none.</summary>
    public string? BusinessKey { get; init; }

    /// <summary>Who may know of it.</summary>
    public required InformationScope Scope { get; init; }

    /// <summary>When it came.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was signed for; null while it is not, or need not be.</summary>
    public DateTimeOffset? ClaimedAt { get; init; }

    /// <summary>When it is due; null without a deadline.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>How urgent its deadlines are now.</summary>
    public WarningLevel WarningLevel { get; init; }

    /// <summary>Greater is more urgent; 0 is ordinary.</summary>
    public required int Priority { get; init; }

    /// <summary>Whether it has to be signed for first.</summary>
    public required bool MustClaim { get; init; }

    /// <summary>Why the viewer sees it.</summary>
    public string? Reason { get; init; }

    /// <summary>The person represented; null for the viewer's own.</summary>
    public Guid? OnBehalfOf { get; init; }

    /// <summary>Name of the person represented; null for the viewer's own.</summary>
    public string? OnBehalfOfName { get; init; }

    /// <summary>Version to hand back when completing.</summary>
    public required long RowVersion { get; init; }

    /// <summary>The step within the version of the process.</summary>
    internal string ElementId { get; init; } = "";

    /// <summary>The version of the process.</summary>
    internal Guid DefinitionId { get; init; }

    /// <summary>Orders the list.</summary>
    internal DateTimeOffset SortAt { get; init; }
}
