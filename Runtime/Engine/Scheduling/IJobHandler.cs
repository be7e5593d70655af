using Platform.Kernel;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Scheduling;

/// <summary>Runs the jobs of one kind.</summary>
/// <remarks>
/// A job runs at least once: after a crash, or when it takes longer than its lease, it runs again. An implementer must make its
/// effect depend on the job's id (a command id, an idempotency key) and must not keep the row.
/// </remarks>
public interface IJobHandler
{
    /// <summary>Kind of the jobs; one handler per kind.</summary>
    string Kind { get; }

    /// <summary>Runs a job.</summary>
    /// <param name="job">The job, leased by this node.</param>
    /// <param name="ct">The node stops.</param>
    /// <returns>What became of it. An exception counts as <see cref="JobOutcome.Retry"/>.</returns>
    Task<JobOutcome> RunAsync(JobRow job, CancellationToken ct);

    /// <summary>The job failed for the last time: tells whoever waits for it.</summary>
    /// <param name="job">The job.</param>
    /// <param name="problem">The last failure.</param>
    /// <param name="ct">The node stops.</param>
    /// <returns>Whether the row was taken care of; otherwise it is kept as failed.</returns>
    Task<bool> GiveUpAsync(JobRow job, Problem problem, CancellationToken ct);
}
