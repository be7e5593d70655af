namespace Platform.Runtime.Calendar;

/// <summary>The unit in which a deadline is given.</summary>
public enum TimeUnit
{
    /// <summary>Minutes.</summary>
    Minute,

    /// <summary>Hours.</summary>
    Hour,

    /// <summary>Whole days; the first day is not counted.</summary>
    Day,
}
