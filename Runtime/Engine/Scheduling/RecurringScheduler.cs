using Microsoft.Extensions.Hosting;
using Quartz;

namespace Platform.Runtime.Scheduling;

/// <summary>Runs recurring work through Quartz by the platform's clock: in memory for one process, clustered in the database on PostgreSQL.</summary>
/// <param name="works">All recurring work.</param>
/// <param name="runtime">Says where Quartz keeps its times.</param>
/// <param name="options">Whether this host does recurring work.</param>
/// <param name="clock">The platform's clock.</param>
public sealed class RecurringScheduler(IEnumerable<IRecurringWork> works, PlatformRuntimeOptions runtime, SchedulingOptions options, TimeProvider clock) : IHostedService
{
    private static readonly TimeZoneInfo China = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private IScheduler? scheduler;

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.RunsRecurring)
        {
            return;
        }

        scheduler = await QuartzSchedulerBuilder.Create(Configure).BuildScheduler(cancellationToken);
        await scheduler.Start(cancellationToken);
    }

    /// <inheritdoc />
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (scheduler is not null)
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
        }
    }

    private void Configure(IQuartzBuilder quartz)
    {
        quartz.UseTimeProvider(clock);

        // A node that joins a cluster states the times again: what another node has just done must not come round once more.
        quartz.ConfigureOptions<QuartzOptions>(options => options.Scheduling.ScheduleTriggerRelativeToReplacedTrigger = true);
        runtime.RecurringStore(quartz);
        foreach (IRecurringWork work in works)
        {
            quartz.ScheduleJob(
                work.Name,
                (Func<CancellationToken, Task>)work.RunAsync,
                trigger => trigger.WithIdentity(work.Name).WithCronSchedule(work.Cron, cron => cron.InTimeZone(China)));
        }
    }
}
