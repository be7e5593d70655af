namespace Platform.Runtime.History;

/// <summary>What sort of thing a timeline entry tells of.</summary>
public enum TimelineKind
{
    /// <summary>The matter began, ended, or was ended.</summary>
    Matter,

    /// <summary>A task came, was signed for, done, or was no longer needed.</summary>
    Task,

    /// <summary>The process did something by itself: a decision, an activity, a message.</summary>
    Automatic,

    /// <summary>A clock warned, was stopped, resumed or extended.</summary>
    Deadline,

    /// <summary>The process stood still, or went on after that.</summary>
    Incident,
}
