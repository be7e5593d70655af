namespace Platform.Runtime.Calendar;

/// <summary>Which days a deadline counts.</summary>
public enum DeadlineKind
{
    /// <summary>Working days and office hours (工作日).</summary>
    Working,

    /// <summary>Calendar days, nights included (自然日).</summary>
    Calendar,
}
