using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Platform.Decisions.Feel;

/// <summary>
/// Reads dates, times and durations in the lexical forms of XML Schema with FEEL's additions: years beyond four digits
/// and zones by name (DMN 1.5 §10.3.4.1).
/// </summary>
internal static class TemporalReader
{
    /// <summary>Reads what may stand in <c>@"…"</c>: a date, a time, both, or a duration.</summary>
    public static FeelValue? Read(string text)
    {
        if (TryDate(text, out var date))
        {
            return date;
        }
        if (TryDateTime(text, out var moment))
        {
            return moment;
        }
        return TryTime(text, out var time) ? time : ReadDuration(text);
    }

    public static bool TryDate(ReadOnlySpan<char> text, [NotNullWhen(true)] out FeelDate? date)
    {
        date = null;
        var negative = text.StartsWith("-");
        var body = negative ? text[1..] : text;
        var dash = body.IndexOf('-');
        if (dash is < 4 or > 9 || (dash > 4 && body[0] == '0') || body.Length != dash + 6 || body[dash + 3] != '-'
            || !Digits(body[..dash], out var year) || !Digits(body[(dash + 1)..(dash + 3)], out var month)
            || !Digits(body[(dash + 4)..], out var day))
        {
            return false;
        }
        date = FeelDate.Of(negative ? -year : year, month, day);
        return date is not null;
    }

    public static bool TryDateTime(ReadOnlySpan<char> text, [NotNullWhen(true)] out FeelDateTime? moment)
    {
        moment = null;
        var split = text.IndexOf('T');
        if (split < 0 || !TryDate(text[..split], out var date) || !TryTime(text[(split + 1)..], out var time, out var endOfDay))
        {
            return false;
        }
        if (endOfDay)
        {
            date = FeelDate.OfEpochDay(date.EpochDay + 1);
        }
        moment = date is null ? null : new FeelDateTime(date, time);
        return moment is not null;
    }

    public static bool TryTime(ReadOnlySpan<char> text, [NotNullWhen(true)] out FeelTime? time) =>
        TryTime(text, out time, out _);

    /// <summary>Reads a duration of either kind; null when the text is neither.</summary>
    public static FeelValue? ReadDuration(ReadOnlySpan<char> text)
    {
        var negative = text.StartsWith("-");
        var body = negative ? text[1..] : text;
        if (body.Length < 3 || body[0] != 'P')
        {
            return null;
        }
        body = body[1..];
        if (TryYearMonth(body, out var months))
        {
            return new FeelYearMonthDuration(negative ? -months : months);
        }
        return TryDayTime(body, out var nanos) ? new FeelDayTimeDuration(negative ? -nanos : nanos) : null;
    }

    /// <summary>An offset as it follows a time: <c>Z</c>, <c>+08:00</c>, <c>-05:30:15</c>.</summary>
    public static bool TryOffset(ReadOnlySpan<char> text, [NotNullWhen(true)] out FeelZone? zone)
    {
        zone = null;
        if (text is "Z" or "z")
        {
            zone = FeelZone.Utc;
            return true;
        }
        if (text.Length is not (6 or 9) || text[0] is not ('+' or '-') || text[3] != ':'
            || !Digits(text[1..3], out var hours) || !Digits(text[4..6], out var minutes) || minutes > 59)
        {
            return false;
        }
        long seconds = 0;
        if (text.Length == 9 && (text[6] != ':' || !Digits(text[7..], out seconds) || seconds > 59))
        {
            return false;
        }
        var total = (int)((hours * 3600) + (minutes * 60) + seconds);
        zone = FeelZone.OfOffset(text[0] == '-' ? -total : total);
        return zone is not null;
    }

    private static bool TryTime(ReadOnlySpan<char> text, [NotNullWhen(true)] out FeelTime? time, out bool endOfDay)
    {
        time = null;
        endOfDay = false;
        if (text.Length < 8 || text[2] != ':' || text[5] != ':' || !Digits(text[..2], out var hour)
            || !Digits(text[3..5], out var minute) || !Digits(text[6..8], out var second))
        {
            return false;
        }
        var rest = text[8..];
        if (!TryFraction(ref rest, out var nanos) || hour > 24 || minute > 59 || second > 59
            || (hour == 24 && (minute != 0 || second != 0 || nanos != 0)) || !TryZone(rest, out var zone))
        {
            return false;
        }
        endOfDay = hour == 24;
        var total = ((((endOfDay ? 0 : hour) * 60) + minute) * 60) + second;
        time = new FeelTime((total * FeelCalendar.NanosPerSecond) + nanos, zone);
        return true;
    }

    private static bool TryZone(ReadOnlySpan<char> text, out FeelZone? zone)
    {
        zone = null;
        if (text.IsEmpty)
        {
            return true;
        }
        return text[0] == '@'
            ? FeelZone.TryOfId(text[1..].ToString(), out zone)
            : TryOffset(text, out zone);
    }

    /// <summary>Takes <c>.123</c> off the front; digits beyond nanoseconds are cut.</summary>
    private static bool TryFraction(ref ReadOnlySpan<char> text, out long nanos)
    {
        nanos = 0;
        if (!text.StartsWith("."))
        {
            return true;
        }
        var length = 1;
        for (long unit = FeelCalendar.NanosPerSecond / 10; length < text.Length && char.IsAsciiDigit(text[length]); length++)
        {
            nanos += (text[length] - '0') * unit;
            unit /= 10;
        }
        text = text[length..];
        return length > 1;
    }

    private static bool TryYearMonth(ReadOnlySpan<char> text, out long months)
    {
        months = 0;
        if (!TakePart(ref text, 'Y', out var years) || !TakePart(ref text, 'M', out var rest) || !text.IsEmpty
            || years > 99_999_999_999 || rest > 999_999_999_999)
        {
            return false;
        }
        months = (years * 12) + rest;
        return true;
    }

    private static bool TryDayTime(ReadOnlySpan<char> text, out Int128 nanos)
    {
        nanos = Int128.Zero;
        if (!TakePart(ref text, 'D', out var days))
        {
            return false;
        }
        long hours = 0, minutes = 0, seconds = 0, fraction = 0;
        if (text.StartsWith("T"))
        {
            text = text[1..];
            if (text.IsEmpty || !TakePart(ref text, 'H', out hours) || !TakePart(ref text, 'M', out minutes)
                || !TakeSeconds(ref text, out seconds, out fraction))
            {
                return false;
            }
        }
        nanos = (((((Int128)days * 24) + hours) * 60) + minutes) * 60;
        nanos = ((nanos + seconds) * FeelCalendar.NanosPerSecond) + fraction;
        return text.IsEmpty && nanos <= FeelDayTimeDuration.Longest;
    }

    /// <summary>Takes digits and their unit off the front; zero when the next unit is another one.</summary>
    private static bool TakePart(ref ReadOnlySpan<char> text, char unit, out long amount)
    {
        amount = 0;
        var length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
        {
            length++;
        }
        if (length == 0 || length == text.Length || text[length] != unit)
        {
            return true;
        }
        if (!Digits(text[..length], out amount))
        {
            return false;
        }
        text = text[(length + 1)..];
        return true;
    }

    /// <summary>Seconds may have a fraction, and XML Schema's point without digits is met in practice.</summary>
    private static bool TakeSeconds(ref ReadOnlySpan<char> text, out long seconds, out long fraction)
    {
        seconds = 0;
        fraction = 0;
        if (text.IsEmpty)
        {
            return true;
        }
        var length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
        {
            length++;
        }
        if (!Digits(text[..length], out seconds))
        {
            return false;
        }
        text = text[length..];
        if (text.StartsWith(".S"))
        {
            text = text[1..];
        }
        if (!TryFraction(ref text, out fraction) || !text.StartsWith("S"))
        {
            return false;
        }
        text = text[1..];
        return true;
    }

    private static bool Digits(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        return text.Length is > 0 and <= 15 && !text.ContainsAnyExceptInRange('0', '9')
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
