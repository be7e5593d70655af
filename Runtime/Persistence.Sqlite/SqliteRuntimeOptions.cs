using Platform.Runtime;

namespace Platform.Persistence.Sqlite;

/// <summary>Chooses SQLite.</summary>
public static class SqliteRuntimeOptions
{
    /// <summary>Keeps everything in one SQLite file: nothing to install, one process at a time.</summary>
    /// <param name="options">The host's decisions.</param>
    /// <param name="path">Path of the file; created when it is not there, its folder too.</param>
    public static PlatformRuntimeOptions UseSqlite(this PlatformRuntimeOptions options, string path)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Database = model => new SqliteDatabase(path, model);
        return options;
    }

    /// <summary>Keeps everything in one SQLite file that is thrown away with the process: nothing waits for the disk, and a crash loses it.</summary>
    /// <param name="options">The host's decisions.</param>
    /// <param name="path">Path of the file; created when it is not there, its folder too.</param>
    public static PlatformRuntimeOptions UseScratchSqlite(this PlatformRuntimeOptions options, string path)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Database = model => new SqliteDatabase(path, model, isScratch: true);
        return options;
    }
}
