using Platform.Decisions.Feel;
using Platform.Runtime.Instances;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Activities;

/// <summary>Where an activity runs.</summary>
public sealed record ActivityPlace
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>The instance.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>Key of the process.</summary>
    public required string ProcessKey { get; init; }

    /// <summary>Number or name by which people know the matter; null for none.</summary>
    public string? BusinessKey { get; init; }

    /// <summary>Unit that owns the matter; null for none.</summary>
    public Guid? OwnerUnitId { get; init; }

    /// <summary>Who may know of it.</summary>
    public InformationScope Scope { get; init; }

    /// <summary>The element.</summary>
    public required string ElementId { get; init; }

    /// <summary>How often the element has been entered, this time included.</summary>
    public int Round { get; init; } = 1;

    /// <summary>The same for every attempt of this execution and for no other.</summary>
    public required string Key { get; init; }

    /// <summary>Variables visible at the element.</summary>
    public required IFeelScope Variables { get; init; }

    /// <summary>Inputs of the activity as the process gives them.</summary>
    public IReadOnlyDictionary<string, FeelValue> Inputs { get; init; } = new Dictionary<string, FeelValue>();

    /// <summary>The platform's instant.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Who caused the step.</summary>
    public required Actor Actor { get; init; }
}
