using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Sql;

namespace Platform.Persistence.PostgreSql;

/// <summary>
/// PostgreSQL: plain concurrent transactions. A step without enlisted work is one batch and one round trip: the batch is one implicit
/// transaction, and a guard that is not met raises an error in it, so that nothing needs to be asked before the commit.
/// </summary>
public sealed class PostgreSqlDatabase : PlatformDatabase
{
    private const int MostAttempts = 5;

    private readonly NpgsqlDataSource source;
    private readonly NpgsqlDataSource readers;
    private readonly PlatformModel model;
    private readonly DbContextOptions readOptions;
    private readonly DbContextOptions writeOptions;

    /// <summary>Prepares for the database; nothing is opened before first use.</summary>
    /// <param name="connectionString">Npgsql connection string.</param>
    /// <param name="model">Parts of the model.</param>
    public PostgreSqlDatabase(string connectionString, PlatformModel model)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.MaxAutoPrepare == 0)
        {
            // Every statement of the hot path is prepared on its second use and stays so.
            settings.MaxAutoPrepare = 100;
            settings.AutoPrepareMinUsages = 2;
        }

        // Compiling a plan costs more than running one of ours. Nobody here changes a session, so there is nothing to reset when a connection goes back: that would be a statement before every step.
        settings.NoResetOnClose = true;
        settings.Options = With(settings.Options, "-c jit=off");
        readers = NpgsqlDataSource.Create(settings);

        // Every statement of the hot path names its rows by an index. A plan that was made while a table was still small, and is kept,
        // must not read the whole table, or the index of a whole county, when it has grown.
        settings.Options = With(settings.Options, "-c enable_seqscan=off -c enable_bitmapscan=off");
        source = NpgsqlDataSource.Create(settings);
        this.model = model;
        writeOptions = Options(b => b.UseNpgsql());
        readOptions = Options(b => b.UseNpgsql(readers).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
    }

    /// <inheritdoc />
    public override string ProviderName => "PostgreSQL";

    /// <inheritdoc />
    protected override string SkipLocked => " FOR UPDATE SKIP LOCKED";

    /// <inheritdoc />
    public override PlatformDb CreateDbContext() => new PostgreSqlPlatformDb(readOptions, model);

    /// <inheritdoc />
    public override async Task<T> WriteAsync<T>(Func<PlatformDb, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteOnceAsync(work, ct);
            }
            catch (Exception transient) when (attempt < MostAttempts && IsDeadlock(transient))
            {
                // PostgreSQL chose this transaction as the victim: nothing was changed, and the other one is through now.
            }
        }
    }

    /// <inheritdoc />
    public override async Task<WriteVerdict> CommitAsync(
        IReadOnlyList<Statement> statements, Func<PlatformDb, CancellationToken, Task>? enlisted, CancellationToken ct)
    {
        await using NpgsqlConnection connection = await source.OpenConnectionAsync(ct);
        try
        {
            if (enlisted is null)
            {
                await ExecuteAsync(connection, statements, ct);
                return WriteVerdict.Committed;
            }

            await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(ct);
            await ExecuteAsync(connection, statements, ct);
            await using (PlatformDb db = await EnlistAsync(connection, transaction, ct))
            {
                await enlisted(db, ct);
                await db.SaveChangesAsync(ct);
            }

            await transaction.CommitAsync(ct);
            return WriteVerdict.Committed;
        }
        catch (PostgresException broken) when (Meaning(broken) is { } verdict)
        {
            return verdict;
        }
        catch (DbUpdateConcurrencyException)
        {
            return WriteVerdict.Stale;
        }
        catch (DbUpdateException broken) when (broken.InnerException is PostgresException inner && Meaning(inner) is not null)
        {
            return WriteVerdict.Stale;
        }
    }

    /// <inheritdoc />
    public override Task ExecuteAsync(PlatformDb db, IReadOnlyList<Statement> statements, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(statements);
        return ExecuteAsync((NpgsqlConnection)db.Database.GetDbConnection(), statements, ct);
    }

    /// <inheritdoc />
    public override async Task ReadAsync(IReadOnlyList<Statement> queries, Action<int, DbDataReader> row, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(row);
        await using NpgsqlConnection connection = await source.OpenConnectionAsync(ct);
        await using NpgsqlBatch batch = PostgreSqlBatches.Create(connection, queries);
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(ct);
        int query = 0;
        do
        {
            while (await reader.ReadAsync(ct))
            {
                row(query, reader);
            }

            query++;
        }
        while (await reader.NextResultAsync(ct));
    }

    /// <inheritdoc />
    public override Task ClaimAsync(Statement statement, Action<DbDataReader> row, CancellationToken ct) =>
        ReadAsync([statement], (_, reader) => row(reader), ct);

    /// <inheritdoc />
    public override DateTimeOffset GetInstant(DbDataReader row, int column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.GetFieldValue<DateTimeOffset>(column);
    }

    /// <inheritdoc />
    public override IQueryable<DeadlineRow> DueDeadlines(PlatformDb db, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Deadlines.FromSql(
            $"SELECT * FROM deadlines WHERE next_at <= {Instants.Cut(now)} ORDER BY next_at LIMIT 500 FOR UPDATE SKIP LOCKED");
    }

    /// <inheritdoc />
    public override async Task MigrateAsync(CancellationToken ct)
    {
        await using PlatformDb db = CreateDbContext();
        await db.Database.MigrateAsync(ct);
    }

    /// <inheritdoc />
    protected override async ValueTask DisposeCoreAsync()
    {
        await source.DisposeAsync();
        await readers.DisposeAsync();
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, IReadOnlyList<Statement> statements, CancellationToken ct)
    {
        if (statements.Count > 0)
        {
            await using NpgsqlBatch batch = PostgreSqlBatches.Create(connection, statements);
            await batch.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>Null when the error is no answer to who was first.</summary>
    private static WriteVerdict? Meaning(PostgresException broken) => broken.SqlState switch
    {
        PostgresErrorCodes.UniqueViolation => Violations.Meaning(broken.ConstraintName),
        PostgresErrorCodes.DivisionByZero or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => WriteVerdict.Stale,
        _ => null,
    };

    private static string With(string? options, string more) => string.IsNullOrEmpty(options) ? more : $"{options} {more}";

    private static bool IsDeadlock(Exception exception) =>
        (exception as PostgresException ?? exception.InnerException as PostgresException)?.SqlState
            is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    private static DbContextOptions<PostgreSqlPlatformDb> Options(Action<DbContextOptionsBuilder<PostgreSqlPlatformDb>> configure)
    {
        var builder = new DbContextOptionsBuilder<PostgreSqlPlatformDb>();
        configure(builder);
        ConfigureShared(builder);
        return builder.Options;
    }

    private async Task<T> WriteOnceAsync<T>(Func<PlatformDb, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        await using NpgsqlConnection connection = await source.OpenConnectionAsync(ct);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(ct);
        await using PlatformDb db = await EnlistAsync(connection, transaction, ct);
        T answer = await work(db, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return answer;
    }

    private async Task<PostgreSqlPlatformDb> EnlistAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, CancellationToken ct)
    {
        var db = new PostgreSqlPlatformDb(writeOptions, model);
        db.Database.SetDbConnection(connection);
        await db.Database.UseTransactionAsync(transaction, ct);
        return db;
    }
}
