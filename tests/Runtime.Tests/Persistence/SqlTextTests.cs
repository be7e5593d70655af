using System.Reflection;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Platform.Persistence.SqlServer;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Sql;

namespace Platform.Runtime.Tests.Persistence;

/// <summary>The hot path's own SQL is valid T-SQL; SQLite and PostgreSQL execute it in the other tests.</summary>
public sealed class SqlTextTests
{
    [Fact]
    public async Task Every_statement_of_a_step_and_of_the_pump_is_valid_t_sql()
    {
        await using var database = new SqlServerDatabase("Server=localhost;Database=none;Encrypt=false", new PlatformModel([]));
        List<SqlText> texts = [.. StepSql.All];
        texts.Add(database.Rows.Insert(new ClockRow { TenantId = "t" }).Sql);
        texts.Add(database.Rows.Insert(new DeadlineRow { TenantId = "t", ElementId = "e", Plan = [] }).Sql);
        texts.AddRange(TextsIn(new InstanceStore(database)));
        texts.AddRange(TextsIn(new DueStore(database)));

        texts.Count.ShouldBeGreaterThan(25);
        foreach (SqlText text in texts)
        {
            var parser = new TSql150Parser(initialQuotedIdentifiers: true);
            using var reader = new StringReader(SqlServerCommands.TextOf(text));
            parser.Parse(reader, out IList<ParseError> errors);
            errors.Select(e => e.Message).ShouldBeEmpty(text.Text);
        }
    }

    /// <summary>The queries that a store builds for its provider.</summary>
    private static IEnumerable<SqlText> TextsIn(object store)
    {
        object lazy = store.GetType().GetField("queries", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(store)!;
        object queries = lazy.GetType().GetProperty("Value")!.GetValue(lazy)!;
        return queries.GetType().GetProperties(BindingFlags.Instance | BindingFlags.NonPublic)
            .Where(p => p.PropertyType == typeof(SqlText)).Select(p => (SqlText)p.GetValue(queries)!);
    }
}
