using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Sql;

namespace Platform.Runtime.Instances.Steps;

/// <summary>A step worked out and ready to be saved.</summary>
internal sealed record StepPlan
{
    internal required string TenantId { get; init; }

    internal required Guid CommandId { get; init; }

    internal required IReadOnlyList<Statement> Statements { get; init; }

    internal required Func<PlatformDb, CancellationToken, Task>? Enlisted { get; init; }

    internal required DateTimeOffset? EarliestDue { get; init; }

    internal required StepOutcome Outcome { get; init; }
}
