using Microsoft.Extensions.Logging;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Scheduling;

/// <summary>Does what is due now: deadlines, timers, jobs, batch by batch. The pump calls it; scenarios and tests drain it.</summary>
public sealed partial class DueWork
{
    private readonly DueStore store;
    private readonly IDueDeadlineHandler deadlines;
    private readonly DueClaims claims;
    private readonly TimeProvider clock;
    private readonly ILogger<DueWork> logger;

    /// <summary>Made by the container.</summary>
    /// <param name="store">Claims what is due.</param>
    /// <param name="deadlines">Knows what deadlines order.</param>
    /// <param name="claims">Runs claimed timers and jobs.</param>
    /// <param name="clock">The platform's clock.</param>
    /// <param name="logger">Where failures are noted.</param>
    public DueWork(DueStore store, IDueDeadlineHandler deadlines, DueClaims claims, TimeProvider clock, ILogger<DueWork> logger)
    {
        this.store = store;
        this.deadlines = deadlines;
        this.claims = claims;
        this.clock = clock;
        this.logger = logger;
    }

    /// <summary>Does everything that is due at this instant, and what becomes due at once by doing it.</summary>
    /// <param name="ct">Gives up between two batches.</param>
    /// <returns>How many pieces of work were done.</returns>
    public async Task<int> DrainAsync(CancellationToken ct)
    {
        int all = 0;
        for (int done = 1; done > 0;)
        {
            done = await RunBatchAsync(ct);
            all += done;
        }

        return all;
    }

    /// <summary>The earliest instant at which something is planned; null when nothing is.</summary>
    /// <param name="ct">Gives up.</param>
    public Task<DateTimeOffset?> NextDueAsync(CancellationToken ct) => store.NextDueAsync(ct);

    /// <summary>One batch of each kind. One kind's failure must not keep the others from their time.</summary>
    internal async Task<int> RunBatchAsync(CancellationToken ct)
    {
        int done = await GuardAsync(() => store.HandleDeadlinesAsync(clock.GetUtcNow(), (due, db, token) => deadlines.HandleAsync(due, clock.GetUtcNow(), db, token), ct), ct);
        done += await GuardAsync(() => claims.RunTimersAsync(ct), ct);
        return done + await GuardAsync(() => claims.RunJobsAsync(ct), ct);
    }

    private async Task<int> GuardAsync(Func<Task<int>> work, CancellationToken ct)
    {
        try
        {
            return await work();
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            Log.BatchFailed(logger, e);
            return 0;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3010, LogLevel.Error, "A batch of due work failed; it comes back")]
        internal static partial void BatchFailed(ILogger logger, Exception exception);
    }
}
