using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Runtime.Definitions;
using Platform.Runtime.Definitions.Rules;
using Platform.Runtime.Instances.Steps;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Payloads;
using Sql = Platform.Runtime.Persistence.Sql;

namespace Platform.Runtime.Instances;

/// <summary>Works steps out into the rows that make them durable: state, event, tasks, timers, jobs, and what listeners keep beside them.</summary>
public sealed class StepWriter
{
    private readonly PlatformDatabase database;
    private readonly StepExecutor executor;
    private readonly DecisionVersions decisions;
    private readonly IStepListener[] listeners;

    /// <summary>Made by the container.</summary>
    /// <param name="database">The database.</param>
    /// <param name="planner">Plans tasks.</param>
    /// <param name="activities">Runs automatic activities.</param>
    /// <param name="decisions">Finds versions of decisions.</param>
    /// <param name="listeners">Who keeps something in step with instances.</param>
    public StepWriter(
        PlatformDatabase database, ITaskPlanner planner, IActivityRunner activities, DecisionVersions decisions, IEnumerable<IStepListener> listeners)
    {
        this.database = database;
        this.decisions = decisions;
        executor = new StepExecutor(planner, activities, decisions);
        this.listeners = [.. listeners];
    }

    internal async ValueTask<Result<StepPlan>> PlanAsync(
        StepFacts facts, StepDecision decision, InstanceCommand command, DateTimeOffset now, CancellationToken ct)
    {
        StepDraft draft = Draft(facts.Process, facts.Instance, facts.Exclusions, decision.Actor ?? command.Actor, now, facts.State);
        if (decision.Additions?.Completion is { } completion)
        {
            EffectHandler.Complete(draft, completion, facts.Task ?? throw new InvalidOperationException("Expected the completed task, but the command names none."));
        }

        if (decision.Additions?.OwnerUnitId is { } owner && owner != draft.Instance.OwnerUnitId)
        {
            // Before the kernel is asked: tasks of this very step already follow the new owner.
            draft.Instance.OwnerUnitId = owner;
            draft.Add(StepSql.MoveOwner, owner, draft.TenantId, draft.Instance.Id);
        }

        if (decision.Trigger is Trigger.FireTimer fired)
        {
            // Before the kernel's own orders: a cycle orders its next time under the same number.
            draft.Add(StepSql.DeleteTimer, draft.TenantId, draft.Instance.Id, fired.TimerId);
        }

        if (await executor.ExecuteAsync(draft, decision.Trigger, ct) is { } refusal)
        {
            return refusal;
        }

        return Finish(draft, facts.Instance, decision.Additions, facts.Task, command.CommandId);
    }

    internal async ValueTask<Result<StepPlan>> PlanStartAsync(
        DeployedProcess process, InstanceRow instance, StartInstance order, Trigger.StartProcess trigger, DateTimeOffset now, CancellationToken ct)
    {
        AccessExclusionRow[] exclusions = [.. order.Access.Exclusions.Select(e => new AccessExclusionRow
        {
            TenantId = order.TenantId,
            InstanceId = instance.Id,
            SubjectKind = e.SubjectKind,
            SubjectId = e.SubjectId,
            Reason = e.Reason,
            At = now,
            By = order.Actor.PersonId,
        })];
        StepDraft draft = Draft(process, instance, exclusions, order.Actor, now, null);
        foreach (AccessExclusionRow exclusion in exclusions)
        {
            draft.Insert(exclusion);
        }

        if (order.Actor.PersonId is { } starter)
        {
            draft.AddParticipant(starter);
        }

        trigger = trigger with { DecisionVersions = await decisions.BindAsync(order.TenantId, process, ct) };
        if (await executor.ExecuteAsync(draft, trigger, ct) is { } refusal)
        {
            return refusal;
        }

        return Finish(draft, null, order.Additions, null, order.CommandId);
    }

    private StepDraft Draft(
        DeployedProcess process, InstanceRow instance, IReadOnlyList<AccessExclusionRow> exclusions, Actor actor, DateTimeOffset now, InstanceState? state) => new()
    {
        Database = database,
        Process = process,
        Instance = instance,
        Exclusions = exclusions,
        Actor = actor,
        Now = now,
        State = state,
    };

    private StepPlan Finish(StepDraft draft, InstanceRow? existing, StepAdditions? additions, TaskRow? task, Guid commandId)
    {
        EventRow recorded = EventOf(draft, commandId);
        recorded.Hash = EventChain.Hash(draft.Instance.LastHash, recorded);
        InstanceRow after = After(draft, recorded);

        // The instance comes first: its row lock lets two writers meet before either has written anything else.
        var statements = new List<Sql.Statement>(draft.Statements.Count + 3)
        {
            existing is null
                ? database.Rows.Insert(after)
                : new Sql.Statement(
                    StepSql.UpdateInstance, after.Status, after.State, after.LastHash, after.LastSeq, after.EndedAt, after.TenantId, after.Id, existing.LastSeq),
            database.Rows.Insert(recorded),
        };
        statements.AddRange(draft.Statements);
        if (additions?.ConsumedJobId is { } job)
        {
            statements.Add(new Sql.Statement(StepSql.ConsumeJob, draft.TenantId, job));
        }

        return new StepPlan
        {
            TenantId = draft.TenantId,
            CommandId = commandId,
            Statements = statements,
            Enlisted = EnlistedWork(draft, after, additions, task),
            EarliestDue = draft.EarliestDue,
            Outcome = new StepOutcome
            {
                InstanceId = after.Id,
                Seq = after.LastSeq,
                Status = after.Status,
                CreatedTasks = draft.CreatedTasks.ToImmutable(),
            },
        };
    }

    private static EventRow EventOf(StepDraft draft, Guid commandId) => new()
    {
        TenantId = draft.TenantId,
        InstanceId = draft.Instance.Id,
        Seq = draft.Seq,
        At = draft.Now,
        ActorKind = draft.Actor.Kind,
        By = draft.Actor.PersonId,
        OnBehalfOf = draft.Actor.OnBehalfOf,
        CommandId = commandId,
        Facts = KernelJson.WriteFacts(draft.Facts),
        Hash = [],
    };

    private static InstanceRow After(StepDraft draft, EventRow recorded) => new()
    {
        TenantId = draft.Instance.TenantId,
        Id = draft.Instance.Id,
        DefinitionId = draft.Instance.DefinitionId,
        ProcessKey = draft.Instance.ProcessKey,
        Version = draft.Instance.Version,
        BusinessKey = draft.Instance.BusinessKey,
        Status = draft.State!.Status,
        State = KernelJson.WriteState(draft.State),
        RowVersion = draft.Instance.RowVersion + 1,
        LastHash = recorded.Hash,
        LastSeq = recorded.Seq,
        Scope = draft.Instance.Scope,
        OwnerUnitId = draft.Instance.OwnerUnitId,
        SuspendedAt = draft.Instance.SuspendedAt,
        StarterId = draft.Instance.StarterId,
        StartedAt = draft.Instance.StartedAt,
        EndedAt = draft.EndedAt ?? draft.Instance.EndedAt,
        ParentInstanceId = draft.Instance.ParentInstanceId,
        ParentTokenId = draft.Instance.ParentTokenId,
    };

    /// <summary>Null when nobody needs EF, which spares the step a context.</summary>
    private Func<PlatformDb, CancellationToken, Task>? EnlistedWork(StepDraft draft, InstanceRow after, StepAdditions? additions, TaskRow? task)
    {
        IStepListener[] interested = Array.FindAll(listeners, l => l.Wants(draft.Process.Graph));
        if (interested.Length == 0 && draft.Enlisted.Count == 0 && additions?.Enlisted is null)
        {
            return null;
        }

        return async (db, ct) =>
        {
            foreach (Func<PlatformDb, CancellationToken, Task> work in draft.Enlisted)
            {
                await work(db, ct);
            }

            if (additions?.Enlisted is { } added)
            {
                await added(db, ct);
            }

            var step = new StepContext
            {
                Process = draft.Process,
                Instance = after,
                State = draft.State!,
                Facts = draft.Facts.ToImmutable(),
                Effects = draft.Effects.ToImmutable(),
                CreatedTasks = draft.CreatedTasks.ToImmutable(),
                Completion = additions?.Completion,
                CompletedTask = additions?.Completion is null ? null : task,
                Now = draft.Now,
                Actor = draft.Actor,
                Db = db,
            };
            foreach (IStepListener listener in interested)
            {
                await listener.OnStepAsync(step, ct);
            }
        };
    }
}
