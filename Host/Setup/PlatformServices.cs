using Platform.Activities;
using Platform.Governance;
using Platform.Governance.Rehearsals;
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
        services.AddPlatformGovernance(options =>
        {
            options.SealKey = configuration["Seal:Key"] is { Length: > 0 } key
                ? new SealKey(Convert.FromBase64String(key))
                : SealKey.FromFile(Path.Combine(dataDirectory, "keys", "seal.key"));
            options.ContactPhone = configuration["County:Phone"] ?? "";
        });
        services.AddGovernanceActivities();
        return services.AddRehearsals();
    }

    /// <summary>Adds how a rehearsal puts the same platform together, on a database of its own.</summary>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddRehearsals(this IServiceCollection services) => services.AddSingleton(new RehearsalPlatform(Rehearse));

    // Rehearsals seal with a key of their own: nothing of theirs can be read later, by design.
    private static void Rehearse(IServiceCollection services, string path)
    {
        services.AddPlatformRuntime(options => options.UseScratchSqlite(path));
        services.AddPlatformGovernance(options => options.SealKey = SealKey.New());
        services.AddGovernanceActivities();
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
