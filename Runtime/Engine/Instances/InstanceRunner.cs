using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Runtime.Definitions;
using Platform.Runtime.Instances.Steps;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Payloads;
using Platform.Runtime.Persistence.Sql;
using Platform.Runtime.Scheduling;

namespace Platform.Runtime.Instances;

/// <summary>
/// The only way in which an instance changes: load, decide, step, save once; again from the start when another writer was faster.
/// A repeated command gets its first answer.
/// </summary>
public sealed class InstanceRunner
{
    /// <summary>Each attempt means that another writer got through, so only a very busy instance needs more.</summary>
    private const int MostAttempts = 16;

    private readonly InstanceStore store;
    private readonly GraphCache graphs;
    private readonly StepWriter writer;
    private readonly TimeProvider clock;
    private readonly DueSignal signal;

    /// <summary>Made by the container.</summary>
    /// <param name="store">Loads and saves.</param>
    /// <param name="graphs">Compiled versions.</param>
    /// <param name="writer">Works a step out.</param>
    /// <param name="clock">The platform's clock.</param>
    /// <param name="signal">Wakes the pump after a commit.</param>
    public InstanceRunner(InstanceStore store, GraphCache graphs, StepWriter writer, TimeProvider clock, DueSignal signal)
    {
        this.store = store;
        this.graphs = graphs;
        this.writer = writer;
        this.clock = clock;
        this.signal = signal;
    }

    /// <summary>Changes an instance that exists.</summary>
    /// <param name="command">The order.</param>
    /// <param name="ct">Gives up before the commit; a commit under way is not undone.</param>
    /// <returns>The step, or why it was refused; then nothing was changed.</returns>
    public async Task<Result<StepOutcome>> RunAsync(InstanceCommand command, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(command);
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            Result<StepPlan> plan = await PlanAsync(command, ct);
            if (plan.Problem is { } refusal)
            {
                // A refusal may only mean that this very command has been carried out before.
                return await AnswerAsync(command.TenantId, command.CommandId, ct) is { } first ? first : refusal;
            }

            if (await SaveAsync(plan.Value, ct) is { } outcome)
            {
                return outcome;
            }
        }

        return InstanceProblems.Busy;
    }

    /// <summary>Starts an instance.</summary>
    /// <param name="process">The version to run.</param>
    /// <param name="order">The order.</param>
    /// <param name="trigger">Where it starts and with what.</param>
    /// <param name="parent">The calling instance and its waiting token; null when nobody calls.</param>
    /// <param name="ct">Gives up before the commit.</param>
    internal async Task<Result<StepOutcome>> StartAsync(
        DeployedProcess process, StartInstance order, Trigger.StartProcess trigger, (Guid Instance, long Token)? parent, CancellationToken ct)
    {
        DateTimeOffset now = Instants.Cut(clock.GetUtcNow());
        InstanceRow instance = NewInstance(process, order, parent, now);
        Result<StepPlan> plan = await writer.PlanStartAsync(process, instance, order, trigger, now, ct);
        if (plan.Problem is { } refusal)
        {
            return refusal;
        }

        if (await SaveAsync(plan.Value, ct) is { } outcome)
        {
            return outcome;
        }

        return await AnswerAsync(order.TenantId, order.CommandId, ct) is { } first
            ? first
            : new Problem("instance.exists", "这件事已经登记过了。");
    }

    private async Task<Result<StepPlan>> PlanAsync(InstanceCommand command, CancellationToken ct)
    {
        LoadedInstance? loaded = await store.LoadAsync(command.TenantId, command.InstanceId, command.TaskId, ct);
        if (loaded is null)
        {
            return command.TaskId is null
                ? new Problem("instance.not-found", "找不到这件事。")
                : new Problem("task.not-found", "找不到这项任务。");
        }

        if (loaded.Instance.SuspendedAt is not null && !command.ReachesSuspended)
        {
            return InstanceProblems.Suspended;
        }

        DeployedProcess process = await graphs.GetAsync(command.TenantId, loaded.Instance.DefinitionId, ct);
        var facts = new StepFacts
        {
            Process = process,
            Instance = loaded.Instance,
            State = KernelJson.ReadState(loaded.Instance.State, process.Key),
            Task = loaded.Task,
            Candidates = loaded.Candidates,
            Exclusions = loaded.Exclusions,
        };
        Result<StepDecision> decision = command.Decide is { } decide
            ? await decide(facts, ct)
            : new StepDecision(command.Trigger ?? throw new InvalidOperationException("Expected a trigger or a decision, but the command has neither."), command.Additions);
        return decision.Problem is { } refusal
            ? refusal
            : await writer.PlanAsync(facts, decision.Value, command, Instants.Cut(clock.GetUtcNow()), ct);
    }

    private async Task<Result<StepOutcome>?> SaveAsync(StepPlan plan, CancellationToken ct)
    {
        switch (await store.SaveAsync(plan.Statements, plan.Enlisted, ct))
        {
            case WriteVerdict.Committed:
                if (plan.EarliestDue is { } due)
                {
                    signal.Expect(due);
                }

                return plan.Outcome;
            case WriteVerdict.Repeated:
                return await AnswerAsync(plan.TenantId, plan.CommandId, ct)
                    ?? throw new InvalidOperationException($"Expected the first answer of command {plan.CommandId}, but it is not there.");
            default:
                return null;
        }
    }

    private async Task<Result<StepOutcome>?> AnswerAsync(string tenantId, Guid commandId, CancellationToken ct) =>
        await store.FindAnswerAsync(tenantId, commandId, ct) is { } answer
            ? (Result<StepOutcome>)new StepOutcome
            {
                InstanceId = answer.Instance.Id,
                Seq = answer.Seq,
                Status = answer.Instance.Status,
                CreatedTasks = [.. answer.Tasks],
                WasRepeated = true,
            }
            : null;

    private static InstanceRow NewInstance(DeployedProcess process, StartInstance order, (Guid Instance, long Token)? parent, DateTimeOffset now) => new()
    {
        TenantId = order.TenantId,
        Id = order.InstanceId ?? Guid.CreateVersion7(now),
        DefinitionId = process.Id,
        ProcessKey = process.Key,
        Version = process.Version,
        BusinessKey = order.BusinessKey,
        Status = InstanceStatus.Running,
        State = [],
        RowVersion = 0,
        LastHash = EventChain.Root,
        LastSeq = 0,
        Scope = order.Access.Scope,
        OwnerUnitId = order.Access.OwnerUnitId,
        StarterId = order.StarterId ?? order.Actor.PersonId,
        StartedAt = now,
        ParentInstanceId = parent?.Instance,
        ParentTokenId = parent?.Token,
    };
}
