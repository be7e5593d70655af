using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Platform.Runtime.Calendar;

/// <summary>
/// When a county works: the week, the national holidays with their make-up days, the county's own closing days and its
/// summer and winter hours. Immutable and safe to share. All local times are those of the named zone.
/// </summary>
public sealed class WorkCalendar
{
    /// <summary>The zone of every county of the country.</summary>
    public const string ZoneId = "Asia/Shanghai";

    private readonly FrozenDictionary<DateOnly, CalendarDay> days;
    private readonly ImmutableArray<WorkHours> seasons;
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(ZoneId);

    /// <summary>Makes a calendar.</summary>
    /// <param name="days">Days that differ from the Monday to Friday week; a later entry of the same date wins.</param>
    /// <param name="seasons">Office hours by season; empty means <see cref="WorkHours.Standard"/>.</param>
    /// <param name="rules">How days are counted; null means the statutory rules.</param>
    /// <exception cref="ArgumentException">A season has no session, or sessions that overlap or run backwards.</exception>
    public WorkCalendar(IEnumerable<CalendarDay> days, IEnumerable<WorkHours>? seasons = null, DeadlineRules? rules = null)
    {
        var byDate = new Dictionary<DateOnly, CalendarDay>();
        foreach (var day in days)
        {
            byDate[day.Date] = day;
        }

        this.days = byDate.ToFrozenDictionary();
        this.seasons = [.. (seasons ?? []).OrderBy(s => s.Key)];
        if (this.seasons.IsEmpty)
        {
            this.seasons = [WorkHours.Standard];
        }

        foreach (var season in this.seasons)
        {
            CheckSessions(season);
        }

        Rules = rules ?? DeadlineRules.Statutory;
    }

    /// <summary>The national calendar with standard office hours and statutory rules.</summary>
    public static WorkCalendar National { get; } = new(NationalHolidays.Days.Values);

    /// <summary>How this county counts days.</summary>
    public DeadlineRules Rules { get; }

    /// <summary>The local date of an instant.</summary>
    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);

    /// <summary>The instant of a local date and time.</summary>
    public DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>Whether the county works on a date.</summary>
    public bool IsWorkingDay(DateOnly date) => days.TryGetValue(date, out var day)
        ? day.IsWorking
        : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The name of a special day, or null for a day that follows the week.</summary>
    public string? NameOf(DateOnly date) => days.TryGetValue(date, out var day) ? day.Name : null;

    /// <summary>Whether an instant lies in office hours of a working day; the end of a session does not belong to it.</summary>
    public bool IsWorkingTime(DateTimeOffset instant)
    {
        var date = DateOf(instant);
        return IsWorkingDay(date) && Sessions(date).Any(s => s.Start <= instant && instant < s.End);
    }

    /// <summary>The first working day on or after a date.</summary>
    public DateOnly NextWorkingDay(DateOnly date)
    {
        while (!IsWorkingDay(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }

    /// <summary>When office hours of a date begin, whether or not it is a working day.</summary>
    public DateTimeOffset StartOfWorkingDay(DateOnly date) => At(date, HoursOf(date).Sessions[0].Start);

    /// <summary>When office hours of a date end, whether or not it is a working day.</summary>
    public DateTimeOffset EndOfWorkingDay(DateOnly date) => At(date, HoursOf(date).Sessions[^1].End);

    /// <summary>
    /// The end of a period of working time. Days: the first day is not counted (unless the rules say so) and the period
    /// ends with the last day. Hours and minutes run in office hours only.
    /// </summary>
    /// <param name="from">When the clock starts.</param>
    /// <param name="amount">How long it runs.</param>
    public DateTimeOffset AddWorking(DateTimeOffset from, WorkingTime amount)
    {
        if (amount.Unit != TimeUnit.Day)
        {
            return AddWorking(from, amount.Span);
        }

        var date = NextWorkingDayAfterStart(DateOf(from), amount.Amount);
        for (var left = amount.Amount - 1; left > 0; left--)
        {
            date = NextWorkingDay(date.AddDays(1));
        }

        return EndOf(date);
    }

    /// <summary>The instant at which a length of office hours after <paramref name="from"/> is over.</summary>
    /// <param name="from">When the clock starts; time outside office hours does not count.</param>
    /// <param name="span">The length, not negative.</param>
    public DateTimeOffset AddWorking(DateTimeOffset from, TimeSpan span)
    {
        for (var date = DateOf(from); ; date = date.AddDays(1))
        {
            foreach (var (start, end) in WorkingSessions(date))
            {
                var begin = from > start ? from : start;
                if (begin > end || (begin == end && span > TimeSpan.Zero))
                {
                    continue;
                }

                if (span <= end - begin)
                {
                    return begin + span;
                }

                span -= end - begin;
            }
        }
    }

    /// <summary>The end of a period of calendar time: days end as the rules say, hours and minutes run through day and night.</summary>
    /// <param name="from">When the clock starts.</param>
    /// <param name="amount">How long it runs.</param>
    public DateTimeOffset AddCalendar(DateTimeOffset from, WorkingTime amount)
    {
        if (amount.Unit != TimeUnit.Day)
        {
            return from + amount.Span;
        }

        var date = DateOf(from).AddDays(Rules.CountFirstDay ? Math.Max(amount.Amount - 1, 0) : amount.Amount);
        return EndOf(Rules.RollOverDaysOff ? NextWorkingDay(date) : date);
    }

    /// <summary>The instant that lies an amount of working time before another: for days, the end of that working day.</summary>
    /// <param name="to">The later instant.</param>
    /// <param name="amount">How far back.</param>
    public DateTimeOffset Subtract(DateTimeOffset to, WorkingTime amount)
    {
        if (amount.Unit != TimeUnit.Day)
        {
            return Subtract(to, amount.Span);
        }

        var date = DateOf(to);
        for (var left = amount.Amount; left > 0; left--)
        {
            do
            {
                date = date.AddDays(-1);
            }
            while (!IsWorkingDay(date));
        }

        return amount.Amount == 0 ? to : EndOf(date);
    }

    /// <summary>The instant from which a length of office hours remains until <paramref name="to"/>.</summary>
    /// <param name="to">The later instant.</param>
    /// <param name="span">The length, not negative.</param>
    public DateTimeOffset Subtract(DateTimeOffset to, TimeSpan span)
    {
        for (var date = DateOf(to); ; date = date.AddDays(-1))
        {
            foreach (var (start, end) in WorkingSessions(date).Reverse())
            {
                var finish = to < end ? to : end;
                if (finish <= start)
                {
                    continue;
                }

                if (span <= finish - start)
                {
                    return finish - span;
                }

                span -= finish - start;
            }
        }
    }

    /// <summary>How much office time lies between two instants; negative when <paramref name="b"/> is the earlier one.</summary>
    public TimeSpan WorkingBetween(DateTimeOffset a, DateTimeOffset b)
    {
        if (b < a)
        {
            return -WorkingBetween(b, a);
        }

        var total = TimeSpan.Zero;
        var last = DateOf(b);
        for (var date = DateOf(a); date <= last; date = date.AddDays(1))
        {
            foreach (var (start, end) in WorkingSessions(date))
            {
                var begin = a > start ? a : start;
                var finish = b < end ? b : end;
                total += finish > begin ? finish - begin : TimeSpan.Zero;
            }
        }

        return total;
    }

    /// <summary>How many working days lie after the first date up to and including the second; 0 when it is not later.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly upTo)
    {
        var count = 0;
        for (var date = after.AddDays(1); date <= upTo; date = date.AddDays(1))
        {
            count += IsWorkingDay(date) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The instant at which a period ends whose last day is the given one.</summary>
    public DateTimeOffset EndOf(DateOnly lastDay) => Rules.EndWithOfficeHours
        ? EndOfWorkingDay(lastDay)
        : At(lastDay.AddDays(1), TimeOnly.MinValue);

    private DateOnly NextWorkingDayAfterStart(DateOnly start, int amount) =>
        NextWorkingDay(Rules.CountFirstDay || amount == 0 ? start : start.AddDays(1));

    private IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> WorkingSessions(DateOnly date) =>
        IsWorkingDay(date) ? Sessions(date) : [];

    private IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> Sessions(DateOnly date) =>
        HoursOf(date).Sessions.Select(s => (At(date, s.Start), At(date, s.End)));

    /// <summary>The season of a date; before the year's first change the last season of the year before still holds.</summary>
    private WorkHours HoursOf(DateOnly date)
    {
        var key = (date.Month * 100) + date.Day;
        for (var i = seasons.Length - 1; i >= 0; i--)
        {
            if (seasons[i].Key <= key)
            {
                return seasons[i];
            }
        }

        return seasons[^1];
    }

    private static void CheckSessions(WorkHours season)
    {
        if (season.Sessions.IsDefaultOrEmpty)
        {
            throw new ArgumentException("Expected at least one session of work a day, but a season has none.", nameof(season));
        }

        var previous = TimeOnly.MinValue;
        foreach (var session in season.Sessions)
        {
            if (session.Start < previous || session.End <= session.Start)
            {
                throw new ArgumentException($"Expected sessions in order, but found {session}.", nameof(season));
            }

            previous = session.End;
        }
    }
}
