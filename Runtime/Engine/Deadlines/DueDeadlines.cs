using Platform.Runtime.Access;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;

namespace Platform.Runtime.Deadlines;

/// <summary>
/// Records warnings, cards and escalations when they are due, and tells those concerned. After an outage every step that was
/// missed is recorded, in order; people are told of the last one only.
/// </summary>
internal sealed class DueDeadlines(OrgCache org, Viewers viewers, IEnumerable<IDeadlineListener> listeners) : IDueDeadlineHandler
{
    private readonly IDeadlineListener[] listeners = [.. listeners];

    public async Task HandleAsync(IReadOnlyList<DeadlineRow> due, DateTimeOffset now, PlatformDb db, CancellationToken ct)
    {
        foreach (var county in due.GroupBy(d => d.TenantId, StringComparer.Ordinal))
        {
            var directory = await org.GetAsync(county.Key, ct);
            var matters = await DueMatters.LoadAsync(db, county.Key, [.. county], ct);
            var outbox = new DeadlineOutbox(directory, viewers, now, matters);
            foreach (var deadline in county)
            {
                await HandleAsync(deadline, now, db, outbox, ct);
            }
        }
    }

    private async Task HandleAsync(DeadlineRow deadline, DateTimeOffset now, PlatformDb db, DeadlineOutbox outbox, CancellationToken ct)
    {
        var plan = DeadlinePlan.Read(deadline.Plan);
        var task = outbox.Matters.TaskOf(deadline);
        if (deadline.Status != DeadlineStatus.Running || task is { Status: > UserTaskStatus.Suspended })
        {
            // The work ended in a transaction that did not reach the clock: nothing is late any more.
            deadline.NextAt = null;
            deadline.RowVersion++;
            return;
        }

        while (deadline.NextStep < plan.Steps.Length && plan.Steps[deadline.NextStep].At <= now)
        {
            var step = plan.Steps[deadline.NextStep];
            deadline.NextStep++;
            var isLast = deadline.NextStep >= plan.Steps.Length || plan.Steps[deadline.NextStep].At > now;
            var recipients = outbox.Recipients(deadline, step);
            db.DeadlineEvents.Add(EventOf(deadline, plan, step, now));
            if (isLast)
            {
                db.Notifications.AddRange(outbox.Notifications(deadline, step, recipients));
            }

            db.Participants.AddRange(outbox.NewParticipants(deadline, recipients));
            var reached = new DeadlineReached(deadline, task, plan.KeyOf(step), step.At, recipients);
            foreach (var listener in listeners)
            {
                await listener.OnReachedAsync(reached, db, ct);
            }
        }

        deadline.NextAt = deadline.NextStep < plan.Steps.Length ? plan.Steps[deadline.NextStep].At : null;
        deadline.RowVersion++;
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
}
