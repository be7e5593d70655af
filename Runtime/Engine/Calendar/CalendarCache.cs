using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Calendar;

/// <summary>Keeps each county's working calendar in memory: the national days, then the county's own rows over them.</summary>
/// <remarks>As fresh as the organisation: at once on this node, within seconds on others. Instants that were already planned stay as they were promised.</remarks>
public sealed class CalendarCache(PlatformDatabase database)
{
    /// <summary>How old a calendar may become.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>The county's calendar; the national one when it keeps none.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="ct">Gives up.</param>
    public async ValueTask<WorkCalendar> GetAsync(string tenantId, CancellationToken ct)
    {
        if (entries.TryGetValue(tenantId, out var entry) && TimeProvider.System.GetElapsedTime(entry.Loaded) < Freshness)
        {
            return entry.Calendar;
        }

        var loaded = new Entry(await LoadAsync(tenantId, ct), TimeProvider.System.GetTimestamp());
        entries[tenantId] = loaded;
        return loaded.Calendar;
    }

    /// <summary>Forgets a county's calendar after it was changed.</summary>
    public void Invalidate(string tenantId) => entries.TryRemove(tenantId, out _);

    private async Task<WorkCalendar> LoadAsync(string tenantId, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        var row = await db.Calendars.Where(c => c.TenantId == tenantId).OrderByDescending(c => c.IsDefault).ThenBy(c => c.Id).FirstOrDefaultAsync(ct);
        if (row is null)
        {
            return WorkCalendar.National;
        }

        var days = await db.CalendarDays.Where(d => d.TenantId == tenantId && d.CalendarId == row.Id).ToListAsync(ct);
        var own = days.Select(d => new CalendarDay(d.Day, d.Kind == CalendarDayKind.MakeUp, d.Name));
        var (seasons, rules) = CalendarHours.Read(row.Hours);
        return new WorkCalendar(NationalHolidays.Days.Values.Concat(own), seasons, rules);
    }

    private sealed record Entry(WorkCalendar Calendar, long Loaded);
}
