using System.Data;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Sql;

namespace Platform.Persistence.SqlServer;

/// <summary>Turns statements into commands: SQL Server names its parameters <c>@p1, @p2, …</c>.</summary>
public static class SqlServerCommands
{
    /// <summary>The statement's text as SQL Server reads it.</summary>
    /// <param name="sql">A statement of the hot path.</param>
    public static string TextOf(SqlText sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return Regex.Replace(sql.Text, @"\$(\d+)", "@p$1", RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    internal static SqlCommand Create(SqlConnection connection, SqlTransaction? transaction, in Statement statement)
    {
        var command = new SqlCommand(TextOf(statement.Sql), connection, transaction);
        for (int i = 0; i < statement.Values.Length; i++)
        {
            command.Parameters.Add(new SqlParameter($"@p{i + 1}", TypeOf(statement.Sql.Kinds[i])) { Value = ToSqlServer(statement.Values[i]) });
        }

        return command;
    }

    private static SqlDbType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Text => SqlDbType.NVarChar,
        ColumnKind.Uuid => SqlDbType.UniqueIdentifier,
        ColumnKind.Int => SqlDbType.Int,
        ColumnKind.Long => SqlDbType.BigInt,
        ColumnKind.Instant => SqlDbType.DateTimeOffset,
        ColumnKind.Bytes => SqlDbType.VarBinary,
        ColumnKind.Flag => SqlDbType.Bit,
        ColumnKind.Day => SqlDbType.Date,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected a known kind of column."),
    };

    private static object ToSqlServer(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset instant => Instants.Cut(instant),
        Enum number => Convert.ToInt32(number, CultureInfo.InvariantCulture),
        _ => value,
    };
}
