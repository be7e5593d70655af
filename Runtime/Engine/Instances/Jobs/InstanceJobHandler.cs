using Platform.Kernel;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;

namespace Platform.Runtime.Instances.Jobs;

/// <summary>Jobs between instances, by kind.</summary>
/// <param name="kind">Kind of the jobs.</param>
/// <param name="run">What one of them does.</param>
internal sealed class InstanceJobHandler(string kind, Func<JobRow, CancellationToken, Task<JobOutcome>> run) : IJobHandler
{
    public string Kind => kind;

    public Task<JobOutcome> RunAsync(JobRow job, CancellationToken ct) => run(job, ct);

    /// <summary>Nobody waits for it in a way that could be told: it stays on the list of failed jobs.</summary>
    public Task<bool> GiveUpAsync(JobRow job, Problem problem, CancellationToken ct) => Task.FromResult(false);
}
