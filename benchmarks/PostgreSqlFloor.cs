using System.Collections.Concurrent;
using Npgsql;
using NpgsqlTypes;
using Platform.Runtime.Persistence.Sql;

namespace Platform.Benchmarks;

/// <summary>One connection per caller, one prepared batch and so one transaction and one round trip per step.</summary>
internal sealed class PostgreSqlFloor : IFloor
{
    private readonly NpgsqlDataSource source;
    private readonly ConcurrentBag<NpgsqlConnection> connections = [];

    internal PostgreSqlFloor(string connectionString) =>
        source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 50, AutoPrepareMinUsages = 2 });

    public async Task CommitAsync(Statement[] statements)
    {
        if (!connections.TryTake(out NpgsqlConnection? connection))
        {
            connection = await source.OpenConnectionAsync();
        }

        await using NpgsqlBatch batch = Batch(connection, statements);
        await batch.ExecuteNonQueryAsync();
        connections.Add(connection);
    }

    public async Task FillAsync(IEnumerable<Statement[]> steps)
    {
        await using NpgsqlConnection connection = await source.OpenConnectionAsync();
        foreach (Statement[][] some in steps.Chunk(500))
        {
            await using NpgsqlBatch batch = Batch(connection, some.SelectMany(s => s));
            await batch.ExecuteNonQueryAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (NpgsqlConnection connection in connections)
        {
            await connection.DisposeAsync();
        }

        await source.DisposeAsync();
    }

    private static NpgsqlBatch Batch(NpgsqlConnection connection, IEnumerable<Statement> statements)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (Statement statement in statements)
        {
            var command = new NpgsqlBatchCommand(statement.Sql.Text);
            for (int i = 0; i < statement.Values.Length; i++)
            {
                command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = TypeOf(statement.Sql.Kinds[i]), Value = statement.Values[i] switch { null => DBNull.Value, Enum e => (int)(object)e, var v => v } });
            }

            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private static NpgsqlDbType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => NpgsqlDbType.Text,
        ColumnKind.Uuid => NpgsqlDbType.Uuid,
        ColumnKind.Int => NpgsqlDbType.Integer,
        ColumnKind.Long => NpgsqlDbType.Bigint,
        ColumnKind.Instant => NpgsqlDbType.TimestampTz,
        ColumnKind.Bytes => NpgsqlDbType.Bytea,
        ColumnKind.Flag => NpgsqlDbType.Boolean,
        _ => NpgsqlDbType.Date,
    };
}
