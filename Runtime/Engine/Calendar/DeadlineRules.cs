namespace Platform.Runtime.Calendar;

/// <summary>How a county counts days. The defaults follow the Civil Code, articles 201 to 203.</summary>
public sealed record DeadlineRules
{
    /// <summary>The rules of the Civil Code: first day not counted, last day rolls over holidays, ends with office hours.</summary>
    public static DeadlineRules Statutory { get; } = new();

    /// <summary>Whether the day on which the clock starts is the first day counted.</summary>
    public bool CountFirstDay { get; init; }

    /// <summary>Whether a period in calendar days that would end on a day off ends on the next working day.</summary>
    public bool RollOverDaysOff { get; init; } = true;

    /// <summary>Whether a period in days ends with office hours; otherwise at midnight of its last day.</summary>
    public bool EndWithOfficeHours { get; init; } = true;
}
