using Microsoft.Extensions.Logging;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Scheduling;

/// <summary>Runs claimed timers and jobs side by side. What fails keeps its lease and comes back when that ends.</summary>
/// <param name="store">Claims what is due.</param>
/// <param name="timers">Fires timers.</param>
/// <param name="jobs">Runs jobs.</param>
/// <param name="settings">Node, lease and width.</param>
/// <param name="logger">Where failures are noted.</param>
public sealed partial class DueClaims(DueStore store, IDueTimerHandler timers, JobExecutor jobs, ClaimSettings settings, ILogger<DueClaims> logger)
{
    internal async Task<int> RunTimersAsync(CancellationToken ct)
    {
        List<TimerRow> due = await store.ClaimTimersAsync(settings.Node, settings.Clock.GetUtcNow(), settings.Options.Lease, ct);
        await RunAsync(due, timers.HandleAsync, ct);
        return due.Count;
    }

    internal async Task<int> RunJobsAsync(CancellationToken ct)
    {
        List<JobRow> due = await store.ClaimJobsAsync(settings.Node, settings.Clock.GetUtcNow(), settings.Options.Lease, ct);
        await RunAsync(due, jobs.RunAsync, ct);
        return due.Count;
    }

    private async Task RunAsync<T>(List<T> due, Func<T, CancellationToken, Task> run, CancellationToken ct)
    {
        if (due.Count == 0)
        {
            return;
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Options.Parallel, CancellationToken = ct };
        await Parallel.ForEachAsync(due, options, async (item, token) =>
        {
            try
            {
                await run(item, token);
            }
            catch (OperationCanceledException) when (token.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception e)
            {
                Log.WorkFailed(logger, typeof(T).Name, e);
            }
        });
    }

    private static partial class Log
    {
        [LoggerMessage(3020, LogLevel.Error, "Due work of kind {Kind} failed; it comes back when its lease ends")]
        internal static partial void WorkFailed(ILogger logger, string kind, Exception exception);
    }
}
