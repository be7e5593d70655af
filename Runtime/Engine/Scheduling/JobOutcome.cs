using Platform.Kernel;

namespace Platform.Runtime.Scheduling;

/// <summary>What became of a job. A closed union.</summary>
public abstract record JobOutcome
{
    private JobOutcome()
    {
    }

    /// <summary>It is done and its row can go.</summary>
    public sealed record Done : JobOutcome;

    /// <summary>It is done, and the transaction of its effect has removed the row.</summary>
    public sealed record Consumed : JobOutcome;

    /// <summary>It is worth another attempt after a pause.</summary>
    /// <param name="Problem">Why.</param>
    public sealed record Retry(Problem Problem) : JobOutcome;

    /// <summary>No further attempt can help.</summary>
    /// <param name="Problem">Why.</param>
    public sealed record Fail(Problem Problem) : JobOutcome;
}
