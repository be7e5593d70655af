using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Platform.Runtime.Access;
using Platform.Runtime.Activities;
using Platform.Runtime.Calendar;
using Platform.Runtime.Deadlines;
using Platform.Runtime.Definitions;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Definitions.Packages;
using Platform.Runtime.Definitions.Rules;
using Platform.Runtime.Definitions.Versions;
using Platform.Runtime.History;
using Platform.Runtime.Instances;
using Platform.Runtime.Instances.Starting;
using Platform.Runtime.Notifications;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;
using Platform.Runtime.Tasks;

namespace Platform.Runtime;

/// <summary>All registrations of the runtime.</summary>
public static class RuntimeServices
{
    /// <summary>Adds the runtime: everything is a singleton, safe for use by many threads.</summary>
    /// <param name="services">Where to add. A <see cref="TimeProvider"/> or <see cref="AccessOptions"/> added before is kept.</param>
    /// <param name="configure">Chooses the database and the rest of the options.</param>
    /// <exception cref="InvalidOperationException">No database was chosen.</exception>
    public static IServiceCollection AddPlatformRuntime(this IServiceCollection services, Action<PlatformRuntimeOptions> configure)
    {
        var options = new PlatformRuntimeOptions();
        configure(options);
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new AccessOptions());
        services.AddLogging();
        services.AddPlatformPersistence(options);
        services.AddPlatformInstances();

        services.AddSingleton<OrgCache>();
        services.AddSingleton<CalendarCache>();
        services.AddSingleton<Viewers>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton(provider => new ActivityCatalog(provider.GetServices<Activity>));
        services.AddSingleton<IActivityRunner, ActivityRunner>();
        services.AddSingleton<GraphCache>();
        services.AddSingleton<DefinitionService>();
        services.AddSingleton<DefinitionQuery>();
        services.AddSingleton<DecisionVersions>();
        services.AddSingleton<DecisionQuery>();
        services.AddSingleton<OperationsQuery>();
        services.AddSingleton<DraftFiles>();
        services.AddSingleton<DraftPackages>();
        services.AddSingleton<DraftService>();
        services.AddSingleton<PublishPolicy>();
        services.AddSingleton<VersionQuery>();
        services.AddSingleton<VersionService>();
        services.AddSingleton<PublishRequests>();
        services.AddSingleton<DecisionDraftService>();
        services.AddSingleton<IDueDeadlineHandler, DueDeadlines>();
        services.AddSingleton<DeadlineService>();
        services.AddSingleton<NotificationService>();
        services.AddSingleton<ITaskPlanner, TaskPlanner>();
        services.AddSingleton<TaskFormData>();
        services.AddSingleton<StepNotices>();
        services.AddSingleton<TaskCompleter>();
        services.AddSingleton<TaskClaims>();
        services.AddSingleton<TaskService>();
        services.AddSingleton<TaskReading>();
        services.AddSingleton<TaskDetails>();
        services.AddSingleton<InboxDecoration>();
        services.AddSingleton<TaskQuery>();
        services.AddSingleton<RecordedWork>();
        services.AddSingleton(provider =>
        {
            var formData = provider.GetRequiredService<TaskFormData>();
            return new TaskContents(task => formData.Read(task).Opinion);
        });
        services.AddSingleton<ProcessStarts>();
        services.AddSingleton<Matters>();
        services.AddSingleton<MatterForms>();
        services.AddSingleton<Timeline>();
        services.AddSingleton<HistoryCheck>();
        services.AddSingleton<DiagramQuery>();
        services.AddSingleton<RunningQuery>();
        return services;
    }

    /// <summary>Adds the activities of an assembly to the catalogue.</summary>
    /// <param name="services">Where to add.</param>
    /// <param name="assembly">Ours, or a county's own.</param>
    public static IServiceCollection AddActivities(this IServiceCollection services, Assembly assembly)
    {
        foreach (var type in ActivityCatalog.TypesIn(assembly))
        {
            services.AddSingleton(typeof(Activity), type);
        }

        return services;
    }
}
