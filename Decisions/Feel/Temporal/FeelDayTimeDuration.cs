using System.Globalization;
using System.Text;

namespace Platform.Decisions.Feel;

/// <summary>A duration of days, hours, minutes and seconds, to the nanosecond.</summary>
/// <param name="nanoseconds">All of it in nanoseconds; may be negative.</param>
public sealed class FeelDayTimeDuration(Int128 nanoseconds) : FeelValue
{
    /// <summary>Longer ones than this are not computed: the supported years do not reach that far.</summary>
    internal static readonly Int128 Longest = (Int128)800_000_000_000 * FeelCalendar.NanosPerDay;

    /// <summary>All of it in nanoseconds; may be negative.</summary>
    public Int128 Nanoseconds { get; } = nanoseconds;

    /// <inheritdoc/>
    public override string TypeName => "days and time duration";

    internal override FeelKind Kind => FeelKind.DayTime;

    /// <summary>Whole days of the magnitude, signed.</summary>
    internal long Days => (long)(Nanoseconds / FeelCalendar.NanosPerDay);

    /// <summary>Nanoseconds beyond the whole days, signed.</summary>
    internal long Rest => (long)(Nanoseconds % FeelCalendar.NanosPerDay);

    /// <summary>The duration for a .NET one.</summary>
    /// <param name="value">Any value.</param>
    public static FeelDayTimeDuration Of(TimeSpan value) => new((Int128)value.Ticks * 100);

    /// <summary>The .NET duration, cut to 100 nanoseconds.</summary>
    /// <param name="value">The duration when it fits, about 29,000 years.</param>
    public bool TryToTimeSpan(out TimeSpan value)
    {
        var ticks = Nanoseconds / 100;
        var fits = ticks >= long.MinValue && ticks <= long.MaxValue;
        value = fits ? TimeSpan.FromTicks((long)ticks) : default;
        return fits;
    }

    /// <inheritdoc/>
    public override bool Equals(FeelValue? other) => other is FeelDayTimeDuration duration && Nanoseconds == duration.Nanoseconds;

    /// <inheritdoc/>
    public override int GetHashCode() => Nanoseconds.GetHashCode();

    internal override void Write(StringBuilder text, bool literal) => TemporalWriter.Quote(text, literal, WritePlain);

    internal void WritePlain(StringBuilder text)
    {
        if (Nanoseconds == Int128.Zero)
        {
            text.Append("PT0S");
            return;
        }
        text.Append(Nanoseconds < 0 ? "-P" : "P");
        if (Days != 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{Math.Abs(Days)}D");
        }
        var rest = Math.Abs(Rest);
        if (rest == 0)
        {
            return;
        }
        var (seconds, fraction) = Math.DivRem(rest, FeelCalendar.NanosPerSecond);
        text.Append('T');
        AppendPart(text, seconds / 3600, 'H');
        AppendPart(text, seconds / 60 % 60, 'M');
        if (seconds % 60 != 0 || fraction != 0)
        {
            text.Append(seconds % 60);
            TemporalWriter.Fraction(text, fraction);
            text.Append('S');
        }
    }

    private static void AppendPart(StringBuilder text, long amount, char unit)
    {
        if (amount != 0)
        {
            text.Append(amount).Append(unit);
        }
    }
}
