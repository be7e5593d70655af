using Microsoft.Extensions.DependencyInjection;
using Platform.Activities.Books;
using Platform.Activities.Dispatch;
using Platform.Runtime;

namespace Platform.Activities;

/// <summary>Registrations of the governance activities.</summary>
public static class ActivityServices
{
    /// <summary>Adds the activities of this assembly and what they work with.</summary>
    /// <param name="services">Where to add; runtime and governance are added by the host.</param>
    public static IServiceCollection AddGovernanceActivities(this IServiceCollection services)
    {
        services.AddSingleton<Rework>();
        services.AddSingleton<SealedTransfer>();
        return services.AddActivities(ActivitiesAssembly.Value);
    }
}
