using Platform.Governance.Cases;
using Platform.Governance.Clocks;
using Platform.Runtime.Calendar;
using Platform.Runtime.Scheduling;

namespace Platform.Governance.Scenarios;

/// <summary>Moves a virtual clock and lets everything that falls due on the way happen at its own time.</summary>
public sealed class ScenarioTime(CaseSetting setting, DueWork due, CaseClocks clocks)
{
    /// <summary>At most so many instants are stopped at on one way; a process that wakes every minute for ten years is a mistake.</summary>
    private const int MostStops = 5_000;

    /// <summary>Moves to an instant.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="clock">The clock that the platform runs on.</param>
    /// <param name="target">Where to; an earlier instant only does what is due now.</param>
    /// <param name="ct">Gives up between two instants.</param>
    /// <exception cref="ScenarioFailure">Too much falls due on the way.</exception>
    public async Task MoveToAsync(string tenantId, VirtualClock clock, DateTimeOffset target, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var before = clock.GetUtcNow();
        for (var stops = 0; await due.NextDueAsync(ct) is { } next && next <= target; stops++)
        {
            if (stops == MostStops)
            {
                throw new ScenarioFailure($"这段时间里到期的事项超过 {MostStops} 项，不能一次走完。请检查流程里反复触发的时限，或者分几次走。");
            }

            clock.MoveTo(next);
            if (await due.DrainAsync(ct) == 0)
            {
                // Claimed by a lease that has to run out, or failing again and again: time goes on without it.
                break;
            }
        }

        clock.MoveTo(target);
        await NewDayAsync(tenantId, before, ct);
    }

    /// <summary>Moves to an instant in few strides: what falls due on a day happens together, before the day is over. For long runs.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="clock">The clock that the platform runs on.</param>
    /// <param name="target">Where to.</param>
    /// <param name="ct">Gives up between two strides.</param>
    public async Task StrideToAsync(string tenantId, VirtualClock clock, DateTimeOffset target, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var before = clock.GetUtcNow();
        while (await due.NextDueAsync(ct) is { } next && next <= target)
        {
            var evening = EndOfDay(next);
            clock.MoveTo(evening < target ? evening : target);
            if (await due.DrainAsync(ct) == 0)
            {
                break;
            }
        }

        clock.MoveTo(target);
        await NewDayAsync(tenantId, before, ct);
    }

    /// <summary>Pauses end by themselves with the day.</summary>
    private async Task NewDayAsync(string tenantId, DateTimeOffset before, CancellationToken ct)
    {
        if (EndOfDay(before) < setting.Clock.GetUtcNow())
        {
            await clocks.ResumeExpiredAsync(tenantId, ct);
        }
    }

    private static DateTimeOffset EndOfDay(DateTimeOffset instant)
    {
        var local = instant.ToOffset(TimeSpan.FromHours(8));
        return new DateTimeOffset(local.Date.AddDays(1).AddMinutes(-1), local.Offset);
    }

    /// <summary>The instant that a step of a scenario means.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="step">How long.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<DateTimeOffset> TargetAsync(string tenantId, ScenarioStep.Pass step, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(step);
        var now = setting.Clock.GetUtcNow();
        var calendar = await setting.Calendars.GetAsync(tenantId, ct);
        return step.Unit switch
        {
            "个工作日" => SameTime(calendar, now, step.Amount),
            "日" => now.AddDays(step.Amount),
            "小时" => now.AddHours(step.Amount),
            _ => now.AddMinutes(step.Amount),
        };
    }

    /// <summary>The same time of day so many working days later.</summary>
    private static DateTimeOffset SameTime(WorkCalendar calendar, DateTimeOffset now, int days)
    {
        var date = calendar.DateOf(now);
        for (var left = days; left > 0; left--)
        {
            date = calendar.NextWorkingDay(date.AddDays(1));
        }

        return calendar.At(date, TimeOnly.FromTimeSpan(now.ToOffset(TimeSpan.FromHours(8)).TimeOfDay));
    }
}
