using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;
using Platform.Migrations;
using Platform.Persistence.Sqlite;
using Platform.Runtime.Persistence;
using Platform.Testing;

namespace Platform.Runtime.Tests.Persistence;

/// <summary>Migrations are complete on every provider, and SQL Server's texts are valid T-SQL.</summary>
public sealed class MigrationTests
{
    [Theory]
    [InlineData("Persistence.Sqlite")]
    [InlineData("Persistence.PostgreSql")]
    [InlineData("Persistence.SqlServer")]
    public void No_migration_was_forgotten(string project)
    {
        using PlatformDb db = Target.All.Single(t => t.Project == project).Open(ModelParts.All);

        db.Database.HasPendingModelChanges().ShouldBeFalse("scaffold again: dotnet run --project build/Migrations -- reset");
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_migrated_database_is_migrated_again_without_harm(DatabaseKind kind)
    {
        await using TestDatabase test = await TestDatabase.CreateAsync(kind);

        await test.Database.MigrateAsync(CancellationToken.None);

        await using PlatformDb db = test.Database.CreateDbContext();
        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_processes_may_create_one_sqlite_file_at_once()
    {
        string path = Path.Combine(Path.GetTempPath(), $"platform-twice-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}", "new.db");
        await using var one = new SqliteDatabase(path, ModelParts.All);
        await using var two = new SqliteDatabase(path, ModelParts.All);

        await Task.WhenAll(one.MigrateAsync(CancellationToken.None), two.MigrateAsync(CancellationToken.None));

        await using PlatformDb db = one.CreateDbContext();
        (await db.Database.GetPendingMigrationsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public void Sql_server_scripts_are_valid_t_sql()
    {
        using PlatformDb db = Target.All.Single(t => t.Project == "Persistence.SqlServer").Open(ModelParts.All);

        Errors(db.Database.GenerateCreateScript()).ShouldBeEmpty();
        Errors(db.GetService<IMigrator>().GenerateScript()).ShouldBeEmpty();
        Errors("SELECT FROM nothing WHERE").ShouldNotBeEmpty("the check must be able to fail");
    }

    private static IEnumerable<string> Errors(string script)
    {
        var parser = new TSql150Parser(initialQuotedIdentifiers: true);
        using var reader = new StringReader(script);
        parser.Parse(reader, out IList<ParseError> errors);
        return errors.Select(e => $"{e.Line}: {e.Message}");
    }
}
