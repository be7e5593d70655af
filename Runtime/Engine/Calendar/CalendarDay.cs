namespace Platform.Runtime.Calendar;

/// <summary>A day that differs from the week: a holiday, a make-up working day (调休), or a day on which the county is closed.</summary>
/// <param name="Date">The local date.</param>
/// <param name="IsWorking">True for a make-up working day, false for a day off.</param>
/// <param name="Name">What officials call the day, for example 春节.</param>
public sealed record CalendarDay(DateOnly Date, bool IsWorking, string Name);
