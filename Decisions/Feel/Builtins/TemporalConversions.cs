namespace Platform.Decisions.Feel;

/// <summary>Functions that make dates, times and durations (DMN 1.5 table 73).</summary>
internal static class TemporalConversions
{
    public static void Register(BuiltinCatalog catalog)
    {
        catalog.Add("date(from: string|date|datetime): date", Date);
        catalog.Add("date(year: number, month: number, day: number): date", DateOfParts);
        catalog.Add("date and time(from: string|datetime): datetime", DateTime);
        catalog.Add("date and time(date: date|datetime, time: time): datetime", DateTimeOfBoth);
        catalog.Add("date and time(year: number, month: number, day: number, hour: number, minute: number, second: number): datetime", DateTimeOfParts);
        catalog.Add("date and time(year: number, month: number, day: number, hour: number, minute: number, second: number, offset: days?): datetime", DateTimeOfParts);
        catalog.Add("date and time(year: number, month: number, day: number, hour: number, minute: number, second: number, timezone: string): datetime", DateTimeOfParts);
        catalog.Add("time(from: string|time|datetime|date): time", Time);
        catalog.Add("time(hour: number, minute: number, second: number): time", TimeOfParts);
        catalog.Add("time(hour: number, minute: number, second: number, offset: days?): time", TimeOfParts);
        catalog.Add("duration(from: string|months|days): any", Duration);
        catalog.Add("years and months duration(from: date|datetime, to: date|datetime): months", MonthsBetween);
    }

    private static FeelValue Date(in FeelCall call, FeelValue[] arguments)
    {
        switch (arguments[0])
        {
            case FeelDate date:
                return date;
            case FeelDateTime moment:
                return moment.Date;
            default:
                var text = ((FeelString)arguments[0]).Value;
                return TemporalReader.TryDate(text, out var read) ? read : call.Warn(FeelMessage.Literal(text));
        }
    }

    private static FeelValue DateOfParts(in FeelCall call, FeelValue[] arguments) =>
        DateOf(arguments) is { } date ? date : call.Warn(FeelMessage.Value("date", "日期不存在", "there is no such day"));

    private static FeelValue DateTime(in FeelCall call, FeelValue[] arguments)
    {
        if (arguments[0] is FeelDateTime moment)
        {
            return moment;
        }
        var text = ((FeelString)arguments[0]).Value;
        if (TemporalReader.TryDateTime(text, out var read))
        {
            return read;
        }
        return TemporalReader.TryDate(text, out var date) ? FeelDateTime.Midnight(date, null) : call.Warn(FeelMessage.Literal(text));
    }

    private static FeelValue DateTimeOfBoth(in FeelCall call, FeelValue[] arguments) =>
        new FeelDateTime(arguments[0] as FeelDate ?? ((FeelDateTime)arguments[0]).Date, (FeelTime)arguments[1]);

    private static FeelValue DateTimeOfParts(in FeelCall call, FeelValue[] arguments) =>
        DateOf(arguments) is { } date && TimeOf(arguments.AsSpan(3)) is { } time
            ? new FeelDateTime(date, time)
            : call.Warn(FeelMessage.Value("date and time", "日期或时间不存在", "there is no such day or time"));

    private static FeelValue Time(in FeelCall call, FeelValue[] arguments)
    {
        switch (arguments[0])
        {
            case FeelTime time:
                return time;
            case FeelDateTime moment:
                return moment.Time;
            case FeelDate:
                return new FeelTime(0, FeelZone.Utc);
            default:
                var text = ((FeelString)arguments[0]).Value;
                return TemporalReader.TryTime(text, out var read) ? read : call.Warn(FeelMessage.Literal(text));
        }
    }

    private static FeelValue TimeOfParts(in FeelCall call, FeelValue[] arguments) =>
        TimeOf(arguments) is { } time ? time : call.Warn(FeelMessage.Value("time", "时间不存在", "there is no such time"));

    private static FeelValue Duration(in FeelCall call, FeelValue[] arguments) =>
        arguments[0] is not FeelString text
            ? arguments[0]
            : TemporalReader.ReadDuration(text.Value) ?? call.Warn(FeelMessage.Literal(text.Value));

    /// <summary>Whole months from one day to the other, cut towards zero.</summary>
    private static FeelValue MonthsBetween(in FeelCall call, FeelValue[] arguments)
    {
        var from = arguments[0] as FeelDate ?? ((FeelDateTime)arguments[0]).Date;
        var to = arguments[1] as FeelDate ?? ((FeelDateTime)arguments[1]).Date;
        var months = ((to.Year - (long)from.Year) * 12) + to.Month - from.Month;
        if (months > 0 && to.Day < from.Day)
        {
            months--;
        }
        else if (months < 0 && to.Day > from.Day)
        {
            months++;
        }
        return new FeelYearMonthDuration(months);
    }

    private static FeelDate? DateOf(FeelValue[] parts) =>
        ((FeelNumber)parts[0]).TryTruncate(out var year) && ((FeelNumber)parts[1]).TryTruncate(out var month)
        && ((FeelNumber)parts[2]).TryTruncate(out var day)
            ? FeelDate.Of(year, month, day)
            : null;

    private static FeelTime? TimeOf(ReadOnlySpan<FeelValue> parts)
    {
        var second = ((FeelNumber)parts[2]).Value;
        if (!((FeelNumber)parts[0]).TryTruncate(out var hour) || !((FeelNumber)parts[1]).TryTruncate(out var minute)
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second < Decimal34.Zero || second >= new Decimal34(60, 0)
            || !TryZone(parts.Length > 3 ? parts[3] : FeelNull.Instance, out var zone))
        {
            return null;
        }
        Decimal34.TryMultiply(second, new Decimal34(FeelCalendar.NanosPerSecond, 0), out var exact);
        exact.TryScale(0, DecimalRounding.Down, out var whole);
        FeelNumber.Of(whole).TryToInt64(out var nanos);
        return new FeelTime((((hour * 60L) + minute) * 60 * FeelCalendar.NanosPerSecond) + nanos, zone);
    }

    private static bool TryZone(FeelValue given, out FeelZone? zone)
    {
        zone = null;
        switch (given)
        {
            case FeelString text:
                return FeelZone.TryOfId(text.Value, out zone) || TemporalReader.TryOffset(text.Value, out zone);
            case FeelDayTimeDuration duration:
                var seconds = duration.Nanoseconds / FeelCalendar.NanosPerSecond;
                zone = Int128.Abs(seconds) <= FeelZone.LargestOffset ? FeelZone.OfOffset((int)seconds) : null;
                return zone is not null;
            default:
                return true;
        }
    }
}
