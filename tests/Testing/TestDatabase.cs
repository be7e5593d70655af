using Npgsql;
using Platform.Persistence.PostgreSql;
using Platform.Persistence.Sqlite;
using Platform.Runtime.Persistence;
using Xunit;

namespace Platform.Testing;

/// <summary>A migrated, empty database for one test, copied from a template that is made once per run.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly Lazy<PostgreSqlServer> Server = new(() => PostgreSqlServer.Start(isDurable: false));
    private static readonly Dictionary<(DatabaseKind Kind, string Parts), string> Templates = [];
    private static readonly SemaphoreSlim OneTemplateAtATime = new(1);

    private readonly PlatformModel model;
    private readonly List<PlatformDatabase> opened = [];

    private TestDatabase(DatabaseKind kind, string location, PlatformModel model)
    {
        Kind = kind;
        Location = location;
        this.model = model;
        Database = Open();
    }

    /// <summary>The kinds on which a store test must hold. Without PostgreSQL on the machine only SQLite, unless CI demands all.</summary>
    public static TheoryData<DatabaseKind> Kinds => PostgreSqlServer.IsAvailable || Environment.GetEnvironmentVariable("CI") == "true"
        ? [DatabaseKind.Sqlite, DatabaseKind.PostgreSql]
        : [DatabaseKind.Sqlite];

    /// <summary>Which kind it is.</summary>
    public DatabaseKind Kind { get; }

    /// <summary>Path of the file, or connection string.</summary>
    public string Location { get; }

    /// <summary>The database.</summary>
    public PlatformDatabase Database { get; private set; }

    /// <summary>Makes a database.</summary>
    /// <param name="kind">On what.</param>
    /// <param name="parts">Parts beside the runtime's own.</param>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, params IModelPart[] parts)
    {
        var model = new PlatformModel(parts);
        string key = string.Join('|', parts.Select(p => p.GetType().FullName));
        string template = await TemplateAsync(kind, key, model);
        if (kind == DatabaseKind.Sqlite)
        {
            string path = NewPath();
            File.Copy(template, path);
            return new TestDatabase(kind, path, model);
        }

        return new TestDatabase(kind, await Server.Value.CreateDatabaseAsync(new NpgsqlConnectionStringBuilder(template).Database), model);
    }

    /// <summary>Opens the same data once more, as a second node or a restarted host would. Disposed of with this object.</summary>
    public PlatformDatabase Open()
    {
        PlatformDatabase database = Make(Kind, Location, model);
        opened.Add(database);
        return database;
    }

    /// <summary>Closes the database and opens the same data again.</summary>
    public async Task ReopenAsync()
    {
        await CloseAsync();
        Database = Open();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (Kind == DatabaseKind.Sqlite)
        {
            foreach (string file in (string[])[Location, Location + "-wal", Location + "-shm"])
            {
                File.Delete(file);
            }
        }
        else
        {
            await Server.Value.DropDatabaseAsync(Location);
        }
    }

    private static async Task<string> TemplateAsync(DatabaseKind kind, string key, PlatformModel model)
    {
        await OneTemplateAtATime.WaitAsync();
        try
        {
            if (!Templates.TryGetValue((kind, key), out string? template))
            {
                template = await MakeTemplateAsync(kind, model);
                Templates.Add((kind, key), template);
            }

            return template;
        }
        finally
        {
            OneTemplateAtATime.Release();
        }
    }

    private static async Task<string> MakeTemplateAsync(DatabaseKind kind, PlatformModel model)
    {
        string location = kind == DatabaseKind.Sqlite ? NewPath() : await Server.Value.CreateDatabaseAsync(null);
        await using (PlatformDatabase database = Make(kind, location, model))
        {
            await database.MigrateAsync(CancellationToken.None);
        }

        return location;
    }

    private static PlatformDatabase Make(DatabaseKind kind, string location, PlatformModel model) => kind == DatabaseKind.Sqlite
        ? new SqliteDatabase(location, model)
        : new PostgreSqlDatabase(new NpgsqlConnectionStringBuilder(location) { MaxPoolSize = 20, ConnectionIdleLifetime = 10 }.ToString(), model);

    private static string NewPath() =>
        Path.Combine(Path.GetTempPath(), $"platform-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}.db");

    private async Task CloseAsync()
    {
        foreach (PlatformDatabase database in opened)
        {
            await database.DisposeAsync();
        }

        opened.Clear();
    }
}
