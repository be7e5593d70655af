using System.Globalization;
using Platform.Runtime.Calendar;

namespace Platform.Runtime.Tasks;

/// <summary>What a page says about a deadline.</summary>
public static class TaskSentences
{
    private static readonly TimeSpan Local = TimeSpan.FromHours(8);

    /// <summary>By when: 请于 11月25日 18:00 前办结(还有 2 个工作日).</summary>
    /// <param name="due">The due instant; null without a deadline.</param>
    /// <param name="now">The platform's instant.</param>
    /// <param name="calendar">The county's calendar.</param>
    public static string ByWhen(DateTimeOffset? due, DateTimeOffset now, WorkCalendar calendar)
    {
        if (due is not { } at)
        {
            return "没有办理时限";
        }

        var text = at.ToOffset(Local).ToString(at.ToOffset(Local).Year == now.ToOffset(Local).Year ? "M月d日 HH:mm" : "yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);
        return now > at
            ? $"应于 {text} 前办结（已超期 {Amount(now, at, calendar)}）"
            : $"请于 {text} 前办结（还有 {Amount(now, at, calendar)}）";
    }

    private static string Amount(DateTimeOffset now, DateTimeOffset due, WorkCalendar calendar)
    {
        var (from, to) = now < due ? (now, due) : (due, now);
        var days = calendar.WorkingDaysBetween(calendar.DateOf(from), calendar.DateOf(to));
        if (days > 0)
        {
            return $"{days} 个工作日";
        }

        var left = calendar.WorkingBetween(from, to);
        return left.TotalHours >= 1 ? $"{(int)left.TotalHours} 个工作小时" : $"{(int)left.TotalMinutes} 分钟";
    }
}
