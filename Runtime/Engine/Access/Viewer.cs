using System.Collections.Immutable;

namespace Platform.Runtime.Access;

/// <summary>Somebody who reads, with everything that decides what exists for them. Made anew for every request from the organisation as it is now.</summary>
public sealed record Viewer
{
    /// <summary>The county; nothing of another exists.</summary>
    public required string TenantId { get; init; }

    /// <summary>The person; null for a citizen, for whom no matter exists here.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Units the person has a post in.</summary>
    public ImmutableArray<Guid> UnitIds { get; init; } = [];

    /// <summary>Those units and all above them: whoever is barred as one of these units is barred here.</summary>
    public ImmutableArray<Guid> UnitChain { get; init; } = [];

    /// <summary>Units whose matters the person supervises: those of supervising posts and all below them.</summary>
    public ImmutableArray<Guid> SupervisedUnitIds { get; init; } = [];

    /// <summary>People for whom the person may act now.</summary>
    public ImmutableArray<Representation> Represents { get; init; } = [];

    /// <summary>Rights beyond own work.</summary>
    public ViewerRights Rights { get; init; }

    /// <summary>Whether the viewer has a right.</summary>
    public bool Has(ViewerRights right) => (Rights & right) == right;

    /// <summary>Whether the person may act for another in a process.</summary>
    public bool MayActFor(Guid principalId, string processKey) =>
        Represents.Any(r => r.PrincipalId == principalId && (r.ProcessKeys.IsEmpty || r.ProcessKeys.Contains(processKey, StringComparer.Ordinal)));
}
