using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Persistence.PostgreSql;
using Platform.Persistence.Sqlite;
using Platform.Runtime;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;
using Platform.Testing;

namespace Platform.Benchmarks;

/// <summary>
/// <c>deadlines --database sqlite|postgres --due 10000</c>: that many red cards due at one instant, each recorded once with a message to the
/// official and to the head of the unit, through the real pump.
/// </summary>
internal static class DeadlinesBenchmark
{
    private const string Tenant = "999901";

    private const string Bpmn = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:shanzhi:gov:1" targetNamespace="b">
          <process id="p" name="办件" isExecutable="true">
            <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="t"/>
            <userTask id="t" name="办理"><extensionElements>
              <gov:assignment assignee='"official"'/><gov:deadline kind="working" amount="1" unit="day"/>
            </extensionElements></userTask>
            <sequenceFlow id="f2" sourceRef="t" targetRef="e"/><endEvent id="e"/>
          </process>
        </definitions>
        """;

    internal static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var isPostgres = Option(args, "--database", "sqlite") == "postgres";
        var count = int.Parse(Option(args, "--due", "10000"), CultureInfo.InvariantCulture);
        using var server = isPostgres ? PostgreSqlServer.Start(isDurable: true) : null;
        var place = server is null ? Path.Combine(Directory.CreateTempSubdirectory("platform-bench-").FullName, "due.db") : await server.CreateDatabaseAsync(null);
        var clock = new ManualClock();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton(new SchedulingOptions { RunsPump = false });
        services.AddPlatformRuntime(o => o.Database = model => isPostgres ? new PostgreSqlDatabase(place, model) : new SqliteDatabase(place, model));
        await using var provider = services.BuildServiceProvider();
        var database = provider.GetRequiredService<PlatformDatabase>();
        await database.MigrateAsync(CancellationToken.None);
        await SeedAsync(provider, database, clock.GetUtcNow());
        await FillAsync(database, isPostgres, count);
        await using (var db = database.CreateDbContext())
        {
            clock.MoveTo(await db.Deadlines.MaxAsync(d => d.DueAt));
        }

        var began = TimeProvider.System.GetTimestamp();
        await provider.GetRequiredService<DueWork>().DrainAsync(CancellationToken.None);
        var seconds = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
        await using var after = database.CreateDbContext();
        var cards = await after.DeadlineEvents.CountAsync(e => e.Level == "red");
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{database.ProviderName}, {Environment.ProcessorCount} cores: {cards} red cards due at one instant, all recorded after {seconds:F2} s = {cards / seconds:F0}/s"));
        return cards == count ? 0 : 1;
    }

    /// <summary>One matter made by the engine, of which the others are copies.</summary>
    private static async Task SeedAsync(ServiceProvider provider, PlatformDatabase database, DateTimeOffset now)
    {
        var unit = Guid.CreateVersion7(now);
        await database.WriteAsync(
            (db, _) =>
            {
                db.Add(new OrgUnitRow { TenantId = Tenant, Id = unit, Code = "unit", Name = "联系办", ShortName = "联系办", IsActive = true });
                foreach (var (code, isHead) in new[] { ("official", false), ("head", true) })
                {
                    var (person, post) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));
                    db.Add(new PersonRow { TenantId = Tenant, Id = person, Code = code, Name = code, IsActive = true });
                    db.Add(new PostRow { TenantId = Tenant, Id = post, UnitId = unit, Name = code, IsHead = isHead });
                    db.Add(new MembershipRow { TenantId = Tenant, Id = Guid.CreateVersion7(now), PersonId = person, PostId = post, UnitId = unit, IsPrimary = true });
                }

                return Task.FromResult(true);
            },
            CancellationToken.None);
        await FirstMatter.StartAsync(provider, Tenant, Bpmn, unit);
    }

    private static async Task FillAsync(PlatformDatabase database, bool isPostgres, int count)
    {
        var id = isPostgres ? "('0192f3a0-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid" : "printf('0192F3A0-0000-7000-8000-%012X', n)";
        var series = isPostgres
            ? $"generate_series(1, {count - 1}) n"
            : $"(WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {count - 1}) SELECT n FROM s)";
        string[] statements =
        [
            "UPDATE deadlines SET next_step = 2, next_at = due_at",
            $"""
             INSERT INTO instances (tenant_id, id, definition_id, process_key, version, business_key, status, state, row_version, last_hash, last_seq, scope, owner_unit_id, started_at)
             SELECT tenant_id, {id}, definition_id, process_key, version, 'N' || n, status, state, row_version, last_hash, last_seq, scope, owner_unit_id, started_at FROM instances CROSS JOIN {series}
             """,
            $"""
             INSERT INTO tasks (tenant_id, id, instance_id, token_id, element_id, definition_id, created_seq, title, status, assignee_id, unit_id, created_at, due_at, sort_at, round, priority, row_version)
             SELECT tenant_id, {id}, {id}, token_id, element_id, definition_id, created_seq, title, status, assignee_id, unit_id, created_at, due_at, sort_at, round, priority, row_version FROM tasks CROSS JOIN {series}
             """,
            $"""
             INSERT INTO deadlines (tenant_id, id, instance_id, task_id, token_id, element_id, clock, status, started_at, original_due_at, due_at, next_at, next_step, plan, row_version)
             SELECT tenant_id, {id}, {id}, {id}, token_id, element_id, clock, status, started_at, original_due_at, due_at, next_at, next_step, plan, row_version FROM deadlines CROSS JOIN {series}
             """,
            $"INSERT INTO participants (tenant_id, instance_id, person_id, since) SELECT tenant_id, {id}, person_id, since FROM participants CROSS JOIN {series}",
            "ANALYZE",
        ];
        foreach (var statement in statements)
        {
            await database.WriteAsync((db, ct) => db.Database.ExecuteSqlRawAsync(statement, ct), CancellationToken.None);
        }
    }

    private static string Option(string[] args, string name, string without) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : without;
}
