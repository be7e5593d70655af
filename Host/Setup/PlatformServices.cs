using Platform.Activities;
using Platform.Governance;
using Platform.Governance.Sealing;
using Platform.Persistence.PostgreSql;
using Platform.Persistence.Sqlite;
using Platform.Persistence.SqlServer;
using Platform.Runtime;
using Platform.Runtime.Scheduling;

namespace Platform.Host.Setup;

/// <summary>The runtime, the domain and its activities, on the database that the settings name.</summary>
public static class PlatformServices
{
    /// <summary>Adds runtime, governance and activities.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configuration">
    /// <c>Database:Provider</c> is <c>sqlite</c> (default), <c>postgres</c> or <c>sqlserver</c>; the latter two need
    /// <c>Database:ConnectionString</c>, the first takes <c>Database:Path</c>. <c>Seal:Key</c> is the key of sealed texts
    /// (base64); without it one is made and kept beside the embedded database.
    /// </param>
    /// <param name="dataDirectory">Where an embedded database lies when no path is set.</param>
    /// <exception cref="InvalidOperationException">The settings name no known provider or lack the connection string.</exception>
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration, string dataDirectory)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var clock = new PlatformClock(TimeProvider.System);
        services.AddSingleton(clock);
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<ClockService>();
        services.AddPlatformRuntime(options => ChooseDatabase(options, configuration, dataDirectory));
        services.AddPlatformGovernance(options => options.SealKey = configuration["Seal:Key"] is { Length: > 0 } key
            ? new SealKey(Convert.FromBase64String(key))
            : SealKey.FromFile(Path.Combine(dataDirectory, "keys", "seal.key")));
        services.AddGovernanceActivities();
        return services;
    }

    private static void ChooseDatabase(PlatformRuntimeOptions options, IConfiguration configuration, string dataDirectory)
    {
        switch (configuration["Database:Provider"] ?? "sqlite")
        {
            case "sqlite":
                options.UseSqlite(configuration["Database:Path"] ?? Path.Combine(dataDirectory, "shanzhi.db"));
                break;
            case "postgres":
                options.UsePostgreSql(ConnectionString(configuration));
                break;
            case "sqlserver":
                options.UseSqlServer(ConnectionString(configuration));
                break;
            case var other:
                throw new InvalidOperationException($"Expected Database:Provider to be sqlite, postgres or sqlserver, but it is {other}.");
        }
    }

    private static string ConnectionString(IConfiguration configuration) =>
        configuration["Database:ConnectionString"]
        ?? throw new InvalidOperationException("Expected Database:ConnectionString for a database server, but it is not set.");
}
