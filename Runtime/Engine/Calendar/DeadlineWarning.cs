namespace Platform.Runtime.Calendar;

/// <summary>The instant at which a deadline reaches a level.</summary>
/// <param name="Level">The level.</param>
/// <param name="At">When it is reached.</param>
/// <param name="Notify">Whom to notify beside the holders of the task; null for nobody else.</param>
public sealed record DeadlineWarning(WarningLevel Level, DateTimeOffset At, string? Notify);
