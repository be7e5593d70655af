using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Execution;
using Platform.Runtime.Access;
using Platform.Runtime.Instances;
using Platform.Runtime.Persistence;
using Platform.Testing;
using static Platform.Runtime.Tests.Instances.InstanceRunnerTests;

namespace Platform.Runtime.Tests.Instances;

/// <summary>What operators do to instances: always with a reason, always on record.</summary>
public sealed class InstanceOperationsTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task While_an_instance_rests_nothing_moves_and_afterwards_it_goes_on_where_it_was(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Processes.TimedTask);
        StepOutcome started = await StartAsync(host, "timed");
        var operations = host.Get<InstanceOperations>();

        // when it rests
        (await operations.SuspendAsync(Operator(host), started.InstanceId, "核对数据", host.NewId(), default)).IsSuccess.ShouldBeTrue();
        (await CompleteAsync(host, started.CreatedTasks[0], host.NewId())).Problem!.Code.ShouldBe("instance.suspended");
        (await operations.SuspendAsync(Operator(host), started.InstanceId, "再次", host.NewId(), default)).Problem!.Code.ShouldBe("instance.suspended");
        (await host.DrainAfterAsync(TimeSpan.FromHours(5))).ShouldBe(0);
        await using PlatformDb db = host.Database.CreateDbContext();
        (await db.Tasks.SingleAsync()).Status.ShouldBe(UserTaskStatus.Suspended);

        // when it goes on
        (await operations.ResumeAsync(Operator(host), started.InstanceId, "核对完毕", host.NewId(), default)).IsSuccess.ShouldBeTrue();
        (await host.DrainAsync()).ShouldBe(1);

        // then the timer of an hour has fired late, once, and the rest is part of the history
        (await db.Tasks.AsNoTracking().OrderBy(t => t.CreatedSeq).ToListAsync()).Select(t => (t.ElementId, t.Status))
            .ShouldBe([("work", UserTaskStatus.Cancelled), ("chase", UserTaskStatus.Open)]);
        (await db.Timers.CountAsync()).ShouldBe(0);
        InstanceRow instance = await db.Instances.SingleAsync();
        (instance.SuspendedAt, instance.LastSeq).ShouldBe((null, 4));
        EventChain.FirstBreak(await db.Events.OrderBy(e => e.Seq).ToListAsync(), instance.LastHash).ShouldBeNull();
        (await db.Audit.Select(a => a.Action + " " + a.Detail).ToListAsync())
            .ShouldBe(["instance.suspended 核对数据", "instance.resumed 核对完毕"], ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task The_end_of_a_called_process_waits_for_a_caller_that_rests(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Processes.TwoTasks, Processes.Calls);
        StepOutcome caller = await StartAsync(host, "calls");
        await host.DrainAsync();
        await using PlatformDb db = host.Database.CreateDbContext();
        TaskRow one = await db.Tasks.SingleAsync();
        await host.Get<InstanceOperations>().SuspendAsync(Operator(host), caller.InstanceId, "核对数据", host.NewId(), default);

        TaskRow other = (await CompleteAsync(host, one, host.NewId())).Value.CreatedTasks[0];
        await CompleteAsync(host, other, host.NewId());
        await host.DrainAsync();
        (await db.Instances.AsNoTracking().SingleAsync(i => i.Id == caller.InstanceId)).Status.ShouldBe(InstanceStatus.Running);
        await host.Get<InstanceOperations>().ResumeAsync(Operator(host), caller.InstanceId, "核对完毕", host.NewId(), default);
        await host.DrainAfterAsync(TimeSpan.FromHours(7));

        (await db.Instances.AsNoTracking().ToListAsync()).ShouldAllBe(i => i.Status == InstanceStatus.Completed);
        (await db.Jobs.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_operator_ends_what_rests_and_starts_anew_on_record(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Processes.TwoTasks);
        var operations = host.Get<InstanceOperations>();

        StepOutcome started = (await operations.StartAsync(
            Operator(host), new StartInstance { TenantId = EngineHost.Tenant, ProcessKey = "two", CommandId = host.NewId(), Actor = Actor.System }, "补录", default)).Value;
        await operations.SuspendAsync(Operator(host), started.InstanceId, "重复录入", host.NewId(), default);
        (await operations.TerminateAsync(Operator(host), started.InstanceId, "重复录入", host.NewId(), default)).Value.Status.ShouldBe(InstanceStatus.Terminated);
        (await operations.SuspendAsync(Operator(host), started.InstanceId, "再停", host.NewId(), default)).Problem!.Code.ShouldBe("instance.ended");

        await using PlatformDb db = host.Database.CreateDbContext();
        (await db.Tasks.SingleAsync()).Status.ShouldBe(UserTaskStatus.Cancelled);
        (await db.Audit.CountAsync(a => a.SubjectId == started.InstanceId && a.PersonId != null)).ShouldBe(3);
    }

    [Fact]
    public async Task Without_the_right_or_a_reason_nothing_is_done()
    {
        await using EngineHost host = await HostAsync(DatabaseKind.Sqlite, Processes.TwoTasks);
        StepOutcome started = await StartAsync(host, "two");
        var operations = host.Get<InstanceOperations>();

        (await operations.CancelAsync(Operator(host) with { Rights = ViewerRights.Administer }, started.InstanceId, "想停", host.NewId(), default)).Problem!.Code.ShouldBe("operation.not-allowed");
        (await operations.CancelAsync(Operator(host), started.InstanceId, "  ", host.NewId(), default)).Problem!.Code.ShouldBe("operation.reason");
        (await operations.ResumeAsync(Operator(host), started.InstanceId, "恢复", host.NewId(), default)).Problem!.Code.ShouldBe("instance.not-suspended");
        (await operations.CancelAsync(Operator(host), host.NewId(), "没有这件", host.NewId(), default)).Problem!.Code.ShouldBe("instance.not-found");

        await using PlatformDb db = host.Database.CreateDbContext();
        (await db.Audit.CountAsync()).ShouldBe(0);
        (await db.Instances.SingleAsync()).Status.ShouldBe(InstanceStatus.Running);
    }

    private static Viewer Operator(EngineHost host) => new() { TenantId = EngineHost.Tenant, PersonId = host.NewId(), Rights = ViewerRights.Operate };
}
