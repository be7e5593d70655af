using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Clocks;
using Platform.Governance.Rows;
using Platform.Governance.Sealing;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Shelving;

/// <summary>
/// 挂账: a matter that cannot be solved for now is put aside with a reason and a date, on the word of the desk's director. The
/// county's promise stands meanwhile, the legal period does not; on the date the clock wakes the case by itself.
/// </summary>
public sealed class Shelvings(CaseSetting setting, CaseClocks clocks)
{
    /// <summary>The longest time until the next look, in days.</summary>
    public const int LongestDays = 180;

    private const int LongestReason = 1_000;

    /// <summary>What a reader may do about shelving a case.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="caseId">A case that exists for them.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<ShelvingRights> RightsAsync(Viewer viewer, Guid caseId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        await using PlatformDb db = setting.Database.CreateDbContext();
        var row = await CaseAccess.Cases(db, viewer).FirstOrDefaultAsync(item => item.Id == caseId, ct);
        var waits = row is not null && await Waiting(db, row).AnyAsync(ct);
        var directory = await setting.Org.GetAsync(viewer.TenantId, ct);
        return row is null
            ? new ShelvingRights(MayAsk: false, MayDecide: false)
            : new ShelvingRights(MayAsk: !waits && IsHandling(row) && HandlesIt(viewer, row), MayDecide: waits && Decides(directory, viewer, row, setting.Clock.GetUtcNow()));
    }

    /// <summary>The responsible unit asks that a case be put aside.</summary>
    /// <param name="viewer">Who asks, of the responsible unit.</param>
    /// <param name="order">Why and until when.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The request; or <c>case.not-found</c>, <c>shelving.not-allowed</c>, <c>shelving.reason</c>, <c>shelving.date</c>, <c>shelving.exists</c>.</returns>
    public async Task<Result<Guid>> AskAsync(Viewer viewer, AskShelving order, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(order);
        var now = setting.Clock.GetUtcNow();
        var calendar = await setting.Calendars.GetAsync(viewer.TenantId, ct);
        var at = calendar.StartOfWorkingDay(calendar.NextWorkingDay(order.ReviewOn));
        if (string.IsNullOrWhiteSpace(order.Reason) || order.Reason.Length > LongestReason)
        {
            return new Problem("shelving.reason", "请写明客观上暂时不能解决的原因，不超过一千字。");
        }

        if (at <= now || at > now.AddDays(LongestDays + 7))
        {
            return new Problem("shelving.date", $"复看日期请选在明天到 {LongestDays} 日之内。");
        }

        var directory = await setting.Org.GetAsync(viewer.TenantId, ct);
        return await setting.Database.WriteAsync<Result<Guid>>(
            async (db, token) =>
            {
                var row = await CaseAccess.Cases(db, viewer).FirstOrDefaultAsync(item => item.Id == order.CaseId, token);
                if (row is null)
                {
                    return CaseProblems.NotFound;
                }

                if (!IsHandling(row) || !HandlesIt(viewer, row))
                {
                    return new Problem("shelving.not-allowed", "只有承办单位在办理中可以申请挂账。");
                }

                if (await Waiting(db, row).AnyAsync(token))
                {
                    return new Problem("shelving.exists", "这件已经有挂账申请，请等待联系办决定。");
                }

                var isSealed = TextSealer.IsSealed(row.Title);
                var request = new ShelvingRow
                {
                    TenantId = row.TenantId, Id = Guid.CreateVersion7(now), CaseId = row.Id, AskedAt = now, AskedById = viewer.PersonId!.Value, ReviewAt = at,
                    Reason = isSealed ? setting.Sealer.Seal(row.Id, order.Reason.Trim())! : order.Reason.Trim(),
                };
                db.Add(request);
                db.AddRange(CaseMessages.To(directory.HeadsOf(row.DeskUnitId, now).Select(held => held.Person.Id), row, "case.shelving-asked", $"{row.Number} 申请挂账，请审批", now));
                return request.Id;
            },
            ct);
    }

    /// <summary>The director of the desk decides. Approved, the promise stands until the date.</summary>
    /// <param name="viewer">Who decides, a head of the desk or of the committee above it.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>When it is looked at again, or when it was declined; or <c>case.not-found</c>, <c>shelving.not-allowed</c>, <c>shelving.none</c>, <c>case.not-handling</c>.</returns>
    public async Task<Result<DateTimeOffset>> DecideAsync(Viewer viewer, DecideShelving decision, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(decision);
        var now = setting.Clock.GetUtcNow();
        var directory = await setting.Org.GetAsync(viewer.TenantId, ct);
        CaseRow? row;
        ShelvingRow? request;
        await using (PlatformDb db = setting.Database.CreateDbContext())
        {
            row = await CaseAccess.Cases(db, viewer).FirstOrDefaultAsync(item => item.Id == decision.CaseId, ct);
            request = row is null ? null : await Waiting(db, row).FirstOrDefaultAsync(ct);
        }

        if (row is null)
        {
            return CaseProblems.NotFound;
        }

        if (!Decides(directory, viewer, row, now))
        {
            return new Problem("shelving.not-allowed", "挂账由联系办主任或者书记决定。");
        }

        if (request is null)
        {
            return new Problem("shelving.none", "这件没有等待决定的挂账申请。");
        }

        request.DecidedAt = now;
        request.DecidedById = viewer.PersonId;
        request.IsApproved = decision.Approves;
        request.Decision = string.IsNullOrWhiteSpace(decision.Text) ? null : decision.Text.Trim();
        var told = CaseMessages.To([request.AskedById], row, "case.shelving-decided", decision.Approves ? $"{row.Number} 挂账申请已同意" : $"{row.Number} 挂账申请未同意", now).ToList();
        if (decision.Approves)
        {
            var order = new ShelveCase(viewer.PersonId!.Value, request.ReviewAt);
            return await clocks.ShelveAsync(row, order, db => Keep(db, request, told), ct);
        }

        await setting.Database.WriteAsync(
            (db, _) =>
            {
                Keep(db, request, told);
                return Task.FromResult(true);
            },
            ct);
        return now;
    }

    /// <summary>Takes up the cases whose date has come: the promise runs on, the unit and the desk are told. Repeating it does nothing.</summary>
    /// <param name="ct">Gives up between two cases.</param>
    /// <returns>How many were taken up.</returns>
    public async Task<int> WakeAsync(CancellationToken ct)
    {
        var now = setting.Clock.GetUtcNow();
        List<ShelvingRow> due;
        await using (PlatformDb db = setting.Database.CreateDbContext())
        {
            due = await db.Set<ShelvingRow>().Where(row => row.IsApproved && row.WokenAt == null && row.ReviewAt <= now).OrderBy(row => row.ReviewAt).ToListAsync(ct);
        }

        foreach (var shelving in due)
        {
            // Already running again (somebody resumed it by hand) is as good as woken.
            await clocks.ResumeAsync(shelving.TenantId, shelving.CaseId, null, ct);
            await WokenAsync(shelving, now, ct);
        }

        return due.Count;
    }

    private async Task WokenAsync(ShelvingRow shelving, DateTimeOffset now, CancellationToken ct)
    {
        var directory = await setting.Org.GetAsync(shelving.TenantId, ct);
        await setting.Database.WriteAsync(
            async (db, token) =>
            {
                shelving.WokenAt = now;
                db.Update(shelving);
                var row = await CaseBook.ChangeAsync(db, shelving.TenantId, shelving.CaseId, item => item.ShelvedUntil = null, token);
                var people = directory.HeadsOf(row.DeskUnitId, now).Select(held => held.Person.Id).Append(shelving.AskedById).Distinct();
                db.AddRange(CaseMessages.To(people, row, "case.shelving-due", $"{row.Number} 挂账到期，请复看能否解决", now));
                return true;
            },
            ct);
    }

    private static void Keep(PlatformDb db, ShelvingRow request, IEnumerable<NotificationRow> told)
    {
        db.Update(request);
        db.AddRange(told);
    }

    private static IQueryable<ShelvingRow> Waiting(PlatformDb db, CaseRow row) =>
        db.Set<ShelvingRow>().Where(item => item.TenantId == row.TenantId && item.CaseId == row.Id && item.DecidedAt == null);

    private static bool IsHandling(CaseRow row) => row is { IsOpen: true, PausedSince: null, PromiseDueAt: not null } && CaseStages.Handling.Contains(row.Stage);

    private static bool HandlesIt(Viewer viewer, CaseRow row) => row.LeadUnitId is { } unit && viewer.UnitIds.Contains(unit);

    private static bool Decides(OrgDirectory directory, Viewer viewer, CaseRow row, DateTimeOffset now) =>
        directory.PostsOf(viewer.PersonId ?? Guid.Empty, now).Any(held => held.Post.IsHead && (held.Unit.Id == row.DeskUnitId || held.Unit.Id == directory.Unit(row.DeskUnitId)?.ParentId));
}

/// <summary>What a reader may do about shelving a case.</summary>
/// <param name="MayAsk">Ask for it.</param>
/// <param name="MayDecide">Decide a request that waits.</param>
public sealed record ShelvingRights(bool MayAsk, bool MayDecide);

/// <summary>A request to put a case aside.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Reason">Why it cannot be solved now.</param>
/// <param name="ReviewOn">Day of the next look; a day off counts as the next working day.</param>
public sealed record AskShelving(Guid CaseId, string Reason, DateOnly ReviewOn);

/// <summary>A decision about such a request.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Approves">Whether it is put aside.</param>
/// <param name="Text">What is said with it; null for nothing.</param>
public sealed record DecideShelving(Guid CaseId, bool Approves, string? Text);
