using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Sql;

namespace Platform.Persistence.Sqlite;

/// <summary>One SQLite file: one writer with group commit (<see cref="SqliteWriter"/>), readers beside it in WAL mode, durable at every answer (synchronous=FULL) unless it is a scratch file.</summary>
public sealed class SqliteDatabase : PlatformDatabase
{
    private readonly string path;
    private readonly string connectionString;
    private readonly PlatformModel model;
    private readonly DbContextOptions readOptions;
    private readonly Lazy<SqliteWriter> writer;
    private readonly ConcurrentBag<SqliteSession> readers = [];

    /// <summary>Made once, as there is one writer with one connection: making options costs more than a small transaction.</summary>
    private DbContextOptions? writeOptions;

    /// <summary>Prepares for the file; nothing is opened before first use.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="model">Parts of the model.</param>
    /// <param name="isScratch">True for a file that is thrown away: commits do not wait for the disk.</param>
    public SqliteDatabase(string path, PlatformModel model, bool isScratch = false)
    {
        this.path = path;
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 30 }.ToString();
        this.model = model;
        readOptions = Options(b => b.UseSqlite(connectionString).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
        writer = new Lazy<SqliteWriter>(() => new SqliteWriter(connectionString, isScratch));
    }

    /// <inheritdoc />
    public override string ProviderName => "SQLite";

    /// <inheritdoc />
    protected override string SkipLocked => string.Empty;

    /// <inheritdoc />
    public override PlatformDb CreateDbContext() => new SqlitePlatformDb(readOptions, model);

    /// <inheritdoc />
    public override Task<T> WriteAsync<T>(Func<PlatformDb, CancellationToken, Task<T>> work, CancellationToken ct) =>
        writer.Value.EnqueueAsync(
            async (session, transaction) =>
            {
                await using PlatformDb db = Enlist(session, transaction);
                T answer = await work(db, ct);
                await db.SaveChangesAsync(ct);
                return answer;
            },
            ct);

    /// <inheritdoc />
    public override async Task<WriteVerdict> CommitAsync(
        IReadOnlyList<Statement> statements, Func<PlatformDb, CancellationToken, Task>? enlisted, CancellationToken ct)
    {
        try
        {
            await writer.Value.EnqueueAsync(
                async (session, transaction) =>
                {
                    Execute(session, transaction, statements);
                    if (enlisted is not null)
                    {
                        await using PlatformDb db = Enlist(session, transaction);
                        await enlisted(db, ct);
                        await db.SaveChangesAsync(ct);
                    }

                    return true;
                },
                ct);
            return WriteVerdict.Committed;
        }
        catch (StaleRowException)
        {
            return WriteVerdict.Stale;
        }
        catch (SqliteException broken) when (broken.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            return Violations.Meaning(broken.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            return WriteVerdict.Stale;
        }
        catch (DbUpdateException broken) when (broken.InnerException is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_CONSTRAINT })
        {
            return WriteVerdict.Stale;
        }
    }

    /// <inheritdoc />
    public override Task ExecuteAsync(PlatformDb db, IReadOnlyList<Statement> statements, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(statements);
        if (db is not SqlitePlatformDb { Session: { } session } || db.Database.CurrentTransaction is not { } transaction)
        {
            throw new ArgumentException("Expected the context of a transaction, but got one that only reads.", nameof(db));
        }

        Execute(session, (SqliteTransaction)transaction.GetDbTransaction(), statements);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task ReadAsync(IReadOnlyList<Statement> queries, Action<int, DbDataReader> row, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(row);
        ct.ThrowIfCancellationRequested();
        SqliteSession session = readers.TryTake(out SqliteSession? pooled) ? pooled : SqliteSession.Open(connectionString, "PRAGMA busy_timeout=10000; PRAGMA query_only=1;");
        try
        {
            for (int i = 0; i < queries.Count; i++)
            {
                using SqliteDataReader reader = session.Bind(queries[i], null).ExecuteReader();
                while (reader.Read())
                {
                    row(i, reader);
                }
            }
        }
        finally
        {
            readers.Add(session);
        }

        // SQLite reads in the caller's thread: there is nothing to wait for.
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task ClaimAsync(Statement statement, Action<DbDataReader> row, CancellationToken ct) =>
        writer.Value.EnqueueAsync(
            (session, transaction) =>
            {
                using SqliteDataReader reader = session.Bind(statement, transaction).ExecuteReader();
                while (reader.Read())
                {
                    row(reader);
                }

                return Task.FromResult(true);
            },
            ct);

    /// <inheritdoc />
    public override DateTimeOffset GetInstant(DbDataReader row, int column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Instants.FromMicroseconds(row.GetInt64(column));
    }

    /// <inheritdoc />
    public override IQueryable<DeadlineRow> DueDeadlines(PlatformDb db, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Deadlines.FromSql($"SELECT * FROM deadlines WHERE next_at <= {Instants.ToMicroseconds(now)} ORDER BY next_at LIMIT 500");
    }

    /// <inheritdoc />
    public override async Task MigrateAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await using PlatformDb db = CreateDbContext();
        await db.Database.MigrateAsync(ct);
    }

    /// <inheritdoc />
    protected override async ValueTask DisposeCoreAsync()
    {
        if (writer.IsValueCreated)
        {
            await writer.Value.DisposeAsync();
        }

        foreach (SqliteSession session in readers)
        {
            session.Dispose();
        }

        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static void Execute(SqliteSession session, SqliteTransaction transaction, IReadOnlyList<Statement> statements)
    {
        for (int i = 0; i < statements.Count; i++)
        {
            Statement statement = statements[i];
            int changed = session.Bind(statement, transaction).ExecuteNonQuery();
            if (statement.Sql.IsGuarded && changed != 1)
            {
                throw new StaleRowException();
            }
        }
    }

    private static DbContextOptions<SqlitePlatformDb> Options(Action<DbContextOptionsBuilder<SqlitePlatformDb>> configure)
    {
        var builder = new DbContextOptionsBuilder<SqlitePlatformDb>();
        configure(builder);
        ConfigureShared(builder);
        return builder.Options;
    }

    private SqlitePlatformDb Enlist(SqliteSession session, SqliteTransaction transaction)
    {
        writeOptions ??= Options(b => b.UseSqlite(session.Connection));
        var db = new SqlitePlatformDb(writeOptions, model) { Session = session };
        db.Database.UseTransaction(transaction);
        return db;
    }
}
