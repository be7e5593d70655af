namespace Platform.Host.Components;

/// <summary>How urgent a deadline looks. Words always say the same as the colour.</summary>
public enum DeadlineTone
{
    /// <summary>Enough time.</summary>
    Calm,

    /// <summary>A reminder or a yellow card.</summary>
    Warn,

    /// <summary>Due on this or the next working day.</summary>
    Alert,

    /// <summary>Overdue.</summary>
    Danger,

    /// <summary>The clock stands.</summary>
    Paused,

    /// <summary>The work was done.</summary>
    Done,
}
