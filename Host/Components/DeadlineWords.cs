using Microsoft.Extensions.Localization;
using Platform.Host.Texts;
using Platform.Runtime.Calendar;

namespace Platform.Host.Components;

/// <summary>What a deadline chip says.</summary>
/// <param name="Tone">Colour and icon.</param>
/// <param name="Text">A few words, such as 剩 2 个工作日.</param>
/// <param name="Explanation">How it was calculated, for the tooltip.</param>
public sealed record ChipView(DeadlineTone Tone, string Text, string Explanation);

/// <summary>Puts deadlines into words.</summary>
/// <param name="texts">The page's texts.</param>
/// <param name="calendars">The counties' calendars.</param>
public sealed class DeadlineWords(IStringLocalizer<Ui> texts, CalendarCache calendars)
{
    private WorkCalendar _calendar = WorkCalendar.National;

    /// <summary>Takes the county's calendar; call before the page asks for words.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="ct">Gives up.</param>
    public async Task LoadAsync(string tenantId, CancellationToken ct) => _calendar = await calendars.GetAsync(tenantId, ct);

    /// <summary>The words for a running clock; null without a due instant.</summary>
    /// <param name="due">When the work is due.</param>
    /// <param name="now">The present.</param>
    /// <param name="level">How urgent the platform holds it to be.</param>
    public ChipView? Running(DateTimeOffset? due, DateTimeOffset now, WarningLevel level = WarningLevel.None)
    {
        if (due is not { } at)
        {
            return null;
        }
        var explanation = texts["Deadline.Explain", ChineseTime.Full(at, now)];
        var (today, last) = (_calendar.DateOf(now), _calendar.DateOf(at));
        if (now > at)
        {
            var late = today.DayNumber - last.DayNumber;
            return new(DeadlineTone.Danger, late == 0 ? texts["Deadline.OverdueToday"] : texts["Deadline.Overdue", late], explanation);
        }
        if (last == today)
        {
            return new(DeadlineTone.Alert, texts["Deadline.Today", ChineseTime.Clock(at)], explanation);
        }
        var left = _calendar.WorkingDaysBetween(today, last);
        var tone = level switch
        {
            >= WarningLevel.Orange => DeadlineTone.Alert,
            WarningLevel.Yellow => DeadlineTone.Warn,
            _ => left <= 1 ? DeadlineTone.Warn : DeadlineTone.Calm,
        };
        return new(tone, left == 0 ? texts["Deadline.BeforeWork"] : texts["Deadline.Left", left], explanation);
    }

    /// <summary>The words for a clock that stands.</summary>
    public ChipView Paused() => new(DeadlineTone.Paused, texts["Deadline.Paused"], texts["Deadline.PausedExplain"]);

    /// <summary>The words for a clock that was met.</summary>
    /// <param name="due">When the work was due.</param>
    /// <param name="now">The present.</param>
    public ChipView Met(DateTimeOffset due, DateTimeOffset now) => new(DeadlineTone.Done, texts["Deadline.Met"], texts["Deadline.Explain", ChineseTime.Full(due, now)]);

    /// <summary>Why it is mine, by when, as one sentence.</summary>
    /// <param name="reason">Because of which post; null when not recorded.</param>
    /// <param name="due">When it is due; null without a deadline.</param>
    /// <param name="next">What comes after; empty when that is not known.</param>
    /// <param name="now">The present.</param>
    public string Sentence(string? reason, DateTimeOffset? due, string next, DateTimeOffset now)
    {
        var why = string.IsNullOrEmpty(reason) ? texts["Inbox.Because"] : reason.TrimEnd('。', '，');
        var sentence = due is { } at ? texts["Inbox.Sentence", why, ChineseTime.Full(at, now)] : texts["Inbox.SentenceNoDue", why];
        return string.IsNullOrEmpty(next) ? sentence : sentence + texts["Task.Then", next];
    }
}
