using System.Globalization;

namespace Platform.Kernel.Graph;

/// <summary>
/// A cron cycle as Flowable and Camunda write it: seconds, minutes, hours, day of month, month, day of week (1 is Sunday) and,
/// optionally, year. Lists, ranges, steps, names, L (last day, or last such weekday) and # (n-th such weekday) are understood.
/// </summary>
public sealed class CronSchedule
{
    private const int YearsAhead = 40;

    private readonly ulong seconds;
    private readonly ulong minutes;
    private readonly ulong hours;
    private readonly ulong months;
    private readonly DayRule days;
    private readonly int[] years;

    private CronSchedule(ulong seconds, ulong minutes, ulong hours, ulong months, DayRule days, int[] years)
    {
        (this.seconds, this.minutes, this.hours) = (seconds, minutes, hours);
        (this.months, this.days, this.years) = (months, days, years);
    }

    /// <summary>Reads a cycle; false when it is none.</summary>
    /// <param name="text">Six or seven fields.</param>
    /// <param name="schedule">The cycle.</param>
    public static bool TryParse(string text, out CronSchedule? schedule)
    {
        schedule = null;
        string[] fields = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length is < 6 or > 7
            || !CronField.TryParse(fields[0], 0, 59, out ulong seconds)
            || !CronField.TryParse(fields[1], 0, 59, out ulong minutes)
            || !CronField.TryParse(fields[2], 0, 23, out ulong hours)
            || !CronField.TryParse(fields[4], 1, 12, out ulong months)
            || DayRule.Parse(fields[3], fields[5]) is not { } days
            || !TryYears(fields, out int[] years))
        {
            return false;
        }
        schedule = new CronSchedule(seconds, minutes, hours, months, days, years);
        return true;
    }

    /// <summary>The next time after an instant; null when there is none within forty years.</summary>
    /// <param name="after">The result is later than this.</param>
    /// <param name="localOffset">Offset in which the fields are meant.</param>
    public DateTimeOffset? Next(DateTimeOffset after, TimeSpan localOffset)
    {
        var local = after.ToOffset(localOffset);
        var first = new DateTime(local.Year, local.Month, local.Day, local.Hour, local.Minute, local.Second, DateTimeKind.Unspecified).AddSeconds(1);
        var lastDay = first.Date.AddYears(YearsAhead);
        for (var day = first.Date; day < lastDay; day = NextDay(day))
        {
            if (!Matches(day))
            {
                continue;
            }
            var from = day == first.Date ? first.TimeOfDay : TimeSpan.Zero;
            if (FirstTime(from) is { } time)
            {
                return new DateTimeOffset(day + time, localOffset);
            }
        }
        return null;
    }

    private static bool TryYears(string[] fields, out int[] years)
    {
        years = [];
        if (fields.Length < 7 || fields[6] is "*" or "?")
        {
            return true;
        }
        var found = new List<int>();
        foreach (string part in fields[6].Split(','))
        {
            string[] ends = part.Split('-');
            if (ends.Length > 2
                || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int from)
                || !int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int to)
                || from < 1970 || to > 2199 || to < from)
            {
                return false;
            }
            found.AddRange(Enumerable.Range(from, to - from + 1));
        }
        years = [.. found];
        return true;
    }

    private static bool Has(ulong bits, int value) => (bits & (1UL << value)) != 0;

    private bool Matches(DateTime day) => Has(months, day.Month) && (years.Length == 0 || years.Contains(day.Year)) && days.Matches(day);

    // A month that never matches is skipped as a whole.
    private DateTime NextDay(DateTime day) =>
        Has(months, day.Month) ? day.AddDays(1) : new DateTime(day.Year, day.Month, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMonths(1);

    private TimeSpan? FirstTime(TimeSpan from)
    {
        for (int hour = from.Hours; hour < 24; hour++)
        {
            if (!Has(hours, hour))
            {
                continue;
            }
            int firstMinute = hour == from.Hours ? from.Minutes : 0;
            for (int minute = firstMinute; minute < 60; minute++)
            {
                if (!Has(minutes, minute))
                {
                    continue;
                }
                int firstSecond = hour == from.Hours && minute == from.Minutes ? from.Seconds : 0;
                for (int second = firstSecond; second < 60; second++)
                {
                    if (Has(seconds, second))
                    {
                        return new TimeSpan(hour, minute, second);
                    }
                }
            }
        }
        return null;
    }

    /// <summary>Which days of a month are meant. When both day fields restrict, either may match.</summary>
    private sealed record DayRule(ulong Days, ulong Weekdays, bool LastDay, int LastWeekday, int NthWeekday, int Nth)
    {
        internal static DayRule? Parse(string days, string weekdays)
        {
            bool anyDay = days is "*" or "?";
            bool anyWeekday = weekdays is "*" or "?";
            ulong dayBits = 0;
            ulong weekdayBits = 0;
            bool lastDay = days == "L";
            if (!anyDay && !lastDay && !CronField.TryParse(days, 1, 31, out dayBits))
            {
                return null;
            }
            string[] nth = weekdays.Split('#');
            bool isLast = !anyWeekday && weekdays.EndsWith('L') && weekdays.Length > 1;
            string weekday = isLast ? weekdays[..^1] : nth[0];
            if (!anyWeekday && !CronField.TryParse(weekday, 1, 7, out weekdayBits))
            {
                return null;
            }
            int single = anyWeekday ? 0 : int.TrailingZeroCount((int)weekdayBits);
            int count = 0;
            if (nth.Length == 2 && !(int.TryParse(nth[1], NumberStyles.None, CultureInfo.InvariantCulture, out count) && count is >= 1 and <= 5))
            {
                return null;
            }
            bool plain = !isLast && nth.Length == 1;
            return new DayRule(
                anyDay && !anyWeekday ? 0 : anyDay ? ulong.MaxValue : dayBits,
                plain ? weekdayBits : 0,
                lastDay,
                isLast ? single : 0,
                nth.Length == 2 ? single : 0,
                count);
        }

        internal bool Matches(DateTime day)
        {
            int weekday = (int)day.DayOfWeek + 1;
            int length = DateTime.DaysInMonth(day.Year, day.Month);
            return Has(Days, day.Day)
                || Has(Weekdays, weekday)
                || (LastDay && day.Day == length)
                || (LastWeekday == weekday && day.Day > length - 7)
                || (NthWeekday == weekday && ((day.Day - 1) / 7) + 1 == Nth);
        }
    }
}
