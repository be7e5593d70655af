using System.Text;

namespace Platform.Decisions.Feel;

/// <summary>A day and a time of day, with or without a zone.</summary>
public sealed class FeelDateTime : FeelValue
{
    internal FeelDateTime(FeelDate date, FeelTime time)
    {
        Date = date;
        Time = time;
    }

    /// <summary>The local day.</summary>
    public FeelDate Date { get; }

    /// <summary>The local time of day and the zone.</summary>
    public FeelTime Time { get; }

    /// <summary>The zone, or null when local.</summary>
    public FeelZone? Zone => Time.Zone;

    /// <inheritdoc/>
    public override string TypeName => "date and time";

    internal override FeelKind Kind => FeelKind.DateTime;

    /// <summary>The offset in force, in seconds; zero when local.</summary>
    internal int Offset => Zone?.OffsetAt(Date.EpochDay, Time.NanoOfDay) ?? 0;

    /// <summary>Nanoseconds from 1970-01-01T00:00:00Z; for a local time on its own clock.</summary>
    internal Int128 Instant => LocalNanos - ((Int128)Offset * FeelCalendar.NanosPerSecond);

    private Int128 LocalNanos => ((Int128)Date.EpochDay * FeelCalendar.NanosPerDay) + Time.NanoOfDay;

    /// <summary>The date and time, with the offset of <paramref name="value"/>.</summary>
    /// <param name="value">Any value.</param>
    public static new FeelDateTime Of(DateTimeOffset value) => new(
        FeelDate.Of(DateOnly.FromDateTime(value.DateTime)),
        FeelTime.Of(TimeOnly.FromDateTime(value.DateTime), FeelZone.OfOffset((int)value.Offset.TotalSeconds)));

    /// <summary>The .NET instant; a local value is read in <paramref name="assumed"/>.</summary>
    /// <param name="assumed">Offset for values without zone.</param>
    /// <param name="value">The instant when its year is 1 to 9999 and its offset within .NET's ±14 hours.</param>
    public bool TryToDateTimeOffset(TimeSpan assumed, out DateTimeOffset value)
    {
        value = default;
        var offset = Zone is null ? assumed : TimeSpan.FromSeconds(Offset);
        if (!Date.TryToDateOnly(out var day) || offset.Duration() > TimeSpan.FromHours(14) || offset.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            return false;
        }
        var local = day.ToDateTime(TimeOnly.MinValue).AddTicks(Time.NanoOfDay / 100);
        var utcTicks = local.Ticks - offset.Ticks;
        if (utcTicks < 0 || utcTicks > DateTime.MaxValue.Ticks)
        {
            return false;
        }
        value = new DateTimeOffset(local, offset);
        return true;
    }

    /// <summary>The start of a day; <paramref name="zone"/> null makes it local.</summary>
    internal static FeelDateTime Midnight(FeelDate date, FeelZone? zone) => new(date, new FeelTime(0, zone));

    /// <summary>A local day and time given in nanoseconds from 1970-01-01T00:00:00 on the same clock.</summary>
    internal static FeelDateTime? OfLocal(Int128 nanos, FeelZone? zone)
    {
        var day = nanos / FeelCalendar.NanosPerDay;
        var rest = nanos - (day * FeelCalendar.NanosPerDay);
        if (rest < 0)
        {
            rest += FeelCalendar.NanosPerDay;
            day--;
        }
        if (day < long.MinValue || day > long.MaxValue || FeelDate.OfEpochDay((long)day) is not { } date)
        {
            return null;
        }
        return new FeelDateTime(date, new FeelTime((long)rest, zone));
    }

    /// <summary>Later by a duration. In a region the clock's changes between the two instants count.</summary>
    internal FeelDateTime? AddNanos(Int128 nanos)
    {
        if (Zone?.Id is null)
        {
            return OfLocal(LocalNanos + nanos, Zone);
        }
        return OfLocal(Instant + nanos, null) is { } utc
            ? OfLocal(Instant + nanos + ((Int128)Zone.OffsetAtUtc(utc.Date.EpochDay, utc.Time.NanoOfDay) * FeelCalendar.NanosPerSecond), Zone)
            : null;
    }

    internal FeelDateTime? AddMonths(long months) =>
        Date.AddMonths(months) is { } date ? new FeelDateTime(date, Time) : null;

    /// <inheritdoc/>
    /// <remarks>DMN 1.5 table 53 compares whole seconds: fractions do not make two instants different.</remarks>
    public override bool Equals(FeelValue? other) =>
        other is FeelDateTime moment && Zone is null == moment.Zone is null && Seconds == moment.Seconds;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Zone is null, Seconds);

    internal override void Write(StringBuilder text, bool literal) => TemporalWriter.Quote(text, literal, WritePlain);

    internal void WritePlain(StringBuilder text)
    {
        Date.WritePlain(text);
        text.Append('T');
        Time.WritePlain(text);
    }

    private long Seconds =>
        (Date.EpochDay * FeelCalendar.SecondsPerDay) + (Time.NanoOfDay / FeelCalendar.NanosPerSecond) - Offset;
}
