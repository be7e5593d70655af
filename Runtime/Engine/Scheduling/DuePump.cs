using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Platform.Runtime.Scheduling;

/// <summary>Sleeps until something is due, does it, and sleeps again. Woken by commits of this process, by the clock, and by Quartz.</summary>
/// <param name="work">What is done.</param>
/// <param name="signal">Wakes it.</param>
/// <param name="options">How long it sleeps at most.</param>
/// <param name="clock">The platform's clock.</param>
/// <param name="logger">Where failures are noted.</param>
public sealed partial class DuePump(DueWork work, DueSignal signal, SchedulingOptions options, TimeProvider clock, ILogger<DuePump> logger) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.RunsPump)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await work.DrainAsync(stoppingToken);
                DateTimeOffset latest = clock.GetUtcNow() + options.Poll;
                DateTimeOffset next = await work.NextDueAsync(stoppingToken) ?? latest;

                // What is due but still here is held by another node's lease, or has just failed: do not spin on it.
                DateTimeOffset soonest = clock.GetUtcNow() + TimeSpan.FromMilliseconds(50);
                next = next < soonest ? soonest : next;
                await signal.SleepAsync(next < latest ? next : latest, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                Log.PumpFailed(logger, e);
                await signal.SleepAsync(clock.GetUtcNow() + options.Poll, clock, stoppingToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(3030, LogLevel.Error, "The pump of due work failed; it goes on")]
        internal static partial void PumpFailed(ILogger logger, Exception exception);
    }
}
