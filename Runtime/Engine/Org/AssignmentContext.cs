using Platform.Decisions.Feel;

namespace Platform.Runtime.Org;

/// <summary>The facts that decide who may act on a task.</summary>
public sealed record AssignmentContext
{
    /// <summary>Variables visible at the task.</summary>
    public required IFeelScope Variables { get; init; }

    /// <summary>The instant asked about.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Key of the process, for appointments of deputies.</summary>
    public required string ProcessKey { get; init; }

    /// <summary>The person who started the instance; null when a citizen or the system did.</summary>
    public Guid? StarterId { get; init; }

    /// <summary>The person whose act led to the task, as a rule the handler of the step before; null when a timer or the system did.</summary>
    public Guid? PreviousId { get; init; }

    /// <summary>The unit that owns the matter.</summary>
    public Guid? OwnerUnitId { get; init; }

    /// <summary>People who may not know of the matter.</summary>
    public IReadOnlySet<Guid> ExcludedPeople { get; init; } = new HashSet<Guid>();

    /// <summary>Units whose people may not know of the matter; units below them are meant too.</summary>
    public IReadOnlySet<Guid> ExcludedUnits { get; init; } = new HashSet<Guid>();
}
