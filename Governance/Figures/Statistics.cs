using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Inquiries;
using Platform.Governance.Rows;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Figures;

/// <summary>The figures of a period, counted from the books of what the reader may see. Every rate carries its denominator.</summary>
public sealed class Statistics(CaseSetting setting)
{
    private const int Smallest = 5;

    /// <summary>Counts the cases registered in a period.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="from">Registered at or after.</param>
    /// <param name="until">Registered before.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<PeriodFigures> CountAsync(Viewer viewer, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        await using PlatformDb db = setting.Database.CreateDbContext();
        return await CountAsync(db, viewer.TenantId, CaseAccess.Cases(db, viewer), from, until, ct);
    }

    /// <summary>Counts the books of the whole county, sealed cases included, for reports in which a count below five is not told. Reads numbers only.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="from">Registered at or after.</param>
    /// <param name="until">Registered before.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<PeriodFigures> CountyAsync(string tenantId, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        await using PlatformDb db = setting.Database.CreateDbContext();
        var figures = await CountAsync(db, tenantId, db.Set<CaseRow>().Where(row => row.TenantId == tenantId), from, until, ct);
        return figures.ByLedger.GetValueOrDefault(Ledgers.Complaints) is > 0 and < Smallest
            ? throw new InvalidOperationException("Expected at least five complaints in a report of the county, but there are fewer: take a longer period.")
            : figures;
    }

    private static async Task<PeriodFigures> CountAsync(
        PlatformDb db, string tenant, IQueryable<CaseRow> visible, DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
    {
        var period = visible.Where(row => row.RegisteredAt >= from && row.RegisteredAt < until);
        var booked = await period.Where(row => row.IsBooked).Select(row => new BookedCase(
            row.Ledger, row.Level, row.Channel, row.Result, row.ReworkCount, row.SupervisionLine, row.Objections, row.AcceptedAt, row.FeedbackAt,
            row.PromiseDueAt, row.OriginalPromiseDueAt, row.LegalDueAt, row.IsOpen, row.RegisteredAt, row.ClosedAt)).ToListAsync(ct);
        var bookedIds = period.Where(row => row.IsBooked).Select(row => row.Id);
        var ratings = await db.Set<EvaluationRow>().Where(row => row.TenantId == tenant && row.IsCurrent && bookedIds.Contains(row.CaseId))
            .Select(row => new { row.DepartmentRating, row.ResponsibleRating }).ToListAsync(ct);
        return new PeriodFigures
        {
            Booked = booked.Count,
            Merged = await period.CountAsync(row => !row.IsBooked, ct),
            Open = booked.Count(item => item.IsOpen),
            ByLedger = Counts(booked, item => item.Ledger),
            ByLevel = Counts(booked, item => item.Level),
            ByChannel = Counts(booked, item => item.Channel),
            ByResult = Counts(booked, item => item.Result ?? "办理中"),
            ByMonth = Counts(booked, item => item.RegisteredAt.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture)),
            Rated = new Share(ratings.Count, booked.Count),
            DepartmentSatisfaction = new Share(ratings.Count(rating => Rating.CountsAsSatisfied(rating.DepartmentRating)), ratings.Count),
            ResponsibleSatisfaction = new Share(ratings.Count(rating => Rating.CountsAsSatisfied(rating.ResponsibleRating)), ratings.Count),
            OnTimePromise = OnTime(booked, item => item.PromiseDueAt),
            OnTimeLegal = OnTime(booked, item => item.LegalDueAt),
            Overdue = booked.Count(item => item.FeedbackAt > item.PromiseDueAt),
            Reworked = new Share(booked.Count(item => item.ReworkCount > 0), booked.Count(item => item.FeedbackAt is not null)),
            Objected = booked.Count(item => item.Objections > 0),
            Extended = await db.Set<ExtensionRow>().Where(row => row.TenantId == tenant && bookedIds.Contains(row.CaseId)).Select(row => row.CaseId).Distinct().CountAsync(ct),
            Paused = await db.Set<PauseRow>().Where(row => row.TenantId == tenant && bookedIds.Contains(row.CaseId)).Select(row => row.CaseId).Distinct().CountAsync(ct),
            CoHandled = await db.Set<CoHandlingRow>().Where(row => row.TenantId == tenant && bookedIds.Contains(row.CaseId)).Select(row => row.CaseId).Distinct().CountAsync(ct),
            LateByLine = booked.Where(item => item.FeedbackAt > item.PromiseDueAt).GroupBy(item => item.SupervisionLine).ToDictionary(group => group.Key, group => group.Count()),
        };
    }

    private static Share OnTime(List<BookedCase> booked, Func<BookedCase, DateTimeOffset?> due)
    {
        var answered = booked.Where(item => item.FeedbackAt is not null && due(item) is not null).ToList();
        return new Share(answered.Count(item => item.FeedbackAt <= due(item)), answered.Count);
    }

    private static SortedDictionary<string, int> Counts(IEnumerable<BookedCase> booked, Func<BookedCase, string> key) =>
        new(booked.GroupBy(key).ToDictionary(group => group.Key, group => group.Count()), StringComparer.Ordinal);

    private sealed record BookedCase(
        string Ledger, string Level, string Channel, string? Result, int ReworkCount, int SupervisionLine, int Objections, DateTimeOffset? AcceptedAt,
        DateTimeOffset? FeedbackAt, DateTimeOffset? PromiseDueAt, DateTimeOffset? OriginalPromiseDueAt, DateTimeOffset? LegalDueAt, bool IsOpen,
        DateTimeOffset RegisteredAt, DateTimeOffset? ClosedAt);
}
