using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Runtime.Instances.Jobs;
using Platform.Runtime.Instances.Steps;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;

namespace Platform.Runtime.Instances;

/// <summary>Registrations of instances and of the work that is due for them.</summary>
public static class InstanceServices
{
    /// <summary>Adds the runner, its services, and the pump. A <see cref="SchedulingOptions"/> added before is kept.</summary>
    /// <param name="services">Where to add.</param>
    public static IServiceCollection AddPlatformInstances(this IServiceCollection services)
    {
        services.TryAddSingleton(new SchedulingOptions());
        services.AddSingleton<DueSignal>();
        services.AddSingleton<InstanceStore>();
        services.AddSingleton<DueStore>();
        services.AddSingleton<StepWriter>();
        services.AddSingleton<InstanceRunner>();
        services.AddSingleton<MessageRouter>();
        services.AddSingleton<IncidentService>();
        services.AddSingleton<InstanceService>();
        services.AddSingleton<InstanceOperations>();
        services.AddSingleton<InstanceRest>();
        services.AddSingleton<InstanceLinks>();
        services.AddSingleton<IDueTimerHandler, DueTimers>();
        services.AddSingleton<IJobHandler, ActivityJobHandler>();
        foreach (string kind in InstanceJobs.Kinds)
        {
            services.AddSingleton<IJobHandler>(provider => provider.GetRequiredService<InstanceLinks>().Handlers.Single(h => h.Kind == kind));
        }

        services.AddSingleton<JobExecutor>();
        services.AddSingleton(provider => new ClaimSettings(
            provider.GetRequiredService<PlatformRuntimeOptions>().NodeName,
            provider.GetRequiredService<SchedulingOptions>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<DueClaims>();
        services.AddSingleton<DueWork>();
        services.AddHostedService<DuePump>();
        services.AddSingleton<IRecurringWork, PumpWaker>();
        services.AddHostedService<RecurringScheduler>();
        return services;
    }
}
