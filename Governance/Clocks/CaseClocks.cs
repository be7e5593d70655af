using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Feel;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Kernel;
using Platform.Runtime.Calendar;
using Platform.Runtime.Deadlines;
using Platform.Runtime.Instances;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Clocks;

/// <summary>
/// Extends and pauses the clocks of a case while it is handled. The dates first set are never touched: whether a case was
/// late is always judged by what may lawfully be counted, and every change stays on record with its reason.
/// </summary>
public sealed class CaseClocks(CaseSetting setting, InstanceService instances, DeadlineService deadlines)
{
    private const int LongestLegalExtension = 30;
    private const int LongestSuggestionExtension = 15;
    private const int NoticeDays = 3;
    private const int LongestPause = 30;
    private const string Shelved = "挂账";

    /// <summary>Lawful reasons for a pause.</summary>
    public static IReadOnlyList<string> PauseReasons { get; } = ["等待群众补正", "鉴定检测审计", "等待司法结果", "不可抗力", "听证"];

    /// <summary>Extends the promise clock once: claims by at most thirty days (信访工作条例第三十四条), suggestions by at most fifteen working days.</summary>
    /// <param name="order">The approved extension.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The new promised date; or <c>case.not-found</c>, <c>case.not-handling</c>, <c>case.extension-limit</c>.</returns>
    public async Task<Result<DateTimeOffset>> ExtendAsync(ExtendCase order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (await setting.FindAsync(order.TenantId, order.CaseId, ct) is not { } row)
        {
            return CaseProblems.NotFound;
        }

        var now = setting.Clock.GetUtcNow();
        if (await ExtensionFaultAsync(row, order, now, ct) is { } fault)
        {
            return fault;
        }

        var calendar = await setting.Calendars.GetAsync(order.TenantId, ct);
        var from = row.PromiseDueAt!.Value;
        var until = row.Ledger == Ledgers.Suggestions
            ? calendar.AddWorking(from, WorkingTime.Days(order.Days)) : calendar.AddCalendar(from, WorkingTime.Days(order.Days));
        var changed = await ChangeAsync(row, order.By, until, Extension(row, order, from, until, now), ct);
        return changed.IsSuccess ? until : changed.Problem!;
    }

    /// <summary>Stops the promise clock for a lawful reason; all pauses of a case together last at most thirty days. The legal clock runs on.</summary>
    /// <param name="order">The approved pause.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>When the pause ends by itself; or <c>case.not-found</c>, <c>case.not-handling</c>, <c>case.pause-limit</c>.</returns>
    public async Task<Result<DateTimeOffset>> PauseAsync(PauseCase order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (await setting.FindAsync(order.TenantId, order.CaseId, ct) is not { } row)
        {
            return CaseProblems.NotFound;
        }

        var now = setting.Clock.GetUtcNow();
        if (await PauseFaultAsync(row, order, ct) is { } fault)
        {
            return fault;
        }

        var expires = now.AddDays(order.Days);
        await setting.Database.WriteAsync(
            async (db, token) =>
            {
                db.Add(new PauseRow
                {
                    TenantId = row.TenantId, Id = Guid.CreateVersion7(now), CaseId = row.Id, From = now, Expires = expires,
                    Reason = order.Reason, Evidence = order.Evidence, ApprovedById = order.By,
                });
                await ForPromisesAsync(db, row, id => deadlines.PauseAsync(db, row.TenantId, id, order.By, order.Reason, token), token);
                return await CaseBook.ChangeAsync(db, row.TenantId, row.Id, item => item.PausedSince = now, token);
            },
            ct);
        return expires;
    }

    /// <summary>Stops the promise clock of a case that is put aside, until the date on which it is looked at again; this does not count as a pause.</summary>
    internal async Task<Result<DateTimeOffset>> ShelveAsync(CaseRow row, ShelveCase order, Action<PlatformDb> keep, CancellationToken ct)
    {
        if (!IsHandling(row) || row.PausedSince is not null)
        {
            return CaseProblems.NotHandling(row.Number);
        }

        var now = setting.Clock.GetUtcNow();
        await setting.Database.WriteAsync(
            async (db, token) =>
            {
                keep(db);
                db.Add(new PauseRow
                {
                    TenantId = row.TenantId, Id = Guid.CreateVersion7(now), CaseId = row.Id, From = now, Expires = order.Until,
                    Reason = Shelved, Evidence = Shelved, ApprovedById = order.By,
                });
                await ForPromisesAsync(db, row, id => deadlines.PauseAsync(db, row.TenantId, id, order.By, Shelved, token), token);
                return await CaseBook.ChangeAsync(db, row.TenantId, row.Id, item => (item.PausedSince, item.ShelvedUntil) = (now, order.Until), token);
            },
            ct);
        return order.Until;
    }

    /// <summary>Lets the promise clock run on; the promised date moves by the time it stood.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="by">Who resumes it; null when it expired.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The new promised date; or <c>case.not-found</c>, <c>case.not-handling</c>.</returns>
    public async Task<Result<DateTimeOffset>> ResumeAsync(string tenantId, Guid caseId, Guid? by, CancellationToken ct)
    {
        if (await setting.FindAsync(tenantId, caseId, ct) is not { } row)
        {
            return CaseProblems.NotFound;
        }

        if (row is not { PausedSince: { } since, PromiseDueAt: { } due })
        {
            return CaseProblems.NotHandling(row.Number);
        }

        var now = setting.Clock.GetUtcNow();
        var calendar = await setting.Calendars.GetAsync(tenantId, ct);
        var stood = calendar.WorkingDaysBetween(calendar.DateOf(since), calendar.DateOf(now));
        var until = stood == 0 ? due : calendar.AddWorking(due, WorkingTime.Days(stood));
        var changed = await ChangeAsync(row, by, until, End(row, by, now), ct);
        return changed.IsSuccess ? until : changed.Problem!;
    }

    /// <summary>Ends the pauses whose time is over.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>How many were ended.</returns>
    public async Task<int> ResumeExpiredAsync(string tenantId, CancellationToken ct)
    {
        var now = setting.Clock.GetUtcNow();
        List<Guid> expired;
        await using (PlatformDb db = setting.Database.CreateDbContext())
        {
            expired = await db.Set<PauseRow>().Where(row => row.TenantId == tenantId && row.Until == null && row.Expires <= now)
                .Select(row => row.CaseId).ToListAsync(ct);
        }

        foreach (var caseId in expired)
        {
            await ResumeAsync(tenantId, caseId, null, ct);
        }

        return expired.Count;
    }

    private async Task<Problem?> ExtensionFaultAsync(CaseRow row, ExtendCase order, DateTimeOffset now, CancellationToken ct)
    {
        if (!IsHandling(row))
        {
            return CaseProblems.NotHandling(row.Number);
        }

        var most = row.Ledger == Ledgers.Suggestions ? LongestSuggestionExtension : LongestLegalExtension;
        if (order.Days < 1 || order.Days > most)
        {
            return CaseProblems.ExtensionLimit($"延期不能超过 {most} 日。");
        }

        if (row.PromiseDueAt!.Value < now.AddDays(NoticeDays))
        {
            return CaseProblems.ExtensionLimit($"延期须在到期前 {NoticeDays} 日申请。");
        }

        await using PlatformDb db = setting.Database.CreateDbContext();
        return await db.Set<ExtensionRow>().AnyAsync(item => item.TenantId == row.TenantId && item.CaseId == row.Id, ct)
            ? CaseProblems.ExtensionLimit("每件只能延期一次，本件已经延期。")
            : null;
    }

    private async Task<Problem?> PauseFaultAsync(CaseRow row, PauseCase order, CancellationToken ct)
    {
        if (!IsHandling(row) || row.PausedSince is not null)
        {
            return CaseProblems.NotHandling(row.Number);
        }

        if (!PauseReasons.Contains(order.Reason) || string.IsNullOrWhiteSpace(order.Evidence))
        {
            return CaseProblems.PauseLimit("暂停须有规定的事由，并附证据。");
        }

        await using PlatformDb db = setting.Database.CreateDbContext();
        var earlier = await db.Set<PauseRow>().Where(item => item.TenantId == row.TenantId && item.CaseId == row.Id && item.Reason != Shelved).ToListAsync(ct);
        var stood = earlier.Sum(item => ((item.Until ?? item.Expires) - item.From).TotalDays);
        return order.Days < 1 || stood + order.Days > LongestPause ? CaseProblems.PauseLimit($"单件暂停累计不能超过 {LongestPause} 日。") : null;
    }

    /// <summary>Moves the promised date in the process, in the books and for open tasks, in one step: a case is never half extended.</summary>
    private async Task<Result<DateTimeOffset>> ChangeAsync(CaseRow row, Guid? by, DateTimeOffset until, Func<PlatformDb, CancellationToken, Task> enlisted, CancellationToken ct)
    {
        var step = await instances.SetVariablesAsync(
            new SetVariables
            {
                TenantId = row.TenantId,
                InstanceId = row.Id,
                CommandId = Guid.CreateVersion7(setting.Clock.GetUtcNow()),
                Actor = by is { } person ? Actor.Person(person) : Actor.System,
                Variables = ImmutableDictionary<string, FeelValue>.Empty.Add(CaseVariables.PromiseDue, FeelValue.Of(until)),
                Additions = new StepAdditions
                {
                    Enlisted = async (db, token) =>
                    {
                        await enlisted(db, token);
                        await CaseBook.ChangeAsync(db, row.TenantId, row.Id, item => item.PromiseDueAt = until, token);
                        if (by is { } approver)
                        {
                            await ForPromisesAsync(
                                db,
                                row,
                                id => deadlines.ExtendAsync(
                                    db, new ExtendDeadline { TenantId = row.TenantId, DeadlineId = id, NewDueAt = until, By = approver, Reason = "件的承诺时限已变更" }, token),
                                token);
                        }
                    },
                },
            },
            ct);
        return step.Problem is { } problem ? problem : until;
    }

    /// <summary>The promise clocks of open tasks that run to the promised date of the case.</summary>
    private static async Task ForPromisesAsync(PlatformDb db, CaseRow row, Func<Guid, Task<Result<DateTimeOffset>>> act, CancellationToken ct)
    {
        var open = await db.Deadlines
            .Where(item => item.TenantId == row.TenantId && item.InstanceId == row.Id && item.Clock == DeadlineClock.Promise && item.EndedAt == null
                && (item.ElementId == "feedback" || item.ElementId == "study"))
            .Select(item => item.Id).ToListAsync(ct);
        foreach (var id in open)
        {
            await act(id);
        }
    }

    private static Func<PlatformDb, CancellationToken, Task> Extension(CaseRow row, ExtendCase order, DateTimeOffset from, DateTimeOffset until, DateTimeOffset now) => (db, _) =>
    {
        db.Add(new ExtensionRow
        {
            TenantId = row.TenantId, Id = Guid.CreateVersion7(now), CaseId = row.Id, At = now, ById = order.By, ApprovedById = order.By,
            Clock = "promise", Days = order.Days, From = from, Until = until, Reason = order.Reason,
        });
        return Task.CompletedTask;
    };

    private Func<PlatformDb, CancellationToken, Task> End(CaseRow row, Guid? by, DateTimeOffset now) => async (db, ct) =>
    {
        await ForPromisesAsync(db, row, id => deadlines.ResumeAsync(db, row.TenantId, id, by, "暂停事由消除", ct), ct);
        await db.Set<PauseRow>().Where(item => item.TenantId == row.TenantId && item.CaseId == row.Id && item.Until == null)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.Until, now), ct);
        await CaseBook.ChangeAsync(db, row.TenantId, row.Id, item => item.PausedSince = null, ct);
    };

    private static bool IsHandling(CaseRow row) => row.IsOpen && row.PromiseDueAt is not null && CaseStages.Handling.Contains(row.Stage);
}
