using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Platform.Runtime.Persistence;

/// <summary>Registrations of the persistence floor.</summary>
public static class PersistenceServices
{
    /// <summary>Adds the database that the options choose, with all <see cref="IModelPart"/> services as parts of the model.</summary>
    /// <param name="services">Where to add.</param>
    /// <param name="options">The host's decisions.</param>
    /// <exception cref="InvalidOperationException">No database was chosen.</exception>
    public static IServiceCollection AddPlatformPersistence(this IServiceCollection services, PlatformRuntimeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Func<PlatformModel, PlatformDatabase> database = options.Database
            ?? throw new InvalidOperationException("Expected a database, but none was chosen: call UseSqlite, UsePostgreSql or UseSqlServer on the options.");
        services.AddSingleton(provider => new PlatformModel(provider.GetServices<IModelPart>()));
        services.AddSingleton(provider => database(provider.GetRequiredService<PlatformModel>()));
        services.AddSingleton<IDbContextFactory<PlatformDb>>(provider => provider.GetRequiredService<PlatformDatabase>());
        return services;
    }
}
