namespace Platform.Runtime.Calendar;

/// <summary>An unbroken stretch of working time within one day.</summary>
/// <param name="Start">Local time at which work begins.</param>
/// <param name="End">Local time at which it ends; later than <paramref name="Start"/>.</param>
public sealed record WorkSession(TimeOnly Start, TimeOnly End);
