using System.Globalization;
using System.Text;

namespace Platform.Decisions.Feel;

/// <summary>A time of day to the nanosecond, with or without a zone.</summary>
public sealed class FeelTime : FeelValue
{
    internal FeelTime(long nanoOfDay, FeelZone? zone)
    {
        NanoOfDay = nanoOfDay;
        Zone = zone;
    }

    /// <summary>Nanoseconds since midnight, below 86,400,000,000,000.</summary>
    public long NanoOfDay { get; }

    /// <summary>The zone, or null for a local time.</summary>
    public FeelZone? Zone { get; }

    /// <inheritdoc/>
    public override string TypeName => "time";

    internal override FeelKind Kind => FeelKind.Time;

    internal int Hour => (int)(NanoOfDay / FeelCalendar.NanosPerSecond / 3600);

    internal int Minute => (int)(NanoOfDay / FeelCalendar.NanosPerSecond / 60 % 60);

    internal int Second => (int)(NanoOfDay / FeelCalendar.NanosPerSecond % 60);

    /// <summary>The time of these parts, local.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="zone">The zone, or null.</param>
    public static FeelTime Of(TimeOnly value, FeelZone? zone = null) => new(value.Ticks * 100, zone);

    /// <summary>Nanoseconds from midnight in UTC; for a local time those on its own clock.</summary>
    internal long UtcNano => NanoOfDay - ((Zone?.StandardOffset ?? 0) * FeelCalendar.NanosPerSecond);

    /// <inheritdoc/>
    /// <remarks>DMN 1.5 table 53 compares whole seconds: fractions do not make two times different.</remarks>
    public override bool Equals(FeelValue? other)
    {
        if (other is not FeelTime time || Zone is null != time.Zone is null)
        {
            return false;
        }
        return Equals(Zone, time.Zone)
            ? Seconds(NanoOfDay) == Seconds(time.NanoOfDay)
            : Seconds(UtcNano) == Seconds(time.UtcNano);
    }

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Zone is null, Seconds(UtcNano));

    internal override void Write(StringBuilder text, bool literal) => TemporalWriter.Quote(text, literal, WritePlain);

    internal void WritePlain(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"{Hour:00}:{Minute:00}:{Second:00}");
        TemporalWriter.Fraction(text, NanoOfDay % FeelCalendar.NanosPerSecond);
        text.Append(Zone?.ToString());
    }

    private static long Seconds(long nanos) => FeelCalendar.FloorDiv(nanos, FeelCalendar.NanosPerSecond);
}
