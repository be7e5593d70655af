using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;
using Platform.Runtime.Definitions;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;

namespace Platform.Runtime.Instances.Jobs;

/// <summary>Fires timers of instances, and starts processes whose time has come.</summary>
internal sealed class DueTimers(PlatformDatabase database, InstanceRunner runner, GraphCache graphs, TimeProvider clock) : IDueTimerHandler
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public async Task HandleAsync(TimerRow timer, CancellationToken ct)
    {
        Result<StepOutcome> step = timer.Kind == Persistence.TimerKind.Start ? await StartAsync(timer, ct) : await FireInstanceAsync(timer, ct);
        if (step.Problem is { } passing && InstanceProblems.IsPassing(passing))
        {
            // It stays, and comes back when its lease ends: what could not be done now must not be left out.
            return;
        }

        if (step.Problem is not null || step.Value.WasRepeated)
        {
            // Nobody waits for it any more: a row that nothing consumes would come back for ever.
            await database.WriteAsync(
                (db, token) => db.Timers
                    .Where(t => t.TenantId == timer.TenantId && t.OwnerId == timer.OwnerId && t.TimerId == timer.TimerId && t.DueAt == timer.DueAt)
                    .ExecuteDeleteAsync(token),
                ct);
        }
    }

    private Task<Result<StepOutcome>> FireInstanceAsync(TimerRow timer, CancellationToken ct) => runner.RunAsync(
        new InstanceCommand
        {
            TenantId = timer.TenantId,
            InstanceId = timer.OwnerId,
            CommandId = CommandOf(timer),
            Actor = Actor.System,
            Trigger = new Trigger.FireTimer { TimerId = timer.TimerId },
        },
        ct);

    private async Task<Result<StepOutcome>> StartAsync(TimerRow timer, CancellationToken ct)
    {
        DeployedProcess process = await graphs.GetAsync(timer.TenantId, timer.OwnerId, ct);
        Node node = process.Graph.Nodes[(int)timer.TimerId];
        TimerDue? next = NextOf(node, timer);
        return await runner.StartAsync(
            process,
            new StartInstance
            {
                TenantId = timer.TenantId,
                ProcessKey = process.Key,
                CommandId = CommandOf(timer),
                Actor = Actor.System,
                Additions = new StepAdditions { Enlisted = (db, token) => MoveOnAsync(db, timer, next, token) },
            },
            new Trigger.StartProcess { StartElementId = node.Id },
            null,
            ct);
    }

    private static Guid CommandOf(TimerRow timer) => CommandIds.Derive(timer.OwnerId, Guid.Empty, timer.DueAt.UtcTicks ^ timer.TimerId);

    private TimerDue? NextOf(Node node, TimerRow fired)
    {
        var options = new FeelOptions { Now = clock.GetUtcNow() };
        return node.Event?.Timer?.Schedule(FeelScope.Empty, options, China) is { IsSuccess: true } schedule
            ? schedule.Value.Next(fired.DueAt, fired.StartsLeft, China)
            : null;
    }

    private static async Task MoveOnAsync(PlatformDb db, TimerRow timer, TimerDue? next, CancellationToken ct)
    {
        IQueryable<TimerRow> row = db.Timers.Where(t => t.TenantId == timer.TenantId && t.OwnerId == timer.OwnerId && t.TimerId == timer.TimerId);
        if (next is { } due)
        {
            await row.ExecuteUpdateAsync(t => t.SetProperty(x => x.DueAt, due.At).SetProperty(x => x.StartsLeft, due.Remaining).SetProperty(x => x.LeaseUntil, (DateTimeOffset?)null), ct);
        }
        else
        {
            await row.ExecuteDeleteAsync(ct);
        }
    }
}
