using Platform.Runtime.Persistence;

namespace Platform.Runtime.Org;

/// <summary>The rows that make up a county's organisation.</summary>
public sealed record OrgRows
{
    /// <summary>Units of both hierarchies.</summary>
    public required IReadOnlyCollection<OrgUnitRow> Units { get; init; }

    /// <summary>People, former ones included.</summary>
    public required IReadOnlyCollection<PersonRow> People { get; init; }

    /// <summary>Posts.</summary>
    public required IReadOnlyCollection<PostRow> Posts { get; init; }

    /// <summary>Who holds or held which post.</summary>
    public required IReadOnlyCollection<MembershipRow> Memberships { get; init; }

    /// <summary>Who acts or acted for whom.</summary>
    public IReadOnlyCollection<DeputyRow> Deputies { get; init; } = [];
}
