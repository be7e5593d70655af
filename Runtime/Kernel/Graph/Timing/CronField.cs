using System.Globalization;

namespace Platform.Kernel.Graph;

/// <summary>One field of a cron cycle: the values it allows, as bits.</summary>
internal static class CronField
{
    private static readonly string[] Months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    private static readonly string[] Weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>Reads lists, ranges and steps; names of months and weekdays count as their numbers.</summary>
    /// <param name="text">The field.</param>
    /// <param name="low">Smallest value.</param>
    /// <param name="high">Largest value, at most 63.</param>
    /// <param name="bits">Allowed values.</param>
    internal static bool TryParse(string text, int low, int high, out ulong bits)
    {
        bits = 0;
        foreach (string part in text.Split(','))
        {
            string[] stepped = part.Split('/');
            int step = 1;
            if (stepped.Length > 2 || (stepped.Length == 2 && (!TryNumber(stepped[1], 1, 63, out step) || step < 1)))
            {
                return false;
            }
            if (!TryRange(stepped[0], low, high, stepped.Length == 2, out int from, out int to))
            {
                return false;
            }
            // A range that runs over the end, such as FRI-MON, goes on at the beginning.
            int last = to < from ? to + (high - low + 1) : to;
            for (int value = from; value <= last; value += step)
            {
                bits |= 1UL << (value > high ? value - (high - low + 1) : value);
            }
        }
        return bits != 0;
    }

    private static bool TryRange(string text, int low, int high, bool isOpen, out int from, out int to)
    {
        (from, to) = (low, high);
        if (text is "*" or "?")
        {
            return true;
        }
        string[] ends = text.Split('-');
        if (ends.Length > 2 || !TryNumber(ends[0], low, high, out from))
        {
            return false;
        }
        to = isOpen ? high : from;
        return ends.Length == 1 || TryNumber(ends[1], low, high, out to);
    }

    private static bool TryNumber(string text, int low, int high, out int value)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value))
        {
            int month = Array.IndexOf(Months, text.ToUpperInvariant());
            int weekday = Array.IndexOf(Weekdays, text.ToUpperInvariant());
            value = (high == 12 && month >= 0, high == 7 && weekday >= 0) switch
            {
                (true, _) => month + 1,
                (_, true) => weekday + 1,
                _ => -1,
            };
        }
        return value >= low && value <= high;
    }
}
