namespace Platform.Decisions.Feel;

/// <summary>
/// Day arithmetic of the proleptic Gregorian calendar for years from -999,999,999 to 999,999,999, which .NET's own
/// types cannot hold. Days count from 1970-01-01.
/// </summary>
internal static class FeelCalendar
{
    public const int HighestYear = 999_999_999;
    public const long NanosPerSecond = 1_000_000_000;
    public const long SecondsPerDay = 86_400;
    public const long NanosPerDay = SecondsPerDay * NanosPerSecond;

    private const int DaysPerEra = 146_097;

    public static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int DaysInMonth(int year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    public static bool IsValid(long year, long month, long day) =>
        year is >= -HighestYear and <= HighestYear && month is >= 1 and <= 12
        && day >= 1 && day <= DaysInMonth((int)year, (int)month);

    /// <summary>Days from 1970-01-01, by counting in eras of 400 years that start on 1 March.</summary>
    public static long ToEpochDay(int year, int month, int day)
    {
        long shifted = month <= 2 ? year - 1L : year;
        var era = FloorDiv(shifted, 400);
        var yearOfEra = shifted - (era * 400);
        var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return (era * DaysPerEra) + dayOfEra - 719_468;
    }

    /// <summary>The date of a day; false outside the supported years.</summary>
    public static bool TryFromEpochDay(long epochDay, out int year, out int month, out int day)
    {
        (year, month, day) = (0, 0, 0);
        if (epochDay is < -365_300_000_000 or > 365_300_000_000)
        {
            return false;
        }
        var shifted = epochDay + 719_468;
        var era = FloorDiv(shifted, DaysPerEra);
        var dayOfEra = shifted - (era * DaysPerEra);
        var yearOfEra = (dayOfEra - (dayOfEra / 1_460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shiftedMonth = ((5 * dayOfYear) + 2) / 153;
        day = (int)(dayOfYear - (((153 * shiftedMonth) + 2) / 5) + 1);
        month = (int)(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9);
        var exact = yearOfEra + (era * 400) + (month <= 2 ? 1 : 0);
        year = (int)exact;
        return exact is >= -HighestYear and <= HighestYear;
    }

    public static long FloorDiv(long value, long divisor) =>
        (value / divisor) - (value % divisor != 0 && (value < 0) != (divisor < 0) ? 1 : 0);
}
