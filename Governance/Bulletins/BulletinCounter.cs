using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Inquiries;
using Platform.Governance.Rows;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Bulletins;

/// <summary>Counts a month for a bulletin. Complaints count only as a number, and fewer than five of them not even as that.</summary>
internal sealed class BulletinCounter(CaseSetting setting)
{
    private const int Smallest = 5;
    private const int MostFrequent = 5;

    /// <summary>The figures of a period as things stand now.</summary>
    public async Task<BulletinFigures> CountAsync(string tenantId, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var now = setting.Clock.GetUtcNow();
        var directory = await setting.Org.GetAsync(tenantId, ct);
        await using PlatformDb db = setting.Database.CreateDbContext();
        var open = db.Set<CaseRow>().Where(row => row.TenantId == tenantId && row.Ledger != Ledgers.Complaints && !row.Title.StartsWith("s1:"));
        var period = open.Where(row => row.RegisteredAt >= from && row.RegisteredAt < until);
        var booked = await period.Where(row => row.IsBooked).ToListAsync(ct);
        var ids = period.Where(row => row.IsBooked).Select(row => row.Id);
        var ratings = await db.Set<EvaluationRow>().Where(row => row.TenantId == tenantId && row.IsCurrent && ids.Contains(row.CaseId))
            .Select(row => new { row.DepartmentRating, row.ResponsibleRating }).ToListAsync(ct);
        var complaints = await db.Set<CaseRow>().CountAsync(row => row.TenantId == tenantId && row.Ledger == Ledgers.Complaints && row.RegisteredAt >= from && row.RegisteredAt < until, ct);
        var overdue = await open.Where(row => row.IsOpen && row.FeedbackAt == null && row.PausedSince == null && row.PromiseDueAt < now).OrderBy(row => row.PromiseDueAt)
            .Select(row => new { row.Number, row.LeadUnitId, row.PromiseDueAt }).Take(200).ToListAsync(ct);
        return new BulletinFigures
        {
            From = from,
            Until = until,
            Booked = booked.Count,
            Merged = await period.CountAsync(row => !row.IsBooked, ct),
            Complaints = complaints < Smallest ? null : complaints,
            ByLedger = Counts(booked, row => Ledgers.Name(row.Ledger)),
            OnTime = OnTime(booked, row => row.PromiseDueAt),
            OnTimeLegal = OnTime(booked, row => row.LegalDueAt),
            Reworked = new BulletinShare(booked.Count(row => row.ReworkCount > 0), booked.Count(row => row.FeedbackAt is not null)),
            Rated = new BulletinShare(ratings.Count, booked.Count),
            Department = new BulletinShare(ratings.Count(rating => Rating.CountsAsSatisfied(rating.DepartmentRating)), ratings.Count),
            Responsible = new BulletinShare(ratings.Count(rating => Rating.CountsAsSatisfied(rating.ResponsibleRating)), ratings.Count),
            Objected = booked.Count(row => row.Objections > 0),
            AverageDays = Average(booked),
            Frequent = [.. Counts(booked, row => row.Category).OrderByDescending(item => item.Count).ThenBy(item => item.Name, StringComparer.Ordinal).Take(MostFrequent)],
            Units = Units(booked, directory),
            Overdue = [.. overdue.Select(item => new BulletinOverdue(item.Number, UnitName(directory, item.LeadUnitId), item.PromiseDueAt!.Value))],
        };
    }

    private static IReadOnlyList<BulletinUnit> Units(IEnumerable<CaseRow> booked, OrgDirectory directory) =>
    [
        .. booked.Where(row => row.LeadUnitId is not null).GroupBy(row => row.LeadUnitId!.Value)
            .Select(group => (Unit: directory.Unit(group.Key), Cases: group.ToList()))
            .Where(pair => pair.Unit is not null)
            .OrderBy(pair => pair.Unit!.Kind).ThenBy(pair => pair.Unit!.SortOrder).ThenBy(pair => pair.Unit!.Code, StringComparer.Ordinal)
            .Select(pair => new BulletinUnit(pair.Unit!.Id, pair.Unit.ShortName, pair.Cases.Count, OnTime(pair.Cases, row => row.PromiseDueAt), pair.Cases.Count(row => row.ReworkCount > 0))),
    ];

    private static BulletinShare OnTime(IReadOnlyCollection<CaseRow> booked, Func<CaseRow, DateTimeOffset?> due)
    {
        var reported = booked.Where(row => row.FeedbackAt is not null && due(row) is not null).ToList();
        return new BulletinShare(reported.Count(row => row.FeedbackAt <= due(row)), reported.Count);
    }

    private static IReadOnlyList<BulletinCount> Counts(IEnumerable<CaseRow> booked, Func<CaseRow, string> key) =>
        [.. booked.GroupBy(key).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new BulletinCount(group.Key, group.Count()))];

    private static decimal? Average(IEnumerable<CaseRow> booked)
    {
        var days = booked.Where(row => row is { AcceptedAt: not null, FeedbackAt: not null }).Select(row => (row.FeedbackAt!.Value - row.AcceptedAt!.Value).TotalDays).ToList();
        return days.Count == 0 ? null : Math.Round((decimal)days.Average(), 1, MidpointRounding.AwayFromZero);
    }

    private static string UnitName(OrgDirectory directory, Guid? unit) => unit is { } id ? directory.Unit(id)?.ShortName ?? "已撤销单位" : "未交办";
}
