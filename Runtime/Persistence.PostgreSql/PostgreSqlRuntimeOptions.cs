using Platform.Runtime;
using Quartz;

namespace Platform.Persistence.PostgreSql;

/// <summary>Chooses PostgreSQL.</summary>
public static class PostgreSqlRuntimeOptions
{
    /// <summary>Keeps everything in a PostgreSQL database, which several nodes may share.</summary>
    /// <param name="options">The host's decisions.</param>
    /// <param name="connectionString">Npgsql connection string of an existing database.</param>
    public static PlatformRuntimeOptions UsePostgreSql(this PlatformRuntimeOptions options, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Database = model => new PostgreSqlDatabase(connectionString, model);
        options.RecurringStore = quartz => quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(connectionString);
            store.UseSystemTextJsonSerializer();
            store.ProvisionSchema();
            store.UseClustering();
        });
        return options;
    }
}
