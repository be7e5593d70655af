using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Sql;
using Platform.Testing;

namespace Platform.Runtime.Tests.Persistence;

/// <summary>What the hot path inserts is what EF reads: every row, every column, on every database.</summary>
public sealed class RowStatementsTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Every_row_written_by_a_statement_reads_back_through_ef_with_every_value(DatabaseKind kind)
    {
        // given
        await using TestDatabase test = await TestDatabase.CreateAsync(kind);
        await using PlatformDb model = test.Database.CreateDbContext();
        IEntityType[] entities = [.. model.Model.GetEntityTypes().Where(e => e.ClrType.Assembly == typeof(PlatformDb).Assembly)];
        var random = new Random(20261122);

        foreach (IEntityType entity in entities)
        {
            object row = Fill(entity, random);

            // when
            WriteVerdict verdict = await test.Database.CommitAsync([InsertOf(test.Database, row)], null, CancellationToken.None);

            // then
            verdict.ShouldBe(WriteVerdict.Committed, entity.ClrType.Name);
            await using PlatformDb db = test.Database.CreateDbContext();
            object? read = await db.FindAsync(entity.ClrType, [.. entity.FindPrimaryKey()!.Properties.Select(p => p.PropertyInfo!.GetValue(row))]);
            read.ShouldNotBeNull(entity.ClrType.Name);
            foreach (IProperty property in entity.GetProperties())
            {
                property.PropertyInfo!.GetValue(read).ShouldBe(property.PropertyInfo.GetValue(row), $"{entity.ClrType.Name}.{property.Name}");
            }
        }

        entities.Length.ShouldBeGreaterThan(20);
    }

    private static Statement InsertOf(PlatformDatabase database, object row) =>
        (Statement)typeof(RowStatements).GetMethod("Insert", BindingFlags.Instance | BindingFlags.NonPublic)!
            .MakeGenericMethod(row.GetType()).Invoke(database.Rows, [row])!;

    private static object Fill(IEntityType entity, Random random)
    {
        object row = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(entity.ClrType);
        foreach (IProperty property in entity.GetProperties())
        {
            property.PropertyInfo!.SetValue(row, Value(Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType, property, random));
        }

        return row;
    }

    private static object Value(Type type, IProperty property, Random random) => type switch
    {
        _ when type == typeof(string) => "文本" + random.Next(1000),
        _ when type == typeof(Guid) => Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddDays(random.Next(20000))),
        _ when type == typeof(int) => random.Next(),
        _ when type == typeof(long) => random.NextInt64(),
        _ when type == typeof(bool) => true,
        _ when type == typeof(DateOnly) => DateOnly.FromDayNumber(random.Next(700_000)),
        _ when type == typeof(DateTimeOffset) => DateTimeOffset.UnixEpoch.AddTicks(random.NextInt64(2_000_000_000) * 12340),
        _ when type == typeof(byte[]) => Enumerable.Range(0, 32).Select(_ => (byte)random.Next(256)).ToArray(),
        _ when type.IsEnum => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!,
        _ => throw new InvalidOperationException($"Expected a sample for {property.Name}, but {type.Name} has none."),
    };
}
