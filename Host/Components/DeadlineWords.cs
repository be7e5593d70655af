using Microsoft.Extensions.Localization;
using Platform.Host.Texts;
using Platform.Runtime.Calendar;

namespace Platform.Host.Components;

/// <summary>What a deadline chip says.</summary>
/// <param name="Tone">Colour and icon.</param>
/// <param name="Text">A few words, such as 剩 2 个工作日.</param>
/// <param name="Explanation">How it was calculated, for the tooltip.</param>
public sealed record DeadlineView(DeadlineTone Tone, string Text, string Explanation);

/// <summary>Puts deadlines into words.</summary>
/// <param name="texts">The page's texts.</param>
public sealed class DeadlineWords(IStringLocalizer<Ui> texts)
{
    /// <summary>The words for a running clock.</summary>
    /// <param name="due">When the work is due.</param>
    /// <param name="now">The present.</param>
    /// <param name="calendar">The county's calendar.</param>
    public DeadlineView Running(DateTimeOffset due, DateTimeOffset now, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var explanation = texts["Deadline.Explain", ChineseTime.Full(due, now)];
        var today = calendar.DateOf(now);
        var last = calendar.DateOf(due);
        if (now > due)
        {
            var late = last.DayNumber == today.DayNumber ? 0 : today.DayNumber - last.DayNumber;
            return new(DeadlineTone.Danger, late == 0 ? texts["Deadline.OverdueToday"] : texts["Deadline.Overdue", late], explanation);
        }
        if (last == today)
        {
            return new(DeadlineTone.Alert, texts["Deadline.Today", TimeZoneInfo.ConvertTime(due, TimeZoneInfo.FindSystemTimeZoneById(WorkCalendar.ZoneId)).ToString("HH:mm", null)], explanation);
        }
        var left = calendar.WorkingDaysBetween(today, last);
        return new(left <= 1 ? DeadlineTone.Warn : DeadlineTone.Calm, left == 0 ? texts["Deadline.BeforeWork"] : texts["Deadline.Left", left], explanation);
    }

    /// <summary>The words for a clock that stands.</summary>
    /// <param name="reason">Why it stands; null when that is not recorded.</param>
    public DeadlineView Paused(string? reason) =>
        new(DeadlineTone.Paused, texts["Deadline.Paused"], reason is null ? texts["Deadline.PausedExplain"] : texts["Deadline.PausedFor", reason]);
}
