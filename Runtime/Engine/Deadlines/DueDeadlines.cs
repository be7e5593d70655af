using Platform.Runtime.Access;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Sql;
using Platform.Runtime.Scheduling;

namespace Platform.Runtime.Deadlines;

/// <summary>
/// Records warnings, cards and escalations when they are due, and tells those concerned. After an outage every step that was
/// missed is recorded, in order; people are told of the last one only, and of what the process itself wants told.
/// </summary>
internal sealed class DueDeadlines(PlatformDatabase database, OrgCache org, Viewers viewers, IEnumerable<IDeadlineListener> listeners) : IDueDeadlineHandler
{
    private readonly IDeadlineListener[] listeners = [.. listeners];

    public async Task HandleAsync(IReadOnlyList<DeadlineRow> due, DateTimeOffset now, PlatformDb db, CancellationToken ct)
    {
        foreach (var county in due.GroupBy(d => d.TenantId, StringComparer.Ordinal))
        {
            var directory = await org.GetAsync(county.Key, ct);
            var matters = await DueMatters.LoadAsync(db, county.Key, [.. county], ct);
            var outbox = new DeadlineOutbox(directory, viewers, now, matters);
            var batch = new Batch([], []);
            foreach (var deadline in county)
            {
                MoveOn(deadline, now, batch, outbox);
            }

            await database.ExecuteAsync(db, batch.Statements, ct);
            await TellAsync(batch.Reached, db, ct);
        }
    }

    /// <summary>Everything that the passing of time ordered for one clock, as statements: a busy morning has thousands of them.</summary>
    private void MoveOn(DeadlineRow deadline, DateTimeOffset now, Batch batch, DeadlineOutbox outbox)
    {
        var plan = DeadlinePlan.Read(deadline.Plan);
        var task = outbox.Matters.TaskOf(deadline);
        var isOver = deadline.Status != DeadlineStatus.Running || task is { Status: > UserTaskStatus.Suspended };
        while (!isOver && deadline.NextStep < plan.Steps.Length && plan.Steps[deadline.NextStep].At <= now)
        {
            var step = plan.Steps[deadline.NextStep];
            deadline.NextStep++;
            var isLast = deadline.NextStep >= plan.Steps.Length || plan.Steps[deadline.NextStep].At > now;
            var recipients = outbox.Recipients(deadline, step);
            batch.Statements.Add(database.Rows.Insert(EventOf(deadline, plan, step, now)));
            if (isLast || step.Notices is not null)
            {
                batch.Statements.AddRange(outbox.Notifications(deadline, step, recipients).Select(database.Rows.Insert));
            }

            batch.Statements.AddRange(outbox.NewParticipants(deadline, recipients).Select(database.Rows.Insert));
            batch.Reached.Add(new DeadlineReached(deadline, task, plan.KeyOf(step), step.At, recipients));
        }

        // Where the work ended in a transaction that did not reach the clock, nothing is late any more.
        deadline.NextAt = !isOver && deadline.NextStep < plan.Steps.Length ? plan.Steps[deadline.NextStep].At : null;
        deadline.RowVersion++;
        batch.Statements.Add(new Statement(StepSql.MoveDeadline, deadline.NextStep, deadline.NextAt, deadline.TenantId, deadline.Id));
    }

    private async Task TellAsync(List<DeadlineReached> reached, PlatformDb db, CancellationToken ct)
    {
        foreach (var listener in listeners)
        {
            foreach (var one in reached)
            {
                await listener.OnReachedAsync(one, db, ct);
            }
        }
    }

    private static DeadlineEventRow EventOf(DeadlineRow deadline, DeadlinePlan plan, DeadlineStep step, DateTimeOffset now) => new()
    {
        TenantId = deadline.TenantId,
        DeadlineId = deadline.Id,
        Level = plan.KeyOf(step),
        InstanceId = deadline.InstanceId,
        DueAt = step.At,
        At = now,
    };

    private sealed record Batch(List<Statement> Statements, List<DeadlineReached> Reached);
}
