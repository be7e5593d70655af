using Microsoft.EntityFrameworkCore;
using Platform.Governance.Rows;
using Platform.Kernel;
using Platform.Runtime.Calendar;

namespace Platform.Governance.Cases;

/// <summary>Entries in the books of a case that are not steps of its process: contacts, requests for review, cases about the same matter.</summary>
public sealed class CaseRecords(CaseSetting setting)
{
    private const int ReviewDays = 30;

    /// <summary>Records a contact with the citizen, such as a withdrawal or a supplement.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="contact">The contact.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>When; or <c>case.not-found</c>.</returns>
    public async Task<Result<DateTimeOffset>> ContactAsync(string tenantId, Guid caseId, CitizenContact contact, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(contact);
        if (await setting.FindAsync(tenantId, caseId, ct) is not { } row)
        {
            return CaseProblems.NotFound;
        }

        var now = setting.Clock.GetUtcNow();
        var isSealed = row.Ledger == Ledgers.Complaints;
        return await setting.Database.WriteAsync(
            (db, _) =>
            {
                db.Add(new CommunicationRow
                {
                    TenantId = tenantId, Id = Guid.CreateVersion7(now), CaseId = caseId, At = now, ById = contact.By, Method = contact.Method, Kind = contact.Kind,
                    Reached = true, Text = isSealed ? setting.Sealer.Seal(caseId, contact.Text) : contact.Text,
                });
                return Task.FromResult(now);
            },
            ct);
    }

    /// <summary>The citizen asks for review (复查), or after it for re-review (复核), of the answer: within thirty days of it (信访工作条例第三十五、三十六条).</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>When the opinion is due; or <c>case.not-found</c>, <c>case.review</c>.</returns>
    public async Task<Result<DateTimeOffset>> RequestReviewAsync(string tenantId, Guid caseId, CancellationToken ct)
    {
        var now = setting.Clock.GetUtcNow();
        var calendar = await setting.Calendars.GetAsync(tenantId, ct);
        return await setting.Database.WriteAsync<Result<DateTimeOffset>>(
            async (db, token) =>
            {
                var answered = await db.Set<DeliveryRow>().Where(row => row.TenantId == tenantId && row.CaseId == caseId && row.Kind == "reply")
                    .OrderByDescending(row => row.At).Select(row => (DateTimeOffset?)row.At).FirstOrDefaultAsync(token);
                var earlier = await db.Set<ReviewRow>().Where(row => row.TenantId == tenantId && row.CaseId == caseId).OrderBy(row => row.Instance).ToListAsync(token);
                var since = earlier.Count == 0 ? answered : earlier[^1].DecidedAt;
                if (earlier.Count >= 2)
                {
                    return new Problem("case.review", "复核意见已经作出，仍以同一事实和理由提出的不再受理（《信访工作条例》第三十六条）。");
                }

                if (since is null || calendar.AddCalendar(since.Value, WorkingTime.Days(ReviewDays)) < now)
                {
                    return new Problem("case.review", "请在收到书面答复之日起三十日内提出。");
                }

                var due = calendar.AddCalendar(now, WorkingTime.Days(ReviewDays));
                db.Add(new ReviewRow { TenantId = tenantId, Id = Guid.CreateVersion7(now), CaseId = caseId, Instance = earlier.Count + 1, At = now, DueAt = due });
                return due;
            },
            ct);
    }

    /// <summary>The opinion of the open review.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="opinion">Opinion.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>When; or <c>case.review</c>.</returns>
    public async Task<Result<DateTimeOffset>> DecideReviewAsync(string tenantId, Guid caseId, string opinion, CancellationToken ct)
    {
        var now = setting.Clock.GetUtcNow();
        return await setting.Database.WriteAsync<Result<DateTimeOffset>>(
            async (db, token) =>
            {
                var open = await db.Set<ReviewRow>().AsTracking()
                    .FirstOrDefaultAsync(row => row.TenantId == tenantId && row.CaseId == caseId && row.DecidedAt == null, token);
                if (open is null)
                {
                    return new Problem("case.review", "没有正在办理的复查或者复核。");
                }

                open.DecidedAt = now;
                open.Opinion = opinion;
                return now;
            },
            ct);
    }

    /// <summary>Groups cases of different people about the same matter: handled at one place, answered one by one. Sealed cases cannot be grouped.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="caseIds">At least two cases.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The group; or <c>case.not-found</c>, <c>case.merge-sealed</c>.</returns>
    public async Task<Result<Guid>> AggregateAsync(string tenantId, IReadOnlyCollection<Guid> caseIds, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(caseIds);
        var group = Guid.CreateVersion7(setting.Clock.GetUtcNow());
        return await setting.Database.WriteAsync<Result<Guid>>(
            async (db, token) =>
            {
                var rows = await db.Set<CaseRow>().AsTracking().Where(row => row.TenantId == tenantId && caseIds.Contains(row.Id)).ToListAsync(token);
                if (rows.Count < 2 || rows.Count != caseIds.Count)
                {
                    return CaseProblems.NotFound;
                }

                if (rows.Exists(row => row.Ledger == Ledgers.Complaints))
                {
                    return CaseProblems.MergeSealed;
                }

                rows.ForEach(row =>
                {
                    row.AggregateId = group;
                    row.RowVersion++;
                });
                return group;
            },
            ct);
    }
}

/// <summary>A contact with the citizen.</summary>
/// <param name="By">Who spoke with them; null for the citizen's own entry.</param>
/// <param name="Method">How.</param>
/// <param name="Kind">inquiry, withdrawal, supplement or care.</param>
/// <param name="Text">What was said.</param>
public sealed record CitizenContact(Guid? By, string Method, string Kind, string Text);
