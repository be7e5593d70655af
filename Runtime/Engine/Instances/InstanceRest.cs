using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;

namespace Platform.Runtime.Instances;

/// <summary>
/// Lets instances rest and go on. Both are steps of the instance, so that a step under way either comes before, or finds that
/// it was overtaken and then that the instance rests.
/// </summary>
public sealed class InstanceRest
{
    /// <summary>When nothing is ever due.</summary>
    private static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly InstanceRunner runner;
    private readonly DueSignal signal;
    private readonly TimeProvider clock;

    /// <summary>Made by the container.</summary>
    /// <param name="runner">Carries out steps.</param>
    /// <param name="signal">Wakes the pump for what fell due meanwhile.</param>
    /// <param name="clock">The platform's clock.</param>
    public InstanceRest(InstanceRunner runner, DueSignal signal, TimeProvider clock)
    {
        this.runner = runner;
        this.signal = signal;
        this.clock = clock;
    }

    internal Task<Result<StepOutcome>> BeginAsync(EndInstance order, CancellationToken ct) => StepAsync(
        order,
        facts => facts.Instance switch
        {
            { Status: not InstanceStatus.Running } => new Problem("instance.ended", "这件事已经办结或者终止，不能暂停。"),
            { SuspendedAt: not null } => InstanceProblems.Suspended,
            _ => (Func<PlatformDb, CancellationToken, Task>)((db, token) => SuspendAsync(db, order, token)),
        },
        ct);

    internal async Task<Result<StepOutcome>> EndAsync(EndInstance order, CancellationToken ct)
    {
        var step = await StepAsync(
            order,
            facts => facts.Instance.SuspendedAt is null
                ? new Problem("instance.not-suspended", "这件事没有暂停，无需恢复。")
                : (Func<PlatformDb, CancellationToken, Task>)((db, token) => ResumeAsync(db, order, facts.State.Timers, token)),
            ct);
        if (step.IsSuccess)
        {
            signal.Expect(clock.GetUtcNow());
        }

        return step;
    }

    /// <summary>A step that changes nothing of the state, but has its place in the history.</summary>
    private Task<Result<StepOutcome>> StepAsync(
        EndInstance order, Func<StepFacts, Result<Func<PlatformDb, CancellationToken, Task>>> change, CancellationToken ct) => runner.RunAsync(
        new InstanceCommand
        {
            TenantId = order.TenantId,
            InstanceId = order.InstanceId,
            CommandId = order.CommandId,
            Actor = order.Actor,
            ReachesSuspended = true,
            Decide = (facts, _) => ValueTask.FromResult(change(facts).Map(effect => new StepDecision(
                new Trigger.SetVariables { Variables = ImmutableDictionary<string, FeelValue>.Empty },
                new StepAdditions
                {
                    Enlisted = async (db, token) =>
                    {
                        await effect(db, token);
                        if (order.Additions?.Enlisted is { } record)
                        {
                            await record(db, token);
                        }
                    },
                }))),
        },
        ct);

    private async Task SuspendAsync(PlatformDb db, EndInstance order, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await OfInstance(db, order).ExecuteUpdateAsync(set => set.SetProperty(i => i.SuspendedAt, now), ct);
        await TasksOf(db, order, UserTaskStatus.Open).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.Status, UserTaskStatus.Suspended).SetProperty(t => t.RowVersion, t => t.RowVersion + 1), ct);
        await TimersOf(db, order).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.DueAt, Never).SetProperty(t => t.LeaseOwner, (string?)null).SetProperty(t => t.LeaseUntil, (DateTimeOffset?)null), ct);
        await JobsOf(db, order).ExecuteUpdateAsync(
            set => set.SetProperty(j => j.DueAt, Never).SetProperty(j => j.Status, JobStatus.Ready).SetProperty(j => j.LeaseOwner, (string?)null)
                .SetProperty(j => j.LeaseUntil, (DateTimeOffset?)null).SetProperty(j => j.RowVersion, j => j.RowVersion + 1),
            ct);
    }

    private async Task ResumeAsync(PlatformDb db, EndInstance order, IEnumerable<PendingTimer> timers, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await OfInstance(db, order).ExecuteUpdateAsync(set => set.SetProperty(i => i.SuspendedAt, (DateTimeOffset?)null), ct);
        await TasksOf(db, order, UserTaskStatus.Suspended).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.Status, UserTaskStatus.Open).SetProperty(t => t.RowVersion, t => t.RowVersion + 1), ct);
        foreach (var timer in timers)
        {
            await TimersOf(db, order).Where(t => t.TimerId == timer.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.DueAt, timer.Due), ct);
        }

        await JobsOf(db, order).ExecuteUpdateAsync(set => set.SetProperty(j => j.DueAt, now).SetProperty(j => j.RowVersion, j => j.RowVersion + 1), ct);
    }

    private static IQueryable<InstanceRow> OfInstance(PlatformDb db, EndInstance order) => Visibility.AllInstances(db, order.TenantId).Where(i => i.Id == order.InstanceId);

    private static IQueryable<TaskRow> TasksOf(PlatformDb db, EndInstance order, UserTaskStatus status) =>
        Visibility.AllTasks(db, order.TenantId).Where(t => t.InstanceId == order.InstanceId && t.Status == status);

    private static IQueryable<TimerRow> TimersOf(PlatformDb db, EndInstance order) =>
        db.Timers.Where(t => t.TenantId == order.TenantId && t.OwnerId == order.InstanceId && t.Kind == TimerKind.Instance);

    private static IQueryable<JobRow> JobsOf(PlatformDb db, EndInstance order) =>
        db.Jobs.Where(j => j.TenantId == order.TenantId && j.InstanceId == order.InstanceId && j.Status != JobStatus.Failed);
}
