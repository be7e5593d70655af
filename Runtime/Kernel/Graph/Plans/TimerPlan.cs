using Platform.Decisions.Feel;

namespace Platform.Kernel.Graph;

/// <summary>When a timer event is due, compiled.</summary>
public sealed record TimerPlan
{
    /// <summary>Which kind of timer.</summary>
    public required TimerKind Kind { get; init; }

    /// <summary>ISO 8601 or cron text, or the expression that gives it.</summary>
    public required FeelText Text { get; init; }

    /// <summary>The schedule with these variables, or why there is none.</summary>
    /// <param name="scope">Variables.</param>
    /// <param name="options">How to evaluate; its now is the step's.</param>
    /// <param name="localOffset">Offset of times that name none.</param>
    public Result<TimerSchedule> Schedule(IFeelScope scope, FeelOptions options, TimeSpan localOffset)
    {
        var value = Text.Evaluate(scope, options);
        // A temporal value of FEEL writes itself as @"…" with the ISO text inside.
        string text = value is FeelString plain ? plain.Value : value.ToString().Trim('@', '"');
        var schedule = TimerSchedule.Parse(KindOf(value), text, localOffset);
        return schedule is null
            ? new Problem("bpmn.bad-timer", $"定时设置“{Text.Text}”得到“{text}”，不是有效的时间。")
            : schedule;
    }

    // A duration expression that yields a date is a date, as in the other engines.
    private TimerKind KindOf(FeelValue value) => value is FeelDateTime or FeelDate ? TimerKind.Date : Kind;
}
