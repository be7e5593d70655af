using Platform.Governance.Sealing;
using Platform.Host.Commands;
using Platform.Persistence.PostgreSql;
using Platform.Persistence.Sqlite;
using Platform.Testing;

namespace Platform.Workflows.Tests.Year;

/// <summary>Folder and database of one year.</summary>
internal sealed class YearPlace : IAsyncDisposable
{
    private readonly TestDatabase? database;

    private YearPlace(string folder, TestDatabase? database)
    {
        Folder = folder;
        this.database = database;
    }

    /// <summary>Holds the journal, the key and the SQLite file.</summary>
    public string Folder { get; }

    /// <summary>Connection to PostgreSQL; null for SQLite.</summary>
    public string? Connection => database?.Location;

    public static async Task<YearPlace> CreateAsync(DatabaseKind kind) => new(
        Directory.CreateTempSubdirectory("platform-year-").FullName, kind == DatabaseKind.PostgreSql ? await TestDatabase.CreateAsync(kind) : null);

    /// <summary>The platform on the data of the year, as it lies there now.</summary>
    public Task<Rehearsal> OpenAsync() => Rehearsal.OpenAsync(
        new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)),
        TemplateFiles.ThreeLedgers,
        options => _ = Connection is { } connection ? options.UsePostgreSql(connection) : options.UseSqlite(Path.Combine(Folder, "year.db")),
        SealKey.FromFile(Path.Combine(Folder, "seal.key")),
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
        {
            await database.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
    }
}
