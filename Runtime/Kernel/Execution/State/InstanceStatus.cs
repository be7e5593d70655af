namespace Platform.Kernel.Execution;

/// <summary>Life of an instance. Numbers are stored; never renumber.</summary>
public enum InstanceStatus
{
    /// <summary>Has at least one token.</summary>
    Running = 0,

    /// <summary>Every token reached an end.</summary>
    Completed = 1,

    /// <summary>Called back by who started it.</summary>
    Cancelled = 2,

    /// <summary>Ended by order, or by an error that nothing caught.</summary>
    Terminated = 3,
}
