using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Runtime.Instances;
using Platform.Runtime.Persistence;
using Platform.Testing;
using static Platform.Runtime.Tests.Instances.InstanceRunnerTests;

namespace Platform.Runtime.Tests.Instances;

/// <summary>What instances do to one another, through stored jobs.</summary>
public sealed class InstanceLinksTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_called_process_runs_on_its_own_and_its_end_lets_the_caller_go_on(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Processes.TwoTasks, Processes.Calls);
        StepOutcome caller = await StartAsync(host, "calls");
        await host.DrainAsync();
        await using PlatformDb db = host.Database.CreateDbContext();
        TaskRow one = await db.Tasks.SingleAsync();
        one.InstanceId.ShouldNotBe(caller.InstanceId);

        TaskRow other = (await CompleteAsync(host, one, host.NewId())).Value.CreatedTasks[0];
        await CompleteAsync(host, other, host.NewId());
        await host.DrainAsync();

        (await db.Instances.ToListAsync()).ShouldAllBe(i => i.Status == InstanceStatus.Completed);
        (await db.Jobs.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Ending_the_caller_ends_what_it_called(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Processes.TwoTasks, Processes.Calls);
        StepOutcome caller = await StartAsync(host, "calls");
        await host.DrainAsync();

        Result<StepOutcome> ended = await host.Get<InstanceService>().TerminateAsync(
            new EndInstance { TenantId = EngineHost.Tenant, InstanceId = caller.InstanceId, Reason = "并案", CommandId = host.NewId(), Actor = Actor.System },
            CancellationToken.None);
        await host.DrainAsync();

        ended.IsSuccess.ShouldBeTrue();
        await using PlatformDb db = host.Database.CreateDbContext();
        (await db.Instances.ToListAsync()).ShouldAllBe(i => i.Status == InstanceStatus.Terminated);
        (await db.Tasks.ToListAsync()).ShouldAllBe(t => t.Status == UserTaskStatus.Cancelled);
        (await db.Jobs.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_message_reaches_its_one_receiver_once(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Processes.WaitsForMessage);
        StepOutcome waiting = await StartAsync(host, "waits");
        var message = new CorrelateMessage { TenantId = EngineHost.Tenant, Name = "回执", CommandId = host.NewId(), Actor = Actor.System };

        Result<StepOutcome> delivered = await host.Get<InstanceService>().CorrelateMessageAsync(message, CancellationToken.None);
        Result<StepOutcome> again = await host.Get<InstanceService>().CorrelateMessageAsync(message, CancellationToken.None);
        Result<StepOutcome> other = await host.Get<InstanceService>().CorrelateMessageAsync(message with { CommandId = host.NewId() }, CancellationToken.None);

        delivered.Value.InstanceId.ShouldBe(waiting.InstanceId);
        delivered.Value.CreatedTasks.Length.ShouldBe(1);
        again.Value.WasRepeated.ShouldBeTrue();
        other.Problem!.Code.ShouldBe("message.no-receiver");
        await using PlatformDb db = host.Database.CreateDbContext();
        (await db.Subscriptions.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_message_that_two_wait_for_is_refused()
    {
        await using EngineHost host = await HostAsync(DatabaseKind.Sqlite, Processes.WaitsForMessage);
        await StartAsync(host, "waits");
        await StartAsync(host, "waits");

        Result<StepOutcome> answer = await host.Get<InstanceService>().CorrelateMessageAsync(
            new CorrelateMessage { TenantId = EngineHost.Tenant, Name = "回执", CommandId = host.NewId(), Actor = Actor.System }, CancellationToken.None);

        answer.Problem!.Code.ShouldBe("message.ambiguous");
    }
}
