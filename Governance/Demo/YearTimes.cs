using Platform.Governance.Rows;
using Platform.Runtime.Calendar;

namespace Platform.Governance.Demo;

/// <summary>When the people of the synthetic year get round to their tasks.</summary>
internal sealed class YearTimes(WorkCalendar calendar)
{
    /// <summary>When somebody gets round to a task that is open since an instant; null when none is open.</summary>
    public DateTimeOffset Next(string? elementId, DateTimeOffset since) => elementId switch
    {
        "register" or "notice" or "dispatch" => Office(since.AddMinutes(40)),
        "review" => calendar.AddWorking(since, TimeSpan.FromHours(4)),
        "sign" or "rule-objection" or "sign-off" or "check" => Office(since.AddHours(3)),
        "co-handle" => calendar.AddWorking(since, TimeSpan.FromHours(20)),
        "reply" => calendar.AddWorking(since, TimeSpan.FromHours(3)),
        "feedback" or "study" or null => Office(since.AddHours(4)),
        "gatekeep" or "adjudicate" => calendar.AddWorking(since, TimeSpan.FromHours(9)),
        "discipline-result" => Office(since.AddDays(60)),
        _ => calendar.AddWorking(since, TimeSpan.FromHours(12)),
    };

    /// <summary>The instant itself in office hours, else the beginning of the next office hours.</summary>
    public DateTimeOffset Office(DateTimeOffset instant)
    {
        if (calendar.IsWorkingTime(instant))
        {
            return instant;
        }

        return calendar.AddWorking(instant, TimeSpan.FromMinutes(30));
    }

    /// <summary>When the same person comes in again: four days later, or before the year is over.</summary>
    public DateTimeOffset Repeat(DateTimeOffset arrived)
    {
        var later = Office(arrived.AddDays(4));
        return calendar.DateOf(later).Year == calendar.DateOf(arrived).Year ? later : arrived.AddMinutes(20);
    }

    /// <summary>When the unit reports: within its pace, or so many working days late that the line is reached.</summary>
    public DateTimeOffset Report(YearState state, CaseRow row, DateTimeOffset since)
    {
        if (row.ReworkCount > 0)
        {
            return calendar.AddWorking(since, TimeSpan.FromHours(14));
        }

        if (row.PromiseDueAt is not { } due || row.AcceptedAt is not { } accepted)
        {
            return Office(since.AddHours(4));
        }

        var late = state.Plan.LateLine switch { 1 => 2, 2 => 8, 3 => 14, _ => 0 };
        var planned = late > 0
            ? calendar.AddWorking(due, WorkingTime.Days(late)).AddHours(-3)
            : accepted + ((row.OriginalPromiseDueAt ?? due) - accepted) * (state.Plan.Pace / 100.0);
        return Office(planned < since ? since.AddHours(4) : planned);
    }
}
