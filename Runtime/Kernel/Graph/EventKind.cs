namespace Platform.Kernel.Graph;

/// <summary>What an event catches or throws.</summary>
public enum EventKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A message.</summary>
    Message,

    /// <summary>A point in time.</summary>
    Timer,

    /// <summary>A signal.</summary>
    Signal,

    /// <summary>An error.</summary>
    Error,

    /// <summary>An escalation.</summary>
    Escalation,

    /// <summary>A condition over variables.</summary>
    Conditional,

    /// <summary>A link to another place of the same level.</summary>
    Link,

    /// <summary>Compensation.</summary>
    Compensation,

    /// <summary>Cancellation of a transaction.</summary>
    Cancel,

    /// <summary>Termination of the level.</summary>
    Terminate,
}
