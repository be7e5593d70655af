using Microsoft.Extensions.Logging;
using Platform.Kernel;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Scheduling;

/// <summary>Runs one claimed job: find its handler, run it, then remove it, plan the next attempt, or give up.</summary>
public sealed partial class JobExecutor
{
    private readonly Dictionary<string, IJobHandler> handlers;
    private readonly DueStore store;
    private readonly SchedulingOptions options;
    private readonly TimeProvider clock;
    private readonly ILogger<JobExecutor> logger;

    /// <summary>Made by the container.</summary>
    /// <param name="handlers">One per kind.</param>
    /// <param name="store">Keeps the jobs.</param>
    /// <param name="options">Pauses.</param>
    /// <param name="clock">The platform's clock.</param>
    /// <param name="logger">Where broken jobs are noted.</param>
    public JobExecutor(IEnumerable<IJobHandler> handlers, DueStore store, SchedulingOptions options, TimeProvider clock, ILogger<JobExecutor> logger)
    {
        this.handlers = handlers.ToDictionary(h => h.Kind, StringComparer.Ordinal);
        this.store = store;
        this.options = options;
        this.clock = clock;
        this.logger = logger;
    }

    /// <summary>Runs a job that this node has claimed.</summary>
    internal async Task RunAsync(JobRow job, CancellationToken ct)
    {
        JobOutcome outcome = await TryAsync(job, ct);
        switch (outcome)
        {
            case JobOutcome.Consumed:
                break;
            case JobOutcome.Done:
                await store.DeleteJobAsync(job, ct);
                break;
            case JobOutcome.Retry(var problem) when job.Attempts < job.MaxAttempts:
                await store.ReleaseJobAsync(job, JobStatus.Ready, clock.GetUtcNow() + Backoff(job), problem, ct);
                break;
            case JobOutcome.Retry(var problem):
                await GiveUpAsync(job, problem, ct);
                break;
            case JobOutcome.Fail(var problem):
                await GiveUpAsync(job, problem, ct);
                break;
            default:
                throw new InvalidOperationException($"Expected a known outcome, but got {outcome.GetType().Name}.");
        }
    }

    private async Task<JobOutcome> TryAsync(JobRow job, CancellationToken ct)
    {
        if (!handlers.TryGetValue(job.Kind, out IJobHandler? handler))
        {
            return new JobOutcome.Retry(new Problem("job.unknown", $"没有能执行“{job.Kind}”的程序。"));
        }

        try
        {
            return await handler.RunAsync(job, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            Log.JobThrew(logger, job.Kind, job.Id, job.Attempts, e);
            return new JobOutcome.Retry(new Problem("job.threw", "后台工作执行出错，请联系运维人员。"));
        }
    }

    private async Task GiveUpAsync(JobRow job, Problem problem, CancellationToken ct)
    {
        Log.JobFailed(logger, job.Kind, job.Id, job.Attempts, problem.Code);
        if (!handlers.TryGetValue(job.Kind, out IJobHandler? handler) || !await handler.GiveUpAsync(job, problem, ct))
        {
            await store.ReleaseJobAsync(job, JobStatus.Failed, job.DueAt, problem, ct);
        }
    }

    /// <summary>Doubles with every failure.</summary>
    private TimeSpan Backoff(JobRow job)
    {
        double seconds = job.BackoffSeconds * Math.Pow(2, Math.Min(job.Attempts - 1, 30));
        return seconds < options.LongestBackoff.TotalSeconds ? TimeSpan.FromSeconds(seconds) : options.LongestBackoff;
    }

    private static partial class Log
    {
        [LoggerMessage(3001, LogLevel.Error, "Job {Kind} {JobId} threw at attempt {Attempt}")]
        internal static partial void JobThrew(ILogger logger, string kind, Guid jobId, int attempt, Exception exception);

        [LoggerMessage(3002, LogLevel.Warning, "Job {Kind} {JobId} given up after attempt {Attempt}: {Code}")]
        internal static partial void JobFailed(ILogger logger, string kind, Guid jobId, int attempt, string code);
    }
}
