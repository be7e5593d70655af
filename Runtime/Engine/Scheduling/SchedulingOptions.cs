namespace Platform.Runtime.Scheduling;

/// <summary>How patiently and how widely due work is done.</summary>
public sealed record SchedulingOptions
{
    /// <summary>How long a node may hold what it has claimed before another one takes it over. Default: one minute.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the pump sleeps at most; what other nodes write is found by then. Default: five seconds.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many timers and jobs run side by side. Default: eight.</summary>
    public int Parallel { get; init; } = 8;

    /// <summary>Longest pause between two attempts of a job. Default: six hours.</summary>
    public TimeSpan LongestBackoff { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Whether this host does due work by itself. Off where a test, a scenario or a year run drains it. Default: on.</summary>
    public bool RunsPump { get; init; } = true;

    /// <summary>Whether this host runs recurring work. Off where time is virtual. Default: on.</summary>
    public bool RunsRecurring { get; init; } = true;
}
