using System.Globalization;

namespace Platform.Kernel.Graph;

/// <summary>When a timer is due, understood: an instant, a span, a repetition or a cron cycle. A closed union.</summary>
public abstract record TimerSchedule
{
    private TimerSchedule()
    {
    }

    /// <summary>An instant.</summary>
    /// <param name="Instant">When.</param>
    public sealed record At(DateTimeOffset Instant) : TimerSchedule;

    /// <summary>A time span from now.</summary>
    /// <param name="Duration">How long.</param>
    public sealed record After(IsoDuration Duration) : TimerSchedule;

    /// <summary>A repetition, ISO 8601 R[n]/[start/]duration[/end].</summary>
    /// <param name="Interval">Time between two.</param>
    /// <param name="Times">How often in all; -1 for ever.</param>
    /// <param name="Start">First time; null for one interval from now.</param>
    /// <param name="End">No later than this; null for no end.</param>
    public sealed record Every(IsoDuration Interval, int Times, DateTimeOffset? Start, DateTimeOffset? End) : TimerSchedule;

    /// <summary>A cron cycle, seconds first.</summary>
    /// <param name="Schedule">The cycle.</param>
    public sealed record Cron(CronSchedule Schedule) : TimerSchedule;

    /// <summary>Understands the text of a timer; null when it is none.</summary>
    /// <param name="kind">Which element the text stands in.</param>
    /// <param name="text">ISO 8601 or cron text.</param>
    /// <param name="localOffset">Offset of times that name none.</param>
    public static TimerSchedule? Parse(TimerKind kind, string text, TimeSpan localOffset)
    {
        text = text.Trim();
        return kind switch
        {
            TimerKind.Date => TryInstant(text, localOffset, out var instant) ? new At(instant) : null,
            TimerKind.Duration => IsoDuration.TryParse(text, out var span) ? new After(span) : null,
            TimerKind.Cycle when text.StartsWith('R') => ParseRepetition(text, localOffset),
            TimerKind.Cycle when IsoDuration.TryParse(text, out var interval) =>
                interval.IsPositive ? new Every(interval, -1, null, null) : null,
            TimerKind.Cycle => CronSchedule.TryParse(text, out var cron) ? new Cron(cron!) : null,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected a kind of timer."),
        };
    }

    /// <summary>The first time it is due; null when that is never.</summary>
    /// <param name="now">The instant at which it is set.</param>
    /// <param name="localOffset">Offset of a cron cycle.</param>
    public TimerDue? First(DateTimeOffset now, TimeSpan localOffset) => this switch
    {
        At at => new TimerDue(at.Instant, 0),
        After after => new TimerDue(after.Duration.AddTo(now), 0),
        Every { Times: 0 } => null,
        Every every => Within(every, every.Start ?? every.Interval.AddTo(now), every.Times < 0 ? -1 : every.Times - 1),
        Cron cron => cron.Schedule.Next(now, localOffset) is { } next ? new TimerDue(next, -1) : null,
        _ => throw new InvalidOperationException($"Expected a known schedule, but got {GetType().Name}."),
    };

    /// <summary>The time after it fired; null when that was the last.</summary>
    /// <param name="fired">When it was due.</param>
    /// <param name="remaining">How often it was to fire after that.</param>
    /// <param name="localOffset">Offset of a cron cycle.</param>
    public TimerDue? Next(DateTimeOffset fired, int remaining, TimeSpan localOffset) => this switch
    {
        Every every when remaining != 0 =>
            Within(every, every.Interval.AddTo(fired), remaining < 0 ? -1 : remaining - 1),
        Cron cron when remaining != 0 => cron.Schedule.Next(fired, localOffset) is { } next ? new TimerDue(next, -1) : null,
        _ => null,
    };

    private static TimerDue? Within(Every every, DateTimeOffset due, int remaining) =>
        due > every.End || due == DateTimeOffset.MaxValue ? null : new TimerDue(due, remaining);

    private static Every? ParseRepetition(string text, TimeSpan localOffset)
    {
        string[] parts = text.Split('/');
        int times = -1;
        if (parts.Length is < 2 or > 3
            || (parts[0].Length > 1 && !int.TryParse(parts[0].AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out times)))
        {
            return null;
        }
        DateTimeOffset? start = null;
        DateTimeOffset? end = null;
        string intervalText = parts[^1];
        if (parts.Length == 3)
        {
            if (TryInstant(parts[1], localOffset, out var first))
            {
                start = first;
            }
            else if (TryInstant(parts[2], localOffset, out var last))
            {
                (end, intervalText) = (last, parts[1]);
            }
            else
            {
                return null;
            }
        }
        return IsoDuration.TryParse(intervalText, out var interval) && interval.IsPositive
            ? new Every(interval, times, start, end)
            : null;
    }

    private static bool TryInstant(string text, TimeSpan localOffset, out DateTimeOffset instant)
    {
        instant = default;
        int zone = text.IndexOf('@', StringComparison.Ordinal);
        string clock = zone < 0 ? text : text[..zone];
        if (clock.Length < 10
            || !DateTimeOffset.TryParse(clock, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read))
        {
            return false;
        }
        int timeMark = clock.IndexOf('T', StringComparison.Ordinal);
        bool hasOffset = timeMark >= 0 && clock.AsSpan(timeMark).IndexOfAny("Z+-") >= 0;
        TimeSpan offset = localOffset;
        if (zone >= 0)
        {
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(text[(zone + 1)..], out var found))
            {
                return false;
            }
            offset = found.GetUtcOffset(read.UtcDateTime);
        }
        instant = hasOffset ? read : new DateTimeOffset(read.DateTime, offset);
        return true;
    }
}
