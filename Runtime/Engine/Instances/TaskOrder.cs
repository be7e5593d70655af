using Platform.Decisions.Feel;
using Platform.Runtime.Definitions;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Instances;

/// <summary>An order for a human task with everything that decides its people and deadlines.</summary>
public sealed record TaskOrder
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>The instance.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>Key of the process.</summary>
    public required string ProcessKey { get; init; }

    /// <summary>Number or name by which people know the matter; null for none.</summary>
    public string? BusinessKey { get; init; }

    /// <summary>When the instance started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Person who started it; null when a citizen or the system did.</summary>
    public Guid? StarterId { get; init; }

    /// <summary>Unit that owns the matter; null for none.</summary>
    public Guid? OwnerUnitId { get; init; }

    /// <summary>Who may know of it.</summary>
    public InformationScope Scope { get; init; }

    /// <summary>The version that the instance runs on.</summary>
    public required DeployedProcess Process { get; init; }

    /// <summary>The user task.</summary>
    public required string ElementId { get; init; }

    /// <summary>Token that will wait.</summary>
    public required long TokenId { get; init; }

    /// <summary>How often the element has been entered, this time included.</summary>
    public required int Round { get; init; }

    /// <summary>Sequence number of the step.</summary>
    public required long Seq { get; init; }

    /// <summary>Variables visible at the token.</summary>
    public required IFeelScope Variables { get; init; }

    /// <summary>Who must not know of the instance.</summary>
    public IReadOnlyList<AccessExclusionRow> Exclusions { get; init; } = [];

    /// <summary>The platform's instant.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Who caused the step.</summary>
    public required Actor Actor { get; init; }
}
