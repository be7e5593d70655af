using Microsoft.AspNetCore.Authorization;
using Platform.Host.Accounts;

namespace Platform.Host.Setup;

/// <summary>Who may open which page or endpoint.</summary>
public static class Authorization
{
    /// <summary>Adds the audiences; whatever names none is for signed-in people.</summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddShanzhiAuthorization(this IServiceCollection services)
    {
        services.AddScoped<IAuthorizationHandler, AudienceHandler>();
        var builder = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireClaim(PersonClaims.Person).Build());
        foreach (var audience in Policies.All)
        {
            builder.AddPolicy(audience, policy => policy.RequireClaim(PersonClaims.Person).AddRequirements(new AudienceRequirement(audience)));
        }
        return services;
    }
}
