using System.Globalization;

namespace Platform.Decisions.Feel;

/// <summary>Functions about the calendar and the clock (DMN 1.5 tables 79 and 81).</summary>
internal static class TemporalFunctions
{
    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static void Register(BuiltinCatalog catalog)
    {
        catalog.Add("day of year(date: date|datetime): number", (in FeelCall _, FeelValue[] arguments) => FeelNumber.Of(Day(arguments).DayOfYear));
        catalog.Add("day of week(date: date|datetime): string", (in FeelCall _, FeelValue[] arguments) => new FeelString(Weekdays[Day(arguments).Weekday - 1]));
        catalog.Add("month of year(date: date|datetime): string", MonthOfYear);
        catalog.Add("week of year(date: date|datetime): number", (in FeelCall _, FeelValue[] arguments) => FeelNumber.Of(IsoWeek(Day(arguments))));
        catalog.Add("now(): datetime", Now);
        catalog.Add("today(): date", Today);
    }

    private static FeelDate Day(FeelValue[] arguments) => arguments[0] as FeelDate ?? ((FeelDateTime)arguments[0]).Date;

    private static FeelValue MonthOfYear(in FeelCall call, FeelValue[] arguments) =>
        new FeelString(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(Day(arguments).Month));

    /// <summary>ISO 8601: the week that holds the year's first Thursday is week 1.</summary>
    private static int IsoWeek(FeelDate day)
    {
        var week = (day.DayOfYear - day.Weekday + 10) / 7;
        if (week == 0)
        {
            return WeeksOf(day.Year - 1);
        }
        return week == 53 && WeeksOf(day.Year) < 53 ? 1 : week;
    }

    private static int WeeksOf(int year) => WeekdayOfLastDay(year) == 4 || WeekdayOfLastDay(year - 1) == 3 ? 53 : 52;

    private static int WeekdayOfLastDay(int year) => FeelDate.Of(year, 12, 31)?.Weekday ?? 1;

    private static FeelValue Now(in FeelCall call, FeelValue[] arguments) =>
        call.Session.Options.Now is { } now ? FeelDateTime.Of(now) : call.Warn(FeelMessage.NoClock());

    private static FeelValue Today(in FeelCall call, FeelValue[] arguments) =>
        call.Session.Options.Now is { } now ? FeelDateTime.Of(now).Date : call.Warn(FeelMessage.NoClock());
}
