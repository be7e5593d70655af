using System.Globalization;

namespace Platform.Runtime.Deadlines;

/// <summary>What people read when a deadline reaches a level.</summary>
internal static class DeadlineTexts
{
    private static readonly TimeSpan Local = TimeSpan.FromHours(8);

    /// <summary>The name of a level.</summary>
    public static string NameOf(string level) => level.Split('#')[0] switch
    {
        "reminder" => "时限提醒",
        "yellow" => "黄牌预警",
        "orange" => "橙色预警",
        "red" => "红牌超期",
        "line1" => "一线督办",
        "line2" => "二线督办",
        "line3" => "三线督办",
        "paused" => "时限暂停",
        "resumed" => "时限恢复",
        "extended" => "批准延期",
        _ => level,
    };

    /// <summary>Title of a message.</summary>
    public static string Title(string level, string? task) => $"{NameOf(level)}：{task ?? "办理时限"}";

    /// <summary>Text of a message.</summary>
    public static string Body(string level, string? number, DateTimeOffset due)
    {
        var matter = number is null ? "该件" : $"{number} 号件";
        var at = due.ToOffset(Local).ToString("M月d日 HH:mm", CultureInfo.InvariantCulture);
        return level switch
        {
            "reminder" => $"{matter}办理时限已过半，请于 {at} 前办结。",
            "yellow" => $"{matter}办理时限仅剩四分之一，请抓紧办理，{at} 到期。",
            "orange" => $"{matter}即将到期（{at}），请当日办结或按规定申请延期。",
            "red" => $"{matter}已于 {at} 超期，请立即办理并说明原因。",
            _ => $"{matter}已于 {at} 超期，请{NameOf(level)}。",
        };
    }
}
