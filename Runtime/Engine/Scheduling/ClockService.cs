using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Scheduling;

/// <summary>Keeps how far the platform's clock is ahead, so that a restart does not turn it back, and moves it in demonstrations.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">The clock.</param>
/// <param name="signal">Wakes the pump.</param>
public sealed class ClockService(PlatformDatabase database, PlatformClock clock, DueSignal signal)
{
    private const string Everybody = "platform";

    /// <summary>Puts the clock where it was; to be called at start, before anything asks for the time.</summary>
    /// <param name="ct">Gives up.</param>
    public async Task LoadAsync(CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        long? seconds = await db.Clocks.Where(c => c.TenantId == Everybody && c.Id == 1).Select(c => (long?)c.OffsetSeconds).SingleOrDefaultAsync(ct);
        clock.SetAhead(TimeSpan.FromSeconds(seconds ?? 0));
        signal.Wake();
    }

    /// <summary>Moves the clock ahead and wakes whatever became due by it.</summary>
    /// <param name="by">How far; whole seconds, more than none.</param>
    /// <param name="ct">Gives up before the commit.</param>
    /// <returns>The platform's instant afterwards.</returns>
    public async Task<DateTimeOffset> MoveForwardAsync(TimeSpan by, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.FromSeconds(1));
        long seconds = await database.WriteAsync(
            async (db, token) =>
            {
                ClockRow? row = await db.Clocks.AsTracking().SingleOrDefaultAsync(c => c.TenantId == Everybody && c.Id == 1, token);
                if (row is null)
                {
                    row = new ClockRow { TenantId = Everybody, Id = 1 };
                    db.Clocks.Add(row);
                }

                row.OffsetSeconds += (long)by.TotalSeconds;
                row.RowVersion++;
                return row.OffsetSeconds;
            },
            ct);
        clock.SetAhead(TimeSpan.FromSeconds(seconds));
        signal.Wake();
        return clock.GetUtcNow();
    }
}
