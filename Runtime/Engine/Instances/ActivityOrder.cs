using Platform.Decisions.Feel;
using Platform.Kernel.Graph;
using Platform.Runtime.Definitions;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Instances;

/// <summary>An order to run the activity of an element.</summary>
public sealed record ActivityOrder
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>The instance.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>Number or name by which people know the matter; null for none.</summary>
    public string? BusinessKey { get; init; }

    /// <summary>Unit that owns the matter; null for none.</summary>
    public Guid? OwnerUnitId { get; init; }

    /// <summary>Who may know of it.</summary>
    public InformationScope Scope { get; init; }

    /// <summary>The version that the instance runs on.</summary>
    public required DeployedProcess Process { get; init; }

    /// <summary>The element.</summary>
    public required Node Node { get; init; }

    /// <summary>Token that waits.</summary>
    public required long TokenId { get; init; }

    /// <summary>How often the element has been entered, this time included.</summary>
    public int Round { get; init; } = 1;

    /// <summary>Variables visible at the token.</summary>
    public required IFeelScope Variables { get; init; }

    /// <summary>The platform's instant.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Who caused the step.</summary>
    public required Actor Actor { get; init; }
}
