using System.Data.Common;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Sql;

namespace Platform.Benchmarks;

/// <summary>Passes everything on and remembers what was committed, so that the floor can make the very same rows durable.</summary>
/// <param name="inner">The real database.</param>
internal sealed class RecordingDatabase(PlatformDatabase inner) : PlatformDatabase
{
    /// <summary>Statements of each transaction, in order.</summary>
    internal List<Statement[]> Commits { get; } = [];

    public override string ProviderName => inner.ProviderName;

    protected override string SkipLocked => string.Empty;

    public override PlatformDb CreateDbContext() => inner.CreateDbContext();

    public override Task<T> WriteAsync<T>(Func<PlatformDb, CancellationToken, Task<T>> work, CancellationToken ct) => inner.WriteAsync(work, ct);

    public override Task<WriteVerdict> CommitAsync(
        IReadOnlyList<Statement> statements, Func<PlatformDb, CancellationToken, Task>? enlisted, CancellationToken ct)
    {
        if (enlisted is not null)
        {
            throw new InvalidOperationException("Expected steps without enlisted work, but one has some: the floor could not repeat it.");
        }

        Commits.Add([.. statements]);
        return inner.CommitAsync(statements, null, ct);
    }

    public override Task ReadAsync(IReadOnlyList<Statement> queries, Action<int, DbDataReader> row, CancellationToken ct) => inner.ReadAsync(queries, row, ct);

    public override Task ClaimAsync(Statement statement, Action<DbDataReader> row, CancellationToken ct) => inner.ClaimAsync(statement, row, ct);

    public override DateTimeOffset GetInstant(DbDataReader row, int column) => inner.GetInstant(row, column);

    public override Task ExecuteAsync(PlatformDb db, IReadOnlyList<Statement> statements, CancellationToken ct) => inner.ExecuteAsync(db, statements, ct);

    public override IQueryable<DeadlineRow> DueDeadlines(PlatformDb db, DateTimeOffset now) => inner.DueDeadlines(db, now);

    public override Task MigrateAsync(CancellationToken ct) => inner.MigrateAsync(ct);

    protected override ValueTask DisposeCoreAsync() => inner.DisposeAsync();
}
