using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;
using Platform.Runtime.Tests.Instances;
using Platform.Testing;
using static Platform.Runtime.Tests.Instances.InstanceRunnerTests;

namespace Platform.Runtime.Tests.Scheduling;

/// <summary>Due work is done in time, once, and survives those who do it.</summary>
public sealed class DueWorkTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_timer_fires_when_its_time_has_come_and_not_before(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Processes.TimedTask);
        await StartAsync(host, "timed");
        await using PlatformDb db = host.Database.CreateDbContext();

        (await host.DrainAfterAsync(TimeSpan.FromMinutes(59))).ShouldBe(0);
        (await host.DrainAfterAsync(TimeSpan.FromMinutes(1))).ShouldBe(1);
        (await host.DrainAfterAsync(TimeSpan.FromDays(30))).ShouldBe(0);

        (await db.Timers.CountAsync()).ShouldBe(0);
        List<TaskRow> tasks = await db.Tasks.OrderBy(t => t.CreatedSeq).ToListAsync();
        tasks.Select(t => (t.ElementId, t.Status)).ShouldBe([("work", UserTaskStatus.Cancelled), ("chase", UserTaskStatus.Open)]);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Two_nodes_fire_every_timer_once_between_them(DatabaseKind kind)
    {
        await using EngineHost one = await HostAsync(kind, Processes.TimedTask);
        await using EngineHost two = EngineHost.On(one.Test, one.Clock);
        for (int i = 0; i < 30; i++)
        {
            await StartAsync(one, "timed");
        }

        one.Clock.Advance(TimeSpan.FromHours(1));
        await Task.WhenAll(one.DrainAsync(), two.DrainAsync());

        await using PlatformDb db = one.Database.CreateDbContext();
        (await db.Tasks.CountAsync(t => t.ElementId == "chase")).ShouldBe(30);
        (await db.Events.CountAsync()).ShouldBe(60);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task What_a_dead_node_had_claimed_is_done_when_its_lease_ends(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Processes.TimedTask);
        await StartAsync(host, "timed");
        host.Clock.Advance(TimeSpan.FromHours(1));
        (await host.Get<DueStore>().ClaimTimersAsync("dead", host.Clock.GetUtcNow(), TimeSpan.FromMinutes(1), CancellationToken.None)).Count.ShouldBe(1);

        (await host.DrainAsync()).ShouldBe(0);
        (await host.DrainAfterAsync(TimeSpan.FromMinutes(1))).ShouldBe(1);

        await using PlatformDb db = host.Database.CreateDbContext();
        (await db.Tasks.CountAsync(t => t.ElementId == "chase")).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_job_is_tried_again_with_growing_pauses_and_kept_as_failed_at_the_end(DatabaseKind kind)
    {
        var handler = new Fails();
        await using EngineHost host = await EngineHost.StartAsync(kind, services => services.AddSingleton<IJobHandler>(handler));
        await AddJobAsync(host, attempts: 3);

        await host.DrainAsync();
        (await host.DrainAfterAsync(TimeSpan.FromSeconds(59))).ShouldBe(0);
        (await host.DrainAfterAsync(TimeSpan.FromSeconds(1))).ShouldBe(1);
        (await host.DrainAfterAsync(TimeSpan.FromSeconds(119))).ShouldBe(0);
        (await host.DrainAfterAsync(TimeSpan.FromSeconds(1))).ShouldBe(1);
        (await host.DrainAfterAsync(TimeSpan.FromDays(3))).ShouldBe(0);

        handler.Attempts.ShouldBe(3);
        await using PlatformDb db = host.Database.CreateDbContext();
        JobRow job = await db.Jobs.SingleAsync();
        job.Status.ShouldBe(JobStatus.Failed);
        job.ErrorCode.ShouldBe("test.failed");
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Deadlines_warn_once_for_every_level(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Processes.TwoTasks);
        await StartAsync(host, "two");
        await using PlatformDb db = host.Database.CreateDbContext();

        for (int day = 0; day < 12; day++)
        {
            await host.DrainAfterAsync(TimeSpan.FromDays(1));
        }

        List<DeadlineEventRow> events = await db.DeadlineEvents.ToListAsync();
        events.ShouldNotBeEmpty();
        events.Select(e => e.Level).ShouldBeUnique();
        (await db.Deadlines.SingleAsync()).NextAt.ShouldBeNull();
    }

    [Fact]
    public async Task The_next_due_instant_is_the_earliest_of_all_kinds()
    {
        await using EngineHost host = await HostAsync(DatabaseKind.Sqlite, Processes.TimedTask, Processes.TwoTasks);
        (await host.Get<DueWork>().NextDueAsync(CancellationToken.None)).ShouldBeNull();
        await StartAsync(host, "two");
        await StartAsync(host, "timed");

        (await host.Get<DueWork>().NextDueAsync(CancellationToken.None)).ShouldBe(host.Clock.GetUtcNow().AddHours(1));
    }

    private static Task AddJobAsync(EngineHost host, int attempts) => host.Database.WriteAsync(
        (db, _) =>
        {
            db.Jobs.Add(new JobRow
            {
                TenantId = EngineHost.Tenant,
                Id = host.NewId(),
                Kind = "test",
                Payload = [],
                DueAt = host.Clock.GetUtcNow(),
                MaxAttempts = attempts,
                BackoffSeconds = 60,
                CreatedAt = host.Clock.GetUtcNow(),
            });
            return Task.FromResult(true);
        },
        CancellationToken.None);

    private sealed class Fails : IJobHandler
    {
        public int Attempts { get; private set; }

        public string Kind => "test";

        public Task<JobOutcome> RunAsync(JobRow job, CancellationToken ct)
        {
            Attempts++;
            return Task.FromResult<JobOutcome>(new JobOutcome.Retry(new Problem("test.failed", "失败")));
        }

        public Task<bool> GiveUpAsync(JobRow job, Problem problem, CancellationToken ct) => Task.FromResult(false);
    }
}
