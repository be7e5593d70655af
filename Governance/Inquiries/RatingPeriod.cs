using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Runtime.Calendar;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Inquiries;

/// <summary>When citizens may rate by query code: while the inquiry waits for them, and for thirty days after the answer. What is sealed is never rated in public.</summary>
internal static class RatingPeriod
{
    public const int Days = 30;

    private const string Waiting = "待征询";

    /// <summary>Whether a case can be rated now.</summary>
    public static async Task<bool> IsOpenAsync(PlatformDb db, CaseRow row, WorkCalendar calendar, DateTimeOffset now, CancellationToken ct)
    {
        if (IsSealed(row))
        {
            return false;
        }

        if (row.Stage == Waiting)
        {
            return true;
        }

        var answered = await db.Set<DeliveryRow>().Where(item => item.TenantId == row.TenantId && item.CaseId == row.Id && item.Kind == "reply")
            .OrderByDescending(item => item.At).Select(item => (DateTimeOffset?)item.At).FirstOrDefaultAsync(ct);
        // Who left no contact is answered by the page of progress when the case is closed.
        answered ??= row.HasContact ? null : row.ClosedAt;
        return answered is { } at && now <= calendar.AddCalendar(at, WorkingTime.Days(Days));
    }

    /// <summary>Whether the public learns nothing of a case but that it came in.</summary>
    public static bool IsSealed(CaseRow row) => row.Ledger == Ledgers.Complaints || row.Title.StartsWith("s1:", StringComparison.Ordinal);
}
