using Platform.Governance.Splits;
using Platform.Governance.Submissions;
using Platform.Runtime.Instances;

namespace Platform.Governance.Cases;

/// <summary>An order to register a matter that came in.</summary>
public sealed record RegisterCase
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>Names this order: repeated, it gives the first answer again and changes nothing.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>Who registers it: a person at a desk, or <see cref="Actor.Public"/>.</summary>
    public required Actor By { get; init; }

    /// <summary>Ledger; null to take the suggestion of the decision table.</summary>
    public string? Ledger { get; init; }

    /// <summary>Code of the desk; null for the desk of the person who registers, or the county's desk.</summary>
    public string? Desk { get; init; }

    /// <summary>How it came in.</summary>
    public required string Channel { get; init; }

    /// <summary>Title, 1 to 200 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Text, at most 5,000 characters.</summary>
    public required string Text { get; init; }

    /// <summary>Category; 其他 when not known yet.</summary>
    public string Category { get; init; } = CaseCategories.Other;

    /// <summary>一般, 紧急 or 特急; null to take the suggestion of the decision table.</summary>
    public string? Urgency { get; init; }

    /// <summary>Code of the town's government; null for the desk's own town.</summary>
    public string? Town { get; init; }

    /// <summary>Code of the village; null when not known.</summary>
    public string? Village { get; init; }

    /// <summary>Address in words.</summary>
    public string Place { get; init; } = "";

    /// <summary>Name of the citizen; dropped when anonymous.</summary>
    public string? PersonName { get; init; }

    /// <summary>Phone of the citizen; dropped when anonymous.</summary>
    public string? Phone { get; init; }

    /// <summary>Identity number of the citizen; dropped when anonymous.</summary>
    public string? IdentityNumber { get; init; }

    /// <summary>Who came for the citizen; null for nobody.</summary>
    public string? ProxyName { get; init; }

    /// <summary>Whether the citizen gives no name.</summary>
    public bool Anonymous { get; init; }

    /// <summary>Whether the citizen asks to be kept secret; the case is then sealed.</summary>
    public bool WantsSecrecy { get; init; }

    /// <summary>Whether the result may be published.</summary>
    public bool MayPublish { get; init; }

    /// <summary>How many people came together, at least 1.</summary>
    public int GroupSize { get; init; } = 1;

    /// <summary>How many of them speak for all; at most five (信访工作条例第二十条).</summary>
    public int Representatives { get; init; } = 1;

    /// <summary>Whether several departments are concerned.</summary>
    public bool CrossDepartment { get; init; }

    /// <summary>Whether the matter is about an official's misconduct.</summary>
    public bool AccusesOfficial { get; init; }

    /// <summary>Accused people.</summary>
    public IReadOnlyList<Guid> AccusedPersonIds { get; init; } = [];

    /// <summary>Accused units.</summary>
    public IReadOnlyList<Guid> AccusedUnitIds { get; init; } = [];

    /// <summary>Files that come with it; kept in the transaction that registers it.</summary>
    public IReadOnlyList<SubmittedFile> Files { get; init; } = [];

    /// <summary>The case out of which it arises; null for none. Dropped when the new one is sealed.</summary>
    public CaseOrigin? Origin { get; init; }

    /// <summary>When it came in; null for now.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }
}

/// <summary>A registered case.</summary>
/// <param name="CaseId">The case, also its process instance.</param>
/// <param name="Number">Number for people.</param>
/// <param name="QueryCode">Code with which the citizen follows it.</param>
public sealed record Registered(Guid CaseId, string Number, string QueryCode);
