using Platform.Decisions.Feel;
using Platform.Runtime.Calendar;

namespace Platform.Governance.Cases;

/// <summary>The two clocks of a case: what the county promises and what the law allows. Both start when the case is accepted.</summary>
public sealed record CaseClock
{
    /// <summary>Promised date.</summary>
    public required DateTimeOffset PromiseDue { get; init; }

    /// <summary>Legal date; null where the law sets none.</summary>
    public DateTimeOffset? LegalDue { get; init; }

    /// <summary>When supervision looks for the first time: the end of the last working day before the promised date.</summary>
    public required DateTimeOffset SuperviseAt { get; init; }

    /// <summary>Sets the clocks by the decision table.</summary>
    /// <param name="limits">Result of 办理时限: promiseDays, promiseKind, legalDays.</param>
    /// <param name="accepted">When the case was accepted.</param>
    /// <param name="calendar">The county's calendar.</param>
    /// <returns>The clocks; null when the table gave no promise.</returns>
    public static CaseClock? Set(FeelValue limits, DateTimeOffset accepted, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (limits is not FeelContext context || Days(context, "promiseDays") is not { } promised)
        {
            return null;
        }

        var working = context.TryGet("promiseKind", out var kind) && kind is FeelString { Value: "working" };
        var due = working ? calendar.AddWorking(accepted, WorkingTime.Days(promised)) : calendar.AddCalendar(accepted, WorkingTime.Days(promised));
        return new CaseClock
        {
            PromiseDue = due,
            LegalDue = Days(context, "legalDays") is { } legal ? calendar.AddCalendar(accepted, WorkingTime.Days(legal)) : null,
            SuperviseAt = DayBefore(due, calendar),
        };
    }

    /// <summary>The end of the last working day before a date; when supervision looks.</summary>
    /// <param name="due">The date.</param>
    /// <param name="calendar">The county's calendar.</param>
    public static DateTimeOffset DayBefore(DateTimeOffset due, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.Subtract(due, WorkingTime.Days(1));
    }

    private static int? Days(FeelContext context, string name) =>
        context.TryGet(name, out var value) && value is FeelNumber number && number.TryToInt64(out var days) && days is > 0 and < 10_000 ? (int)days : null;
}
