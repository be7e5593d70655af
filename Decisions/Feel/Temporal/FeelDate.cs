using System.Globalization;
using System.Text;

namespace Platform.Decisions.Feel;

/// <summary>A day of the Gregorian calendar, without zone; years from -999,999,999 to 999,999,999.</summary>
public sealed class FeelDate : FeelValue
{
    private FeelDate(int year, int month, int day)
    {
        Year = year;
        Month = month;
        Day = day;
    }

    /// <summary>The year; 0 is the year before year 1.</summary>
    public int Year { get; }

    /// <summary>1 to 12.</summary>
    public int Month { get; }

    /// <summary>1 to 31.</summary>
    public int Day { get; }

    /// <inheritdoc/>
    public override string TypeName => "date";

    internal override FeelKind Kind => FeelKind.Date;

    internal long EpochDay => FeelCalendar.ToEpochDay(Year, Month, Day);

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    internal int Weekday => (int)(EpochDay + 3 - (FeelCalendar.FloorDiv(EpochDay + 3, 7) * 7)) + 1;

    /// <summary>1 to 366.</summary>
    internal int DayOfYear => (int)(EpochDay - FeelCalendar.ToEpochDay(Year, 1, 1)) + 1;

    /// <summary>The date for a .NET one.</summary>
    /// <param name="value">Any value.</param>
    public static new FeelDate Of(DateOnly value) => new(value.Year, value.Month, value.Day);

    /// <summary>The date of these parts.</summary>
    /// <param name="year">From -999,999,999 to 999,999,999.</param>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to the month's last day.</param>
    /// <returns>Null when there is no such day.</returns>
    public static FeelDate? Of(long year, long month, long day) =>
        FeelCalendar.IsValid(year, month, day) ? new FeelDate((int)year, (int)month, (int)day) : null;

    internal static FeelDate? OfEpochDay(long epochDay) =>
        FeelCalendar.TryFromEpochDay(epochDay, out var year, out var month, out var day) ? new FeelDate(year, month, day) : null;

    /// <summary>The .NET date.</summary>
    /// <param name="value">The date when its year is 1 to 9999.</param>
    public bool TryToDateOnly(out DateOnly value)
    {
        var fits = Year is >= 1 and <= 9999;
        value = fits ? new DateOnly(Year, Month, Day) : default;
        return fits;
    }

    /// <summary>The same day some months later, or the month's last day where it is shorter.</summary>
    internal FeelDate? AddMonths(long months)
    {
        if (months is < -36_000_000_000 or > 36_000_000_000)
        {
            return null;
        }
        var total = (Year * 12L) + (Month - 1) + months;
        var year = FeelCalendar.FloorDiv(total, 12);
        var month = (int)(total - (year * 12)) + 1;
        return year is < -FeelCalendar.HighestYear or > FeelCalendar.HighestYear
            ? null
            : new FeelDate((int)year, month, Math.Min(Day, FeelCalendar.DaysInMonth((int)year, month)));
    }

    /// <inheritdoc/>
    public override bool Equals(FeelValue? other) =>
        other is FeelDate date && Day == date.Day && Month == date.Month && Year == date.Year;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Year, Month, Day);

    internal override void Write(StringBuilder text, bool literal) => TemporalWriter.Quote(text, literal, WritePlain);

    internal void WritePlain(StringBuilder text)
    {
        text.Append(Year < 0 ? "-" : "");
        text.Append(CultureInfo.InvariantCulture, $"{Math.Abs((long)Year):0000}-{Month:00}-{Day:00}");
    }
}
