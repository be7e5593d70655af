namespace Platform.Decisions.Feel;

/// <summary>The properties of temporal values and ranges (DMN 1.5 table 65).</summary>
internal static class FeelProperties
{
    /// <summary>The property's value; null (of .NET) when the type has no such property.</summary>
    public static FeelValue? Get(FeelValue value, string name) => value switch
    {
        FeelDate date => Day(date, name),
        FeelDateTime moment => Day(moment.Date, name) ?? Clock(moment.Time, moment.Offset, name),
        FeelTime time => Clock(time, time.Zone?.StandardOffset ?? 0, name),
        FeelYearMonthDuration duration => name switch
        {
            "years" => FeelNumber.Of(duration.Months / 12),
            "months" => FeelNumber.Of(duration.Months % 12),
            _ => null,
        },
        FeelDayTimeDuration duration => Parts(duration, name),
        FeelRange range => name switch
        {
            "start" => range.Start,
            "end" => range.End,
            "start included" => FeelBoolean.Of(range.StartIncluded),
            "end included" => FeelBoolean.Of(range.EndIncluded),
            _ => null,
        },
        _ => null,
    };

    private static FeelNumber? Day(FeelDate date, string name) => name switch
    {
        "year" => FeelNumber.Of(date.Year),
        "month" => FeelNumber.Of(date.Month),
        "day" => FeelNumber.Of(date.Day),
        "weekday" => FeelNumber.Of(date.Weekday),
        _ => null,
    };

    private static FeelValue? Clock(FeelTime time, int offset, string name) => name switch
    {
        "hour" => FeelNumber.Of(time.Hour),
        "minute" => FeelNumber.Of(time.Minute),
        "second" => FeelNumber.Of(time.Second),
        "time offset" => time.Zone is null ? FeelNull.Instance : FeelDayTimeDuration.Of(TimeSpan.FromSeconds(offset)),
        "timezone" => FeelValue.Of(time.Zone?.Id),
        _ => null,
    };

    private static FeelNumber? Parts(FeelDayTimeDuration duration, string name)
    {
        var seconds = duration.Rest / FeelCalendar.NanosPerSecond;
        return name switch
        {
            "days" => FeelNumber.Of(duration.Days),
            "hours" => FeelNumber.Of(seconds / 3600),
            "minutes" => FeelNumber.Of(seconds / 60 % 60),
            "seconds" => FeelNumber.Of(new Decimal34(duration.Rest % (60 * FeelCalendar.NanosPerSecond), -9)),
            _ => null,
        };
    }
}
