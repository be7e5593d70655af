using System.Globalization;

namespace Platform.Kernel.Graph;

/// <summary>An ISO 8601 duration: months are added on the calendar, the rest is exact time.</summary>
/// <param name="Months">Years and months, as months.</param>
/// <param name="Time">Weeks, days and smaller units.</param>
public readonly record struct IsoDuration(int Months, TimeSpan Time)
{
    private const int LongestText = 64;

    /// <summary>Whether the duration moves forward in time; only such a duration can repeat.</summary>
    public bool IsPositive => Months >= 0 && Time >= TimeSpan.Zero && (Months > 0 || Time > TimeSpan.Zero);

    /// <summary>The instant this much later. Out of the calendar's range gives its nearest end.</summary>
    /// <param name="start">From when.</param>
    public DateTimeOffset AddTo(DateTimeOffset start)
    {
        try
        {
            return start.AddMonths(Months).Add(Time);
        }
        catch (ArgumentOutOfRangeException)
        {
            return Months < 0 || Time < TimeSpan.Zero ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue;
        }
    }

    /// <summary>Reads text such as P1Y2M3DT4H5M6.5S or P2W; false when it is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="duration">The duration.</param>
    public static bool TryParse(string text, out IsoDuration duration)
    {
        duration = default;
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        if (rest.Length > LongestText)
        {
            return false;
        }
        bool negative = rest is ['-', ..];
        rest = negative ? rest[1..] : rest;
        if (rest is not ['P', _, ..])
        {
            return false;
        }
        rest = rest[1..];
        int timeMark = rest.IndexOf('T');
        ReadOnlySpan<char> date = timeMark < 0 ? rest : rest[..timeMark];
        ReadOnlySpan<char> time = timeMark < 0 ? [] : rest[(timeMark + 1)..];
        if ((timeMark >= 0 && time.IsEmpty)
            || !TryReadParts(date, "YMWD", out decimal[] dateParts)
            || !TryReadParts(time, "HMS", out decimal[] timeParts)
            || decimal.Truncate(dateParts[0]) != dateParts[0]
            || decimal.Truncate(dateParts[1]) != dateParts[1])
        {
            return false;
        }
        decimal months = (dateParts[0] * 12) + dateParts[1];
        decimal seconds = (((dateParts[2] * 7) + dateParts[3]) * 86_400) + (timeParts[0] * 3_600) + (timeParts[1] * 60) + timeParts[2];
        if (months > 120_000 || seconds > 315_360_000_000m)
        {
            return false;
        }
        int sign = negative ? -1 : 1;
        duration = new IsoDuration(sign * (int)months, TimeSpan.FromTicks((long)(sign * seconds * TimeSpan.TicksPerSecond)));
        return true;
    }

    private static bool TryReadParts(ReadOnlySpan<char> text, string units, out decimal[] parts)
    {
        parts = new decimal[units.Length];
        int next = 0;
        while (!text.IsEmpty)
        {
            int length = text.IndexOfAnyExceptInRange('0', '9');
            if (length > 0 && text[length] == '.')
            {
                int fraction = text[(length + 1)..].IndexOfAnyExceptInRange('0', '9');
                length = fraction <= 0 ? -1 : length + 1 + fraction;
            }
            if (length <= 0 || length > 15)
            {
                return false;
            }
            int unit = units.IndexOf(text[length], next);
            if (unit < 0)
            {
                return false;
            }
            parts[unit] = decimal.Parse(text[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            next = unit + 1;
            text = text[(length + 1)..];
        }
        return true;
    }
}
