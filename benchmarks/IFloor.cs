using Platform.Runtime.Persistence.Sql;

namespace Platform.Benchmarks;

/// <summary>The least a program must do to make given rows durable on a database: no reading, no deciding, no serialising.</summary>
internal interface IFloor : IAsyncDisposable
{
    /// <summary>Commits the statements of one step.</summary>
    Task CommitAsync(Statement[] statements);

    /// <summary>Commits many steps at once; only to fill the database beforehand.</summary>
    Task FillAsync(IEnumerable<Statement[]> steps);
}
