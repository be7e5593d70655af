using System.Collections.Immutable;
using Platform.Decisions.Dmn;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;
using Platform.Runtime.Definitions;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Sql;

namespace Platform.Runtime.Instances.Steps;

/// <summary>A step while it is being worked out: what it starts from, and what it will write. Nothing is durable before it is saved.</summary>
internal sealed class StepDraft
{
    private readonly List<Statement> statements = new(12);
    private readonly HashSet<Guid> participants = [];

    internal required PlatformDatabase Database { get; init; }

    internal required DeployedProcess Process { get; init; }

    /// <summary>The instance as loaded, or as it will be inserted.</summary>
    internal required InstanceRow Instance { get; init; }

    internal required IReadOnlyList<AccessExclusionRow> Exclusions { get; init; }

    internal required Actor Actor { get; init; }

    internal required DateTimeOffset Now { get; init; }

    /// <summary>State so far; null before the start.</summary>
    internal required InstanceState? State { get; set; }

    /// <summary>What answers the step's calls of decisions; null before the kernel is asked.</summary>
    internal Func<DecisionCall, CompiledDecisions?>? Decisions { get; set; }

    internal long Seq => Instance.LastSeq + 1;

    internal string TenantId => Instance.TenantId;

    internal ImmutableArray<ProcessEvent>.Builder Facts { get; } = ImmutableArray.CreateBuilder<ProcessEvent>();

    internal ImmutableArray<Effect>.Builder Effects { get; } = ImmutableArray.CreateBuilder<Effect>();

    internal ImmutableArray<TaskRow>.Builder CreatedTasks { get; } = ImmutableArray.CreateBuilder<TaskRow>();

    /// <summary>Work through EF that belongs to the transaction.</summary>
    internal List<Func<PlatformDb, CancellationToken, Task>> Enlisted { get; } = [];

    /// <summary>Earliest instant at which something that this step writes becomes due; null when nothing does.</summary>
    internal DateTimeOffset? EarliestDue { get; private set; }

    /// <summary>Set by the effect that ends the instance.</summary>
    internal DateTimeOffset? EndedAt { get; set; }

    internal IReadOnlyList<Statement> Statements => statements;

    internal void Add(SqlText sql, params object?[] values) => statements.Add(new Statement(sql, values));

    internal void Insert<TRow>(TRow row)
        where TRow : class => statements.Add(Database.Rows.Insert(row));

    internal void WakeAt(DateTimeOffset due) => EarliestDue = EarliestDue is { } earlier && earlier <= due ? earlier : due;

    internal void AddJob(JobRow job)
    {
        Insert(job);
        WakeAt(job.DueAt);
    }

    internal void AddParticipant(Guid personId)
    {
        if (participants.Add(personId))
        {
            Add(StepSql.AddParticipant, TenantId, Instance.Id, personId, Now);
        }
    }
}
