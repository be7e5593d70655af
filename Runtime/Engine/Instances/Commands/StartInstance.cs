using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Instances;

/// <summary>An order to start a process.</summary>
public sealed record StartInstance
{
    /// <summary>The county.</summary>
    public required string TenantId { get; init; }

    /// <summary>Key of the process.</summary>
    public required string ProcessKey { get; init; }

    /// <summary>Which version; null for the newest that is not retired.</summary>
    public int? Version { get; init; }

    /// <summary>Id of the start event; null for the one none start event.</summary>
    public string? StartElementId { get; init; }

    /// <summary>Number or name by which people will know the matter; null for none.</summary>
    public string? BusinessKey { get; init; }

    /// <summary>First variables.</summary>
    public ImmutableDictionary<string, FeelValue> Variables { get; init; } = ImmutableDictionary<string, FeelValue>.Empty;

    /// <summary>Id chosen by the caller; repeating it gives the first answer.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>Who starts it.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Id of the new instance; null lets the platform choose.</summary>
    public Guid? InstanceId { get; init; }

    /// <summary>Who may know of it.</summary>
    public InstanceAccess Access { get; init; } = new(InformationScope.Internal, null, []);

    /// <summary>What must commit with the start; null for nothing.</summary>
    public StepAdditions? Additions { get; init; }

    /// <summary>Person on whose behalf a called process counts as started; null: the actor.</summary>
    internal Guid? StarterId { get; init; }
}
