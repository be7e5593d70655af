namespace Platform.Runtime.Calendar;

/// <summary>A deadline with its instants: working or calendar time went in, instants come out.</summary>
public sealed record Deadline
{
    /// <summary>Which days count.</summary>
    public required DeadlineKind Kind { get; init; }

    /// <summary>Whether the period was given in days, so that it ends with a day.</summary>
    public required bool InDays { get; init; }

    /// <summary>When the clock started.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>When the period ends; work finished at this instant is in time.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>Calculates a deadline.</summary>
    /// <param name="spec">What the process states.</param>
    /// <param name="start">When the clock starts.</param>
    /// <param name="calendar">The county's calendar.</param>
    public static Deadline Calculate(DeadlineSpec spec, DateTimeOffset start, WorkCalendar calendar) => new()
    {
        Kind = spec.Kind,
        InDays = spec.Time.Unit == TimeUnit.Day,
        Start = start,
        Due = spec.Kind == DeadlineKind.Working ? calendar.AddWorking(start, spec.Time) : calendar.AddCalendar(start, spec.Time),
    };

    /// <summary>
    /// When each level is reached, in rising order. A level that would be reached before the clock starts, or a last-day
    /// warning that would come in the first half of a short period, is left out; so is a weaker level that would come
    /// after a stronger one.
    /// </summary>
    /// <param name="warnings">The levels wanted.</param>
    /// <param name="calendar">The county's calendar.</param>
    public IReadOnlyList<DeadlineWarning> Warnings(IEnumerable<WarningSpec> warnings, WorkCalendar calendar)
    {
        var half = Remaining(0.5, calendar);
        var result = new List<DeadlineWarning>();
        foreach (var warning in warnings.OrderByDescending(w => w.Level))
        {
            var at = warning.Before is { } before ? calendar.Subtract(Due, before) : Remaining(warning.Remaining ?? 0, calendar);
            var tooEarly = warning.Level != WarningLevel.Red && (at <= Start || (warning.Before is not null && at < half));
            if (!tooEarly && (result.Count == 0 || at <= result[^1].At))
            {
                result.Add(new DeadlineWarning(warning.Level, at, warning.Notify));
            }
        }

        result.Reverse();
        return result;
    }

    /// <summary>When a line of supervision is called on.</summary>
    public DateTimeOffset EscalationAt(EscalationSpec escalation, WorkCalendar calendar) =>
        escalation.After.Amount == 0 ? Due : calendar.AddWorking(Due, escalation.After);

    /// <summary>The deadline after a pause: what was left when the clock stopped is left again when it runs on.</summary>
    /// <param name="paused">When the clock stopped.</param>
    /// <param name="resumed">When it runs on, not earlier than <paramref name="paused"/>.</param>
    /// <param name="calendar">The county's calendar.</param>
    /// <remarks>A period in days ends with a day again, which never shortens it. An overdue clock gains nothing.</remarks>
    public Deadline AfterPause(DateTimeOffset paused, DateTimeOffset resumed, WorkCalendar calendar)
    {
        if (paused >= Due || resumed <= paused)
        {
            return this;
        }

        var due = Kind == DeadlineKind.Working
            ? calendar.AddWorking(resumed, calendar.WorkingBetween(paused, Due))
            : resumed + (Due - paused);
        if (InDays)
        {
            var day = calendar.DateOf(due);
            var end = calendar.EndOf(day);
            due = end >= due ? end : calendar.EndOf(day.AddDays(1));
            due = calendar.Rules.RollOverDaysOff || Kind == DeadlineKind.Working ? RollOver(due, calendar) : due;
        }

        return this with { Due = due };
    }

    /// <summary>The instant at which a share of the period is left.</summary>
    private DateTimeOffset Remaining(double share, WorkCalendar calendar)
    {
        if (share <= 0)
        {
            return Due;
        }

        var total = Kind == DeadlineKind.Working ? calendar.WorkingBetween(Start, Due) : Due - Start;
        var left = TimeSpan.FromSeconds(Math.Floor(total.TotalSeconds * Math.Min(share, 1)));
        return Kind == DeadlineKind.Working ? calendar.Subtract(Due, left) : Due - left;
    }

    private static DateTimeOffset RollOver(DateTimeOffset due, WorkCalendar calendar)
    {
        // Midnight belongs to the day it ends.
        var day = calendar.DateOf(calendar.Rules.EndWithOfficeHours ? due : due.AddTicks(-1));
        return calendar.IsWorkingDay(day) ? due : calendar.EndOf(calendar.NextWorkingDay(day));
    }
}
