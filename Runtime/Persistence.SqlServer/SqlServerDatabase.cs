using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Sql;

namespace Platform.Persistence.SqlServer;

/// <summary>SQL Server: plain concurrent transactions, one explicit transaction per step. Syntax-checked, not executed here.</summary>
public sealed class SqlServerDatabase : PlatformDatabase
{
    private const int DuplicateKey = 2627;
    private const int DuplicateIndex = 2601;
    private const int Deadlock = 1205;

    private readonly string connectionString;
    private readonly PlatformModel model;
    private readonly DbContextOptions readOptions;
    private readonly DbContextOptions writeOptions;

    /// <summary>Prepares for the database; nothing is opened before first use.</summary>
    /// <param name="connectionString">Connection string.</param>
    /// <param name="model">Parts of the model.</param>
    public SqlServerDatabase(string connectionString, PlatformModel model)
    {
        this.connectionString = connectionString;
        this.model = model;
        writeOptions = Options(b => b.UseSqlServer());
        readOptions = Options(b => b.UseSqlServer(connectionString).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking));
    }

    /// <inheritdoc />
    public override string ProviderName => "SQL Server";

    /// <inheritdoc />
    protected override string SkipLocked => " WITH (UPDLOCK, READPAST, ROWLOCK)";

    /// <inheritdoc />
    public override PlatformDb CreateDbContext() => new SqlServerPlatformDb(readOptions, model);

    /// <inheritdoc />
    public override async Task<T> WriteAsync<T>(Func<PlatformDb, CancellationToken, Task<T>> work, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using SqlTransaction transaction = (SqlTransaction)await connection.BeginTransactionAsync(ct);
        await using PlatformDb db = await EnlistAsync(connection, transaction, ct);
        T answer = await work(db, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return answer;
    }

    /// <inheritdoc />
    public override async Task<WriteVerdict> CommitAsync(
        IReadOnlyList<Statement> statements, Func<PlatformDb, CancellationToken, Task>? enlisted, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(statements);
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using SqlTransaction transaction = (SqlTransaction)await connection.BeginTransactionAsync(ct);
        try
        {
            foreach (Statement statement in statements)
            {
                await using SqlCommand command = SqlServerCommands.Create(connection, transaction, statement);
                if (await command.ExecuteNonQueryAsync(ct) != 1 && statement.Sql.IsGuarded)
                {
                    return WriteVerdict.Stale;
                }
            }

            if (enlisted is not null)
            {
                await using PlatformDb db = await EnlistAsync(connection, transaction, ct);
                await enlisted(db, ct);
                await db.SaveChangesAsync(ct);
            }

            await transaction.CommitAsync(ct);
            return WriteVerdict.Committed;
        }
        catch (SqlException broken) when (broken.Number is DuplicateKey or DuplicateIndex)
        {
            return Violations.Meaning(broken.Message);
        }
        catch (SqlException broken) when (broken.Number == Deadlock)
        {
            return WriteVerdict.Stale;
        }
        catch (DbUpdateConcurrencyException)
        {
            return WriteVerdict.Stale;
        }
        catch (DbUpdateException broken) when (broken.InnerException is SqlException { Number: DuplicateKey or DuplicateIndex or Deadlock })
        {
            return WriteVerdict.Stale;
        }
    }

    /// <inheritdoc />
    public override async Task ExecuteAsync(PlatformDb db, IReadOnlyList<Statement> statements, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(statements);
        var connection = (SqlConnection)db.Database.GetDbConnection();
        var transaction = (SqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (Statement statement in statements)
        {
            await using SqlCommand command = SqlServerCommands.Create(connection, transaction, statement);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <inheritdoc />
    public override async Task ReadAsync(IReadOnlyList<Statement> queries, Action<int, DbDataReader> row, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(row);
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync(ct);
        for (int i = 0; i < queries.Count; i++)
        {
            await using SqlCommand command = SqlServerCommands.Create(connection, null, queries[i]);
            await using SqlDataReader reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                row(i, reader);
            }
        }
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
            $"SELECT TOP (500) * FROM deadlines WITH (UPDLOCK, READPAST, ROWLOCK) WHERE next_at <= {Instants.Cut(now)} ORDER BY next_at");
    }

    /// <inheritdoc />
    public override string ClaimText(string table, string key, string assignments, string condition, string order, int limit, string columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        string returned = string.Join(", ", columns.Split(", ").Select(c => "inserted." + c));
        return $"WITH due AS (SELECT TOP ({limit}) * FROM {table}{SkipLocked} WHERE {condition} ORDER BY {order}) UPDATE due SET {assignments} OUTPUT {returned}";
    }

    /// <inheritdoc />
    public override string FirstText(string table, string value, string condition, string order) =>
        $"SELECT TOP (1) {value} FROM {table} WHERE {condition} ORDER BY {order}";

    /// <inheritdoc />
    public override async Task MigrateAsync(CancellationToken ct)
    {
        await using PlatformDb db = CreateDbContext();
        await db.Database.MigrateAsync(ct);
    }

    /// <inheritdoc />
    protected override ValueTask DisposeCoreAsync()
    {
        using var connection = new SqlConnection(connectionString);
        SqlConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }

    private static DbContextOptions<SqlServerPlatformDb> Options(Action<DbContextOptionsBuilder<SqlServerPlatformDb>> configure)
    {
        var builder = new DbContextOptionsBuilder<SqlServerPlatformDb>();
        configure(builder);
        ConfigureShared(builder);
        return builder.Options;
    }

    private async Task<SqlServerPlatformDb> EnlistAsync(SqlConnection connection, SqlTransaction transaction, CancellationToken ct)
    {
        var db = new SqlServerPlatformDb(writeOptions, model);
        db.Database.SetDbConnection(connection);
        await db.Database.UseTransactionAsync(transaction, ct);
        return db;
    }
}
