using System.Globalization;

namespace Platform.Host.Components;

/// <summary>Instants as people in the county read them: 10月27日（周二）17:30, with the year when it is not the current one.</summary>
public static class ChineseTime
{
    private const string Weekdays = "日一二三四五六";

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The instant with weekday and minute.</summary>
    /// <param name="instant">Any instant; shown in Asia/Shanghai.</param>
    /// <param name="now">The present, to leave out the current year.</param>
    public static string Full(DateTimeOffset instant, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone);
        return string.Create(CultureInfo.InvariantCulture, $"{Day(instant, now)} {local:HH:mm}");
    }

    /// <summary>The day with its weekday.</summary>
    /// <param name="instant">Any instant; shown in Asia/Shanghai.</param>
    /// <param name="now">The present, to leave out the current year.</param>
    public static string Day(DateTimeOffset instant, DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(instant, Zone);
        var year = local.Year == TimeZoneInfo.ConvertTime(now, Zone).Year ? "" : local.Year.ToString(CultureInfo.InvariantCulture) + "年";
        return string.Create(CultureInfo.InvariantCulture, $"{year}{local.Month}月{local.Day}日（周{Weekdays[(int)local.DayOfWeek]}）");
    }

    /// <summary>The time of day: 17:30.</summary>
    /// <param name="instant">Any instant; shown in Asia/Shanghai.</param>
    public static string Clock(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day and minute in digits, for tables: 2026-10-27 17:30.</summary>
    /// <param name="instant">Any instant; shown in Asia/Shanghai.</param>
    public static string Short(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day of an instant in the county.</summary>
    /// <param name="instant">Any instant.</param>
    public static DateOnly Date(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);
}
