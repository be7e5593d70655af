using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Inquiries;
using Platform.Governance.Rows;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Figures;

/// <summary>The counts of the day, of what the reader may see.</summary>
public sealed class Board(CaseSetting setting)
{
    private const int RateDays = 90;

    /// <summary>Counts now.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<BoardFigures> CountAsync(Viewer viewer, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var now = setting.Clock.GetUtcNow();
        var calendar = await setting.Calendars.GetAsync(viewer.TenantId, ct);
        var today = calendar.DateOf(now);
        var start = calendar.At(today, TimeOnly.MinValue);
        var end = start.AddDays(1);
        await using PlatformDb db = setting.Database.CreateDbContext();
        var cases = CaseAccess.Cases(db, viewer);
        var arrived = cases.Where(row => row.RegisteredAt >= start && row.RegisteredAt < end);
        var working = cases.Where(row => row.IsOpen && row.FeedbackAt == null && row.PromiseDueAt != null);
        var since = now.AddDays(-RateDays);
        var reported = cases.Where(row => row.FeedbackAt >= since && row.PromiseDueAt != null);
        var ratings = db.Set<EvaluationRow>().Where(row => row.TenantId == viewer.TenantId && row.IsCurrent && row.At >= since && cases.Any(item => item.Id == row.CaseId));
        var rated = await ratings.CountAsync(ct);
        return new BoardFigures
        {
            ArrivedToday = await arrived.CountAsync(ct),
            BookedToday = await arrived.CountAsync(row => row.IsBooked && row.Stage != "待建账", ct),
            MergedToday = await arrived.CountAsync(row => !row.IsBooked, ct),
            PassedOnToday = await arrived.CountAsync(row => row.Result == "导入" || row.Result == "移送", ct),
            OpenByStage = await cases.Where(row => row.IsOpen).GroupBy(row => row.Stage).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(item => item.Key, item => item.Count, ct),
            DueToday = await working.CountAsync(row => row.PromiseDueAt >= now && row.PromiseDueAt < end, ct),
            Overdue = await working.CountAsync(row => row.PromiseDueAt < now, ct),
            SupervisedByLine = await cases.Where(row => row.IsOpen && row.SupervisionLine > 0).GroupBy(row => row.SupervisionLine).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(item => item.Key, item => item.Count, ct),
            OnTime = new Share(await reported.CountAsync(row => row.FeedbackAt <= row.PromiseDueAt, ct), await reported.CountAsync(ct)),
            DepartmentSatisfaction = new Share(await ratings.CountAsync(row => row.DepartmentRating != Rating.Dissatisfied, ct), rated),
            ResponsibleSatisfaction = new Share(await ratings.CountAsync(row => row.ResponsibleRating != Rating.Dissatisfied, ct), rated),
        };
    }
}

/// <summary>The counts of a day. Rates are of the last ninety days.</summary>
public sealed record BoardFigures
{
    /// <summary>Registered today.</summary>
    public required int ArrivedToday { get; init; }

    /// <summary>Of those, booked.</summary>
    public required int BookedToday { get; init; }

    /// <summary>Of those, merged into another case.</summary>
    public required int MergedToday { get; init; }

    /// <summary>Of those, led to a legal path or handed to the discipline inspection body.</summary>
    public required int PassedOnToday { get; init; }

    /// <summary>Open cases by stage.</summary>
    public required IReadOnlyDictionary<string, int> OpenByStage { get; init; }

    /// <summary>Open cases promised for today.</summary>
    public required int DueToday { get; init; }

    /// <summary>Open cases past their promised date.</summary>
    public required int Overdue { get; init; }

    /// <summary>Open cases under supervision by line.</summary>
    public required IReadOnlyDictionary<int, int> SupervisedByLine { get; init; }

    /// <summary>Reported in time.</summary>
    public required Share OnTime { get; init; }

    /// <summary>Satisfied with the liaison office.</summary>
    public required Share DepartmentSatisfaction { get; init; }

    /// <summary>Satisfied with the responsible unit.</summary>
    public required Share ResponsibleSatisfaction { get; init; }
}
