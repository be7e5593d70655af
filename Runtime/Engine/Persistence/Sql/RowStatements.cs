using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Platform.Runtime.Persistence.Sql;

/// <summary>
/// Insert statements made from the EF model, so that a column added to a row is written by the hot path too and the two never differ.
/// </summary>
internal sealed class RowStatements
{
    private readonly Dictionary<Type, RowInsert> inserts = [];

    internal RowStatements(PlatformDb db)
    {
        ISqlGenerationHelper quoting = db.GetService<ISqlGenerationHelper>();
        foreach (IEntityType entity in db.Model.GetEntityTypes().Where(e => e.ClrType.Assembly == typeof(RowStatements).Assembly))
        {
            inserts[entity.ClrType] = new RowInsert(entity, quoting);
        }
    }

    /// <summary>The statement that adds a row of the runtime.</summary>
    /// <typeparam name="TRow">Type of the row.</typeparam>
    /// <param name="row">The row with all its values.</param>
    internal Statement Insert<TRow>(TRow row)
        where TRow : class => inserts[typeof(TRow)].For(row);

    private sealed class RowInsert
    {
        private readonly SqlText sql;
        private readonly IClrPropertyGetter[] getters;

        internal RowInsert(IEntityType entity, ISqlGenerationHelper quoting)
        {
            IProperty[] properties = [.. entity.GetProperties()];
            getters = [.. properties.Select(p => p.GetGetter())];
            string columns = string.Join(", ", properties.Select(p => quoting.DelimitIdentifier(p.GetColumnName())));
            string parameters = string.Join(", ", properties.Select((_, i) => $"${i + 1}"));
            sql = new SqlText($"INSERT INTO {quoting.DelimitIdentifier(entity.GetTableName()!)} ({columns}) VALUES ({parameters})", [.. properties.Select(KindOf)]);
        }

        internal Statement For(object row)
        {
            object?[] values = new object?[getters.Length];
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = getters[i].GetClrValue(row);
            }

            return new Statement(sql, values);
        }

        private static ColumnKind KindOf(IProperty property)
        {
            Type type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
            return type switch
            {
                _ when type == typeof(string) => ColumnKind.Text,
                _ when type == typeof(Guid) => ColumnKind.Uuid,
                _ when type == typeof(int) || type.IsEnum => ColumnKind.Int,
                _ when type == typeof(long) => ColumnKind.Long,
                _ when type == typeof(DateTimeOffset) => ColumnKind.Instant,
                _ when type == typeof(byte[]) => ColumnKind.Bytes,
                _ when type == typeof(bool) => ColumnKind.Flag,
                _ when type == typeof(DateOnly) => ColumnKind.Day,
                _ => throw new InvalidOperationException($"Expected a column kind for {property.DeclaringType.Name}.{property.Name}, but {type.Name} has none."),
            };
        }
    }
}
