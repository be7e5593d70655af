using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Platform.Runtime.Persistence.Sql;

namespace Platform.Runtime.Persistence;

/// <summary>
/// The platform's database: the wall between the runtime and a provider project. Everything durable goes through
/// <see cref="WriteAsync{T}"/> or <see cref="CommitAsync"/>, one transaction each.
/// </summary>
/// <remarks>
/// An implementer must answer a writer only after the commit is durable, must undo everything when a guarded statement does not
/// change exactly one row, and must never let two writers contend where the database has only one (SQLite).
/// Work inside <see cref="WriteAsync{T}"/> or an enlisted delegate must not write through the database again: on SQLite it would wait for itself.
/// </remarks>
public abstract class PlatformDatabase : IDbContextFactory<PlatformDb>, IAsyncDisposable
{
    private readonly Lazy<RowStatements> rows;

    /// <summary>For the provider.</summary>
    protected PlatformDatabase() => rows = new Lazy<RowStatements>(() =>
    {
        using PlatformDb db = CreateDbContext();
        return new RowStatements(db);
    });

    /// <summary>Name for people and logs: SQLite, PostgreSQL or SQL Server.</summary>
    public abstract string ProviderName { get; }

    /// <summary>Clause that leaves rows alone which another transaction holds; empty where there is one writer.</summary>
    protected abstract string SkipLocked { get; }

    /// <summary>Insert statements for the runtime's rows.</summary>
    internal RowStatements Rows => rows.Value;

    /// <summary>A context to read with; the caller disposes of it. It does not track and must not save.</summary>
    public abstract PlatformDb CreateDbContext();

    /// <summary>Does work in one transaction, saves what the work changed on the context, and answers after the commit.</summary>
    /// <typeparam name="T">What the work answers.</typeparam>
    /// <param name="work">The work; may be tried again from the start when another writer was faster, so it must have no other effects.</param>
    /// <param name="ct">Gives up while waiting; a commit under way is not undone.</param>
    /// <exception cref="DbUpdateException">A constraint was broken or a row had changed; nothing was changed.</exception>
    public abstract Task<T> WriteAsync<T>(Func<PlatformDb, CancellationToken, Task<T>> work, CancellationToken ct);

    /// <summary>Executes statements in one transaction; the hot path.</summary>
    /// <param name="statements">In order.</param>
    /// <param name="enlisted">Work through EF in the same transaction, after the statements; null spares the context. What it changed is saved.</param>
    /// <param name="ct">Gives up while waiting; a commit under way is not undone.</param>
    public abstract Task<WriteVerdict> CommitAsync(
        IReadOnlyList<Statement> statements, Func<PlatformDb, CancellationToken, Task>? enlisted, CancellationToken ct);

    /// <summary>Executes statements in the transaction of a context, ahead of what the context itself will save: many rows at once, without tracking them.</summary>
    /// <param name="db">The context that <see cref="WriteAsync{T}"/> or an enlisted delegate was given.</param>
    /// <param name="statements">In order; none of them guarded.</param>
    /// <param name="ct">Gives up; the transaction is then undone by its owner.</param>
    public abstract Task ExecuteAsync(PlatformDb db, IReadOnlyList<Statement> statements, CancellationToken ct);

    /// <summary>Executes queries in one round trip; the hot path.</summary>
    /// <param name="queries">Statements that read.</param>
    /// <param name="row">Called for each row with the number of its query, counted from 0; must not keep the reader.</param>
    /// <param name="ct">Gives up.</param>
    public abstract Task ReadAsync(IReadOnlyList<Statement> queries, Action<int, DbDataReader> row, CancellationToken ct);

    /// <summary>Executes one statement that changes rows and returns them, in its own transaction (claims of due work).</summary>
    /// <param name="statement">A statement with a returning clause.</param>
    /// <param name="row">Called for each returned row; must not keep the reader.</param>
    /// <param name="ct">Gives up while waiting.</param>
    public abstract Task ClaimAsync(Statement statement, Action<DbDataReader> row, CancellationToken ct);

    /// <summary>An instant of a row that <see cref="ReadAsync"/> or <see cref="ClaimAsync"/> handed over.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">Number of the column, counted from 0; must not be null.</param>
    public abstract DateTimeOffset GetInstant(DbDataReader row, int column);

    /// <summary>Deadlines whose next instant has come, locked for this transaction where the database has row locks, a batch at a time.</summary>
    /// <param name="db">Context of the transaction.</param>
    /// <param name="now">The platform's instant.</param>
    public abstract IQueryable<DeadlineRow> DueDeadlines(PlatformDb db, DateTimeOffset now);

    /// <summary>A statement that changes the first rows that meet a condition and nobody else is changing, and returns them.</summary>
    /// <param name="table">The table.</param>
    /// <param name="key">Its key columns.</param>
    /// <param name="assignments">What is set.</param>
    /// <param name="condition">Which rows.</param>
    /// <param name="order">Which come first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="columns">What is returned.</param>
    public virtual string ClaimText(string table, string key, string assignments, string condition, string order, int limit, string columns) =>
        $"UPDATE {table} SET {assignments} WHERE ({key}) IN (SELECT {key} FROM {table} WHERE {condition} ORDER BY {order} LIMIT {limit}{SkipLocked}) RETURNING {columns}";

    /// <summary>A query for one value of the first row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="value">The value.</param>
    /// <param name="condition">Which rows.</param>
    /// <param name="order">Which comes first.</param>
    public virtual string FirstText(string table, string value, string condition, string order) =>
        $"SELECT {value} FROM {table} WHERE {condition} ORDER BY {order} LIMIT 1";

    /// <summary>Brings the database to the newest version, creating it when it is not there. Two processes may do so at once.</summary>
    /// <param name="ct">Gives up.</param>
    public abstract Task MigrateAsync(CancellationToken ct);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await DisposeCoreAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of connections.</summary>
    protected abstract ValueTask DisposeCoreAsync();

    /// <summary>Options that hold for every provider's context.</summary>
    /// <param name="builder">The provider's builder.</param>
    protected static void ConfigureShared(DbContextOptionsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ReplaceService<IModelCacheKeyFactory, ModelCacheKey>();

        // A host may run with fewer parts than the migrations know; that nothing was forgotten is a test, not a check at every start.
        builder.ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
    }
}
