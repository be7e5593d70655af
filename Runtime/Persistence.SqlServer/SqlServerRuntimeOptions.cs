using Platform.Runtime;

namespace Platform.Persistence.SqlServer;

/// <summary>Chooses SQL Server. Its SQL is generated and syntax-checked by the test suite; it was not executed against a server.</summary>
public static class SqlServerRuntimeOptions
{
    /// <summary>Keeps everything in a SQL Server database, which several nodes may share.</summary>
    /// <param name="options">The host's decisions.</param>
    /// <param name="connectionString">Connection string of an existing database.</param>
    public static PlatformRuntimeOptions UseSqlServer(this PlatformRuntimeOptions options, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Database = model => new SqlServerDatabase(connectionString, model);
        return options;
    }
}
