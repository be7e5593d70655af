using System.Collections.Concurrent;
using Npgsql;
using NpgsqlTypes;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Sql;

namespace Platform.Persistence.PostgreSql;

/// <summary>Turns statements into one batch with typed, positional parameters, which Npgsql sends without looking into the text.</summary>
internal static class PostgreSqlBatches
{
    private static readonly ConcurrentDictionary<SqlText, string> Guarded = new();

    internal static NpgsqlBatch Create(NpgsqlConnection connection, IReadOnlyList<Statement> statements)
    {
        var batch = new NpgsqlBatch(connection);
        for (int i = 0; i < statements.Count; i++)
        {
            Statement statement = statements[i];
            var command = new NpgsqlBatchCommand(statement.Sql.IsGuarded ? Guarded.GetOrAdd(statement.Sql, Guard) : statement.Sql.Text);
            for (int p = 0; p < statement.Values.Length; p++)
            {
                command.Parameters.Add(Parameter(statement.Sql.Kinds[p], statement.Values[p]));
            }

            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    /// <summary>Dividing by the number of changed rows makes the whole transaction fail when there is none, without asking first.</summary>
    private static string Guard(SqlText sql) => $"WITH changed AS ({sql.Text} RETURNING 1) SELECT 1 / count(*) FROM changed";

    private static NpgsqlParameter Parameter(ColumnKind kind, object? value) => (kind, value) switch
    {
        (_, null) => new NpgsqlParameter { NpgsqlDbType = TypeOf(kind), Value = DBNull.Value },
        (ColumnKind.Uuid, Guid id) => new NpgsqlParameter<Guid> { NpgsqlDbType = NpgsqlDbType.Uuid, TypedValue = id },
        (ColumnKind.Long, long number) => new NpgsqlParameter<long> { NpgsqlDbType = NpgsqlDbType.Bigint, TypedValue = number },
        (ColumnKind.Text, string text) => new NpgsqlParameter<string> { NpgsqlDbType = NpgsqlDbType.Text, TypedValue = text },
        (ColumnKind.Instant, DateTimeOffset instant) =>
            new NpgsqlParameter<DateTimeOffset> { NpgsqlDbType = NpgsqlDbType.TimestampTz, TypedValue = Instants.Cut(instant) },
        (ColumnKind.Int, _) => new NpgsqlParameter<int>
        {
            NpgsqlDbType = NpgsqlDbType.Integer,
            TypedValue = Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture),
        },
        _ => new NpgsqlParameter { NpgsqlDbType = TypeOf(kind), Value = value },
    };

    private static NpgsqlDbType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => NpgsqlDbType.Text,
        ColumnKind.Uuid => NpgsqlDbType.Uuid,
        ColumnKind.Int => NpgsqlDbType.Integer,
        ColumnKind.Long => NpgsqlDbType.Bigint,
        ColumnKind.Instant => NpgsqlDbType.TimestampTz,
        ColumnKind.Bytes => NpgsqlDbType.Bytea,
        ColumnKind.Flag => NpgsqlDbType.Boolean,
        ColumnKind.Day => NpgsqlDbType.Date,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected a known kind of column."),
    };
}
