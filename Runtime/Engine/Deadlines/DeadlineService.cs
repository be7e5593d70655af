using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Calendar;
using Platform.Runtime.Definitions;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Deadlines;

/// <summary>
/// Extends, stops and resumes clocks. The original due instant is never touched: what was promised first stays readable,
/// and a red card is not made undone by a new date.
/// </summary>
public sealed class DeadlineService(PlatformDatabase database, GraphCache graphs, OrgCache org, CalendarCache calendars, TimeProvider clock)
{
    /// <summary>Extends a clock; the next warnings follow the new due instant.</summary>
    /// <param name="command">The order.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The new due instant, or <c>deadline.not-found</c>, <c>deadline.not-running</c>, <c>deadline.not-later</c>.</returns>
    public Task<Result<DateTimeOffset>> ExtendAsync(ExtendDeadline command, CancellationToken ct) =>
        database.WriteAsync((db, token) => ExtendAsync(db, command, token), ct);

    /// <summary>Extends a clock in the transaction of something larger, so that both happen or neither.</summary>
    /// <param name="db">Context of the transaction.</param>
    /// <param name="command">The order.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>As the method of the same name.</returns>
    public Task<Result<DateTimeOffset>> ExtendAsync(PlatformDb db, ExtendDeadline command, CancellationToken ct) => ChangeAsync(
        db,
        command.TenantId,
        command.DeadlineId,
        (row, now, _) => row switch
        {
            { Status: not DeadlineStatus.Running } => new Problem("deadline.not-running", "时限已停止，不能延期。"),
            _ when command.NewDueAt <= row.DueAt => new Problem("deadline.not-later", "新的到期时间应晚于原到期时间。"),
            _ => new Change("extended", command.NewDueAt, DeadlineStatus.Running, null, command.By, command.Reason),
        },
        ct);

    /// <summary>Stops a clock for a recorded reason (暂停).</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="deadlineId">The clock.</param>
    /// <param name="by">Who approved it; null for the system.</param>
    /// <param name="reason">The legal reason.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The due instant that stood, or <c>deadline.not-found</c>, <c>deadline.not-running</c>.</returns>
    public Task<Result<DateTimeOffset>> PauseAsync(string tenantId, Guid deadlineId, Guid? by, string reason, CancellationToken ct) =>
        database.WriteAsync((db, token) => PauseAsync(db, tenantId, deadlineId, by, reason, token), ct);

    /// <summary>Stops a clock in the transaction of something larger.</summary>
    /// <param name="db">Context of the transaction.</param>
    /// <param name="tenantId">The county.</param>
    /// <param name="deadlineId">The clock.</param>
    /// <param name="by">Who approved it; null for the system.</param>
    /// <param name="reason">The legal reason.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>As the method of the same name.</returns>
    public Task<Result<DateTimeOffset>> PauseAsync(PlatformDb db, string tenantId, Guid deadlineId, Guid? by, string reason, CancellationToken ct) => ChangeAsync(
        db,
        tenantId,
        deadlineId,
        (row, now, _) => row.Status == DeadlineStatus.Running
            ? new Change("paused", row.DueAt, DeadlineStatus.Paused, now, by, reason)
            : new Problem("deadline.not-running", "时限没有在走，不能暂停。"),
        ct);

    /// <summary>Lets a stopped clock run on with what was left (恢复).</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="deadlineId">The clock.</param>
    /// <param name="by">Who resumes it; null for the system.</param>
    /// <param name="reason">Why.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The new due instant, or <c>deadline.not-found</c>, <c>deadline.not-paused</c>.</returns>
    public Task<Result<DateTimeOffset>> ResumeAsync(string tenantId, Guid deadlineId, Guid? by, string reason, CancellationToken ct) =>
        database.WriteAsync((db, token) => ResumeAsync(db, tenantId, deadlineId, by, reason, token), ct);

    /// <summary>Lets a stopped clock run on in the transaction of something larger.</summary>
    /// <param name="db">Context of the transaction.</param>
    /// <param name="tenantId">The county.</param>
    /// <param name="deadlineId">The clock.</param>
    /// <param name="by">Who resumes it; null for the system.</param>
    /// <param name="reason">Why.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>As the method of the same name.</returns>
    public Task<Result<DateTimeOffset>> ResumeAsync(PlatformDb db, string tenantId, Guid deadlineId, Guid? by, string reason, CancellationToken ct) => ChangeAsync(
        db,
        tenantId,
        deadlineId,
        (row, now, calendar) => row is { Status: DeadlineStatus.Paused, PausedAt: { } paused }
            ? new Change("resumed", DeadlineOf(row).AfterPause(paused, now, calendar).Due, DeadlineStatus.Running, null, by, reason)
            : new Problem("deadline.not-paused", "时限没有暂停，无需恢复。"),
        ct);

    private async Task<Result<DateTimeOffset>> ChangeAsync(
        PlatformDb db, string tenantId, Guid deadlineId, Func<DeadlineRow, DateTimeOffset, WorkCalendar, Result<Change>> decide, CancellationToken ct)
    {
        var row = await db.Deadlines.AsTracking().SingleOrDefaultAsync(d => d.TenantId == tenantId && d.Id == deadlineId, ct);
        if (row is null || await SpecAsync(db, row, ct) is not { } spec)
        {
            return new Problem("deadline.not-found", "没有找到这一时限。");
        }

        var now = clock.GetUtcNow();
        var calendar = await calendars.GetAsync(tenantId, ct);
        var decided = decide(row, now, calendar);
        if (decided.Problem is { } problem)
        {
            return problem;
        }

        Apply(row, decided.Value, new Rescheduling(spec, await org.GetAsync(tenantId, ct), calendar, now), db);
        await MoveTaskAsync(row, db, ct);
        return row.DueAt;
    }

    private static void Apply(DeadlineRow row, Change change, Rescheduling rescheduling, PlatformDb db)
    {
        var plan = DeadlinePlan.Read(row.Plan);
        plan = change.Key == "paused" ? plan : plan with { Revision = plan.Revision + 1, Steps = rescheduling.StepsOf(row, plan, change.Due) };
        db.DeadlineEvents.Add(new DeadlineEventRow
        {
            TenantId = row.TenantId,
            DeadlineId = row.Id,
            Level = $"{change.Key}#{(change.Key == "paused" ? plan.Revision + 1 : plan.Revision)}",
            InstanceId = row.InstanceId,
            DueAt = row.DueAt,
            At = rescheduling.Now,
            By = change.By,
            Detail = change.Reason,
        });
        row.DueAt = change.Due;
        row.Status = change.Status;
        row.PausedAt = change.PausedAt;
        row.Plan = plan.Write();
        row.NextStep = change.Key == "paused" ? row.NextStep : 0;
        row.NextAt = change.Status == DeadlineStatus.Running && !plan.Steps.IsEmpty ? plan.Steps[row.NextStep].At : null;
        row.RowVersion++;
    }

    /// <summary>The task is sorted and shown by its promise; a legal clock moves it only when it has no other.</summary>
    private static async Task MoveTaskAsync(DeadlineRow row, PlatformDb db, CancellationToken ct)
    {
        if (row.TaskId is not { } taskId)
        {
            return;
        }

        var promise = await db.Deadlines.AnyAsync(d => d.TenantId == row.TenantId && d.TaskId == taskId && d.Clock == DeadlineClock.Promise, ct);
        if (row.Clock == DeadlineClock.Legal && promise)
        {
            return;
        }

        await Visibility.AllTasks(db, row.TenantId).Where(t => t.Id == taskId).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.DueAt, row.DueAt).SetProperty(t => t.SortAt, row.DueAt).SetProperty(t => t.RowVersion, t => t.RowVersion + 1), ct);
        await db.TaskCandidates.Where(c => c.TenantId == row.TenantId && c.TaskId == taskId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.SortAt, row.DueAt), ct);
    }

    private async Task<UserTaskSpec?> SpecAsync(PlatformDb db, DeadlineRow row, CancellationToken ct)
    {
        var definition = await Visibility.AllInstances(db, row.TenantId).Where(i => i.Id == row.InstanceId).Select(i => (Guid?)i.DefinitionId).SingleOrDefaultAsync(ct);
        return definition is { } id ? (await graphs.GetAsync(row.TenantId, id, ct)).UserTask(row.ElementId) : null;
    }

    private static Deadline DeadlineOf(DeadlineRow row)
    {
        var plan = DeadlinePlan.Read(row.Plan);
        return new Deadline { Kind = plan.Kind, InDays = plan.InDays, Start = row.StartedAt, Due = row.DueAt };
    }

    private sealed record Change(string Key, DateTimeOffset Due, DeadlineStatus Status, DateTimeOffset? PausedAt, Guid? By, string Reason);

    private sealed record Rescheduling(UserTaskSpec Spec, OrgDirectory Directory, WorkCalendar Calendar, DateTimeOffset Now)
    {
        /// <summary>The steps up to the new due instant that are still to come; recipients stay those bound at the start.</summary>
        public System.Collections.Immutable.ImmutableArray<DeadlineStep> StepsOf(DeadlineRow row, DeadlinePlan plan, DateTimeOffset due)
        {
            var context = new AssignmentContext { Variables = FeelScope.Empty, Now = Now, ProcessKey = "" };
            var bound = plan.Steps.ToLookup(s => s.Level, s => s.Recipients);
            return [.. DeadlinePlanner.Steps(DeadlineOf(row) with { Due = due }, Spec, Directory, Calendar, context, null)
                .Where(s => s.At > Now)
                .Select(s => s with { Recipients = bound[s.Level].FirstOrDefault([]) })];
        }
    }
}
