using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Platform.Runtime.Persistence.Sql;

/// <summary>Reads rows of the hot path without EF, through a reader compiled once from the EF model, so that no column is forgotten.</summary>
/// <typeparam name="TRow">Type of the row.</typeparam>
internal sealed class RowReader<TRow>
    where TRow : class
{
    private readonly Func<DbDataReader, PlatformDatabase, int, TRow> read;
    private readonly PlatformDatabase database;

    internal RowReader(PlatformDatabase database)
    {
        this.database = database;
        using PlatformDb db = database.CreateDbContext();
        IEntityType entity = db.Model.FindEntityType(typeof(TRow))!;
        ISqlGenerationHelper quoting = db.GetService<ISqlGenerationHelper>();
        IProperty[] properties = [.. entity.GetProperties()];
        Columns = string.Join(", ", properties.Select(p => quoting.DelimitIdentifier(p.GetColumnName())));
        PrefixedColumns = string.Join(", ", properties.Select(p => "x." + quoting.DelimitIdentifier(p.GetColumnName())));
        Count = properties.Length;
        read = Compile(properties);
    }

    /// <summary>All columns, in the order in which they are read.</summary>
    internal string Columns { get; }

    /// <summary>All columns with the table's alias <c>x</c> before them.</summary>
    internal string PrefixedColumns { get; }

    /// <summary>How many columns there are.</summary>
    internal int Count { get; }

    /// <summary>The row whose columns begin at a place of the record.</summary>
    /// <param name="record">Where the reader stands.</param>
    /// <param name="first">Number of the first column.</param>
    internal TRow Read(DbDataReader record, int first = 0) => read(record, database, first);

    private static Func<DbDataReader, PlatformDatabase, int, TRow> Compile(IProperty[] properties)
    {
        ParameterExpression record = Expression.Parameter(typeof(DbDataReader), "record");
        ParameterExpression database = Expression.Parameter(typeof(PlatformDatabase), "database");
        ParameterExpression first = Expression.Parameter(typeof(int), "first");
        IEnumerable<MemberBinding> bindings = properties.Select((property, i) =>
        {
            Expression column = Expression.Add(first, Expression.Constant(i));
            Expression value = Value(property.ClrType, record, database, column);
            if (property.IsNullable)
            {
                value = Expression.Condition(
                    Expression.Call(record, nameof(DbDataReader.IsDBNull), null, column), Expression.Default(property.ClrType), value);
            }

            return (MemberBinding)Expression.Bind(property.PropertyInfo!, value);
        });
        MemberInitExpression row = Expression.MemberInit(Expression.New(typeof(TRow)), bindings);
        return Expression.Lambda<Func<DbDataReader, PlatformDatabase, int, TRow>>(row, record, database, first).Compile();
    }

    private static Expression Value(Type declared, Expression record, Expression database, Expression column)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        Expression value = type switch
        {
            _ when type == typeof(DateTimeOffset) => Expression.Call(database, nameof(PlatformDatabase.GetInstant), null, record, column),
            _ when type == typeof(string) => Get(nameof(DbDataReader.GetString)),
            _ when type == typeof(Guid) => Get(nameof(DbDataReader.GetGuid)),
            _ when type == typeof(long) => Get(nameof(DbDataReader.GetInt64)),
            _ when type == typeof(bool) => Get(nameof(DbDataReader.GetBoolean)),
            _ when type == typeof(int) || type.IsEnum => Get(nameof(DbDataReader.GetInt32)),
            _ => Expression.Call(record, FieldOf(type), column),
        };
        return value.Type == declared ? value : Expression.Convert(value, declared);

        MethodCallExpression Get(string method) => Expression.Call(record, method, null, column);
    }

    private static MethodInfo FieldOf(Type type) => typeof(DbDataReader).GetMethod(nameof(DbDataReader.GetFieldValue))!.MakeGenericMethod(type);
}
