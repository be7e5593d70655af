using Platform.Runtime.Persistence;

namespace Platform.Host.Setup;

/// <summary>What happens to the database before the first request.</summary>
public static class DatabasePreparation
{
    /// <summary>Brings the database to the newest version, creating it when it is not there.</summary>
    /// <param name="app">The built application.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task PrepareDatabaseAsync(this WebApplication app, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(app);
        await app.Services.GetRequiredService<PlatformDatabase>().MigrateAsync(ct);
    }
}
