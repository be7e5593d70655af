using Microsoft.Data.Sqlite;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Sql;

namespace Platform.Persistence.Sqlite;

/// <summary>One open connection with its prepared statements. Used by one caller at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly Dictionary<SqlText, SqliteCommand> prepared = new(ReferenceEqualityComparer.Instance as IEqualityComparer<SqlText>);

    private SqliteSession(SqliteConnection connection) => Connection = connection;

    internal SqliteConnection Connection { get; }

    internal static SqliteSession Open(string connectionString, string pragmas)
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = pragmas;
        command.ExecuteNonQuery();
        return new SqliteSession(connection);
    }

    public void Dispose()
    {
        foreach (SqliteCommand command in prepared.Values)
        {
            command.Dispose();
        }

        Connection.Dispose();
    }

    /// <summary>The prepared command with the statement's values bound.</summary>
    internal SqliteCommand Bind(in Statement statement, SqliteTransaction? transaction)
    {
        if (!prepared.TryGetValue(statement.Sql, out SqliteCommand? command))
        {
            command = Prepare(statement.Sql);
            prepared.Add(statement.Sql, command);
        }

        command.Transaction = transaction;
        for (int i = 0; i < statement.Values.Length; i++)
        {
            command.Parameters[i].Value = ToSqlite(statement.Values[i]);
        }

        return command;
    }

    private SqliteCommand Prepare(SqlText sql)
    {
        SqliteCommand command = Connection.CreateCommand();
        command.CommandText = sql.Text;
        for (int i = 0; i < sql.Kinds.Count; i++)
        {
            SqliteParameter parameter = command.CreateParameter();
            parameter.ParameterName = $"${i + 1}";
            parameter.SqliteType = TypeOf(sql.Kinds[i]);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static SqliteType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Text or ColumnKind.Uuid or ColumnKind.Day => SqliteType.Text,
        ColumnKind.Bytes => SqliteType.Blob,
        _ => SqliteType.Integer,
    };

    private static object ToSqlite(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => Instants.ToMicroseconds(instant),
        Enum number => Convert.ToInt32(number, System.Globalization.CultureInfo.InvariantCulture),
        _ => value,
    };
}
