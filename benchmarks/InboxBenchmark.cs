using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Persistence.PostgreSql;
using Platform.Persistence.Sqlite;
using Platform.Runtime;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;
using Platform.Runtime.Tasks;
using Platform.Testing;

namespace Platform.Benchmarks;

/// <summary>
/// <c>inbox --database sqlite|postgres --tasks 1000000</c>: a page of the inbox of one official who has all the open tasks, half of them assigned,
/// half to be signed for, at the service with every access check.
/// </summary>
internal static class InboxBenchmark
{
    private const string Tenant = "999901";
    private const int PageSize = 20;
    private const int Rounds = 200;

    private const string Bpmn = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:shanzhi:gov:1" targetNamespace="b">
          <process id="p" name="办件" isExecutable="true">
            <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="t"/>
            <userTask id="t" name="办理"><extensionElements><gov:assignment assignee='"official"'/></extensionElements></userTask>
            <sequenceFlow id="f2" sourceRef="t" targetRef="e"/><endEvent id="e"/>
          </process>
        </definitions>
        """;

    internal static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var isPostgres = Option(args, "--database", "sqlite") == "postgres";
        var count = int.Parse(Option(args, "--tasks", "1000000"), CultureInfo.InvariantCulture);
        using var server = isPostgres ? PostgreSqlServer.Start(isDurable: false) : null;
        var place = server is null ? Path.Combine(Directory.CreateTempSubdirectory("platform-bench-").FullName, "inbox.db") : await server.CreateDatabaseAsync(null);
        var services = new ServiceCollection();
        services.AddSingleton(new SchedulingOptions { RunsPump = false });
        services.AddPlatformRuntime(o => o.Database = model => isPostgres ? new PostgreSqlDatabase(place, model) : new SqliteDatabase(place, model));
        await using var provider = services.BuildServiceProvider();
        var database = provider.GetRequiredService<PlatformDatabase>();
        await database.MigrateAsync(CancellationToken.None);
        var official = await SeedAsync(provider, database);
        await FillAsync(database, isPostgres, official, count);

        var query = provider.GetRequiredService<TaskQuery>();
        var viewer = await provider.GetRequiredService<Viewers>().ForPersonAsync(Tenant, official, CancellationToken.None);
        await output.WriteLineAsync($"{database.ProviderName}, {Environment.ProcessorCount} cores, {count} open tasks of one official, pages of {PageSize}, {Rounds} rounds");
        await MeasureAsync("first page", () => query.InboxAsync(viewer, InboxFilter.All, null, PageSize, CancellationToken.None), output);
        var page = await query.InboxAsync(viewer, InboxFilter.All, null, 200, CancellationToken.None);
        for (var i = 0; i < 20; i++)
        {
            page = await query.InboxAsync(viewer, InboxFilter.All, page.Next, 200, CancellationToken.None);
        }

        await MeasureAsync("page after 4,200", () => query.InboxAsync(viewer, InboxFilter.All, page.Next, PageSize, CancellationToken.None), output);
        await MeasureAsync("counts", () => query.CountsAsync(viewer, CancellationToken.None), output);
        return 0;
    }

    private static async Task MeasureAsync<T>(string name, Func<Task<T>> work, TextWriter output)
    {
        for (var i = 0; i < 10; i++)
        {
            await work();
        }

        var times = new List<double>(Rounds);
        for (var i = 0; i < Rounds; i++)
        {
            var began = TimeProvider.System.GetTimestamp();
            await work();
            times.Add(TimeProvider.System.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture, $"{name,-18} p50 {times[Rounds / 2],7:F2} ms   p99 {times[(Rounds * 99) / 100],7:F2} ms"));
    }

    /// <summary>One official, and one matter made by the engine, of which the others are copies.</summary>
    private static async Task<Guid> SeedAsync(ServiceProvider provider, PlatformDatabase database)
    {
        var now = TimeProvider.System.GetUtcNow();
        var (unit, person, post) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now), Guid.CreateVersion7(now));
        await database.WriteAsync(
            (db, _) =>
            {
                db.Add(new OrgUnitRow { TenantId = Tenant, Id = unit, Code = "unit", Name = "联系办", ShortName = "联系办", IsActive = true });
                db.Add(new PersonRow { TenantId = Tenant, Id = person, Code = "official", Name = "经办人", IsActive = true });
                db.Add(new PostRow { TenantId = Tenant, Id = post, UnitId = unit, Name = "经办" });
                db.Add(new MembershipRow { TenantId = Tenant, Id = Guid.CreateVersion7(now), PersonId = person, PostId = post, UnitId = unit, IsPrimary = true });
                return Task.FromResult(true);
            },
            CancellationToken.None);
        await FirstMatter.StartAsync(provider, Tenant, Bpmn, unit);
        return person;
    }

    private static async Task FillAsync(PlatformDatabase database, bool isPostgres, Guid official, int count)
    {
        var id = isPostgres ? "('0192f3a0-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid" : "printf('0192F3A0-0000-7000-8000-%012X', n)";
        var at = isPostgres ? "created_at + (n::bigint * 7919 % 1000003) * interval '1 second'" : "created_at + (n * 7919 % 1000003) * 1000000";
        var series = isPostgres
            ? $"generate_series(1, {count - 1}) n"
            : $"(WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {count - 1}) SELECT n FROM s)";
        var me = isPostgres ? $"'{official}'::uuid" : $"'{official.ToString().ToUpperInvariant()}'";
        var open = isPostgres ? "true" : "1";
        string[] statements =
        [
            $"""
             INSERT INTO instances (tenant_id, id, definition_id, process_key, version, business_key, status, state, row_version, last_hash, last_seq, scope, owner_unit_id, started_at)
             SELECT tenant_id, {id}, definition_id, process_key, version, 'N' || n, status, state, row_version, last_hash, last_seq, scope, owner_unit_id, started_at FROM instances CROSS JOIN {series}
             """,
            $"""
             INSERT INTO tasks (tenant_id, id, instance_id, token_id, element_id, definition_id, created_seq, title, status, assignee_id, created_at, due_at, sort_at, round, priority, row_version)
             SELECT tenant_id, {id}, {id}, token_id, element_id, definition_id, created_seq, title, status, CASE WHEN n % 2 = 0 THEN {me} END, created_at, {at}, {at}, round, priority, row_version FROM tasks CROSS JOIN {series}
             """,
            $"INSERT INTO task_candidates (tenant_id, task_id, person_id, sort_at, is_open) SELECT tenant_id, id, {me}, sort_at, {open} FROM tasks WHERE assignee_id IS NULL",
            $"INSERT INTO participants (tenant_id, instance_id, person_id, since) SELECT tenant_id, {id}, person_id, since FROM participants CROSS JOIN {series}",
            "ANALYZE",
        ];
        foreach (var statement in statements)
        {
            await database.WriteAsync(
                async (db, ct) =>
                {
                    db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
                    return await db.Database.ExecuteSqlRawAsync(statement, ct);
                },
                CancellationToken.None);
        }
    }

    private static string Option(string[] args, string name, string without) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : without;
}
