using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Runtime.Definitions;
using Platform.Runtime.Instances;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Payloads;
using Platform.Testing;

namespace Platform.Runtime.Tests.Instances;

/// <summary>What one committed step leaves behind, on every database.</summary>
public sealed class InstanceRunnerTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_start_commits_instance_event_task_deadline_and_participant_together(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Processes.TwoTasks);

        StepOutcome started = await StartAsync(host, "two");

        started.CreatedTasks.Length.ShouldBe(1);
        await using PlatformDb db = host.Database.CreateDbContext();
        InstanceRow instance = await db.Instances.SingleAsync();
        instance.Status.ShouldBe(InstanceStatus.Running);
        instance.LastSeq.ShouldBe(1);
        instance.RowVersion.ShouldBe(1);
        (await db.Events.CountAsync()).ShouldBe(1);
        TaskRow task = await db.Tasks.SingleAsync();
        task.ElementId.ShouldBe("one");
        task.CreatedSeq.ShouldBe(1);
        DeadlineRow deadline = await db.Deadlines.SingleAsync();
        deadline.TaskId.ShouldBe(task.Id);
        (await db.Participants.CountAsync()).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Completing_both_tasks_ends_the_instance_and_its_clocks(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Processes.TwoTasks);
        StepOutcome started = await StartAsync(host, "two");

        StepOutcome second = (await CompleteAsync(host, started.CreatedTasks[0], host.NewId())).Value;
        StepOutcome end = (await CompleteAsync(host, second.CreatedTasks[0], host.NewId())).Value;

        end.Status.ShouldBe(InstanceStatus.Completed);
        end.Seq.ShouldBe(3);
        await using PlatformDb db = host.Database.CreateDbContext();
        (await db.Tasks.Select(t => t.Status).ToListAsync()).ShouldAllBe(s => s == UserTaskStatus.Completed);
        DeadlineRow deadline = await db.Deadlines.SingleAsync();
        deadline.Status.ShouldBe(DeadlineStatus.Met);
        deadline.NextAt.ShouldBeNull();
        (await db.Instances.SingleAsync()).EndedAt.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_repeated_command_gets_the_first_answer_and_changes_nothing(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Processes.TwoTasks);
        StepOutcome started = await StartAsync(host, "two");
        Guid command = host.NewId();
        StepOutcome first = (await CompleteAsync(host, started.CreatedTasks[0], command)).Value;

        StepOutcome again = (await CompleteAsync(host, started.CreatedTasks[0], command)).Value;

        again.WasRepeated.ShouldBeTrue();
        again.Seq.ShouldBe(first.Seq);
        again.CreatedTasks.Select(t => t.Id).ShouldBe(first.CreatedTasks.Select(t => t.Id));
        await using PlatformDb db = host.Database.CreateDbContext();
        (await db.Events.CountAsync()).ShouldBe(2);
        (await db.Tasks.CountAsync()).ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Of_two_who_complete_one_task_at_once_exactly_one_succeeds(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Processes.TwoTasks);
        for (int i = 0; i < 10; i++)
        {
            StepOutcome started = await StartAsync(host, "two");

            Result<StepOutcome>[] answers = await Task.WhenAll(Enumerable.Range(0, 8)
                .Select(_ => Task.Run(() => CompleteAsync(host, started.CreatedTasks[0], host.NewId()))));

            answers.Count(a => a.IsSuccess).ShouldBe(1);
            answers.Where(a => !a.IsSuccess).ShouldAllBe(a => a.Problem!.Code == "token.gone");
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_task_changed_by_others_in_between_undoes_the_whole_step(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Processes.TwoTasks);
        TaskRow task = (await StartAsync(host, "two")).CreatedTasks[0];
        await host.Database.WriteAsync((db, ct) => db.Tasks.ExecuteUpdateAsync(t => t.SetProperty(x => x.RowVersion, x => x.RowVersion + 1), ct), CancellationToken.None);

        Result<StepOutcome> answer = await CompleteAsync(host, task, host.NewId());

        answer.Problem!.Code.ShouldBe("instance.busy");
        await using PlatformDb db = host.Database.CreateDbContext();
        (await db.Instances.SingleAsync()).LastSeq.ShouldBe(1);
        (await db.Events.CountAsync()).ShouldBe(1);
        (await db.Tasks.CountAsync()).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Enlisted_work_that_throws_undoes_the_step(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Processes.TwoTasks);
        TaskRow task = (await StartAsync(host, "two")).CreatedTasks[0];

        await Should.ThrowAsync<InvalidTimeZoneException>(() => host.Get<InstanceRunner>().RunAsync(
            CommandFor(task, host.NewId()) with
            {
                Additions = new StepAdditions { Enlisted = (_, _) => throw new InvalidTimeZoneException("test") },
            },
            CancellationToken.None));

        await using PlatformDb db = host.Database.CreateDbContext();
        (await db.Events.CountAsync()).ShouldBe(1);
        (await db.Instances.SingleAsync()).LastSeq.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Folding_the_stored_facts_gives_the_stored_state_and_the_chain_holds(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Processes.TwoTasks);
        StepOutcome started = await StartAsync(host, "two");
        await CompleteAsync(host, started.CreatedTasks[0], host.NewId());

        await using PlatformDb db = host.Database.CreateDbContext();
        InstanceRow instance = await db.Instances.SingleAsync();
        List<EventRow> events = await db.Events.OrderBy(e => e.Seq).ToListAsync();
        DeployedProcess process = await host.Get<GraphCache>().GetAsync(EngineHost.Tenant, instance.DefinitionId, CancellationToken.None);
        InstanceState folded = InstanceState.Replay(process.Graph, events.SelectMany(e => KernelJson.ReadFacts(e.Facts)));

        KernelJson.WriteState(folded).ShouldBe(instance.State);
        EventChain.FirstBreak(events, instance.LastHash).ShouldBeNull();
        events[0].By = host.NewId();
        EventChain.FirstBreak(events, instance.LastHash).ShouldBe(1);
    }

    [Fact]
    public async Task A_task_for_nobody_is_an_incident_and_a_retry_creates_it_once_somebody_is_there()
    {
        await using EngineHost host = await HostAsync(DatabaseKind.Sqlite, Processes.NobodyThere);
        await StartAsync(host, "nobody");
        await using PlatformDb db = host.Database.CreateDbContext();
        IncidentRow incident = await db.Incidents.SingleAsync();
        incident.Code.ShouldBe("task.nobody");

        Result<StepOutcome> retried = await host.Get<InstanceService>()
            .RetryIncidentAsync(EngineHost.Tenant, incident.Id, host.NewId(), Actor.System, CancellationToken.None);

        retried.IsSuccess.ShouldBeTrue();
        List<IncidentRow> incidents = await db.Incidents.OrderBy(i => i.RaisedAt).ToListAsync();
        incidents.Count.ShouldBe(2);
        incidents.Count(i => i.ResolvedAt is null).ShouldBe(1);
    }

    internal static async Task<EngineHost> HostAsync(DatabaseKind kind, params (string Name, string Text)[] files)
    {
        EngineHost host = await EngineHost.StartAsync(kind);
        await TestCounty.Usual().SaveAsync(host.Database);
        await host.DeployAsync(files);
        return host;
    }

    internal static Task<StepOutcome> StartAsync(EngineHost host, string process) => host.StartAsync(new StartInstance
    {
        TenantId = EngineHost.Tenant,
        ProcessKey = process,
        CommandId = host.NewId(),
        Actor = Actor.System,
        Variables = ImmutableDictionary<string, FeelValue>.Empty.Add("number", FeelValue.Of("甲-1")),
    });

    internal static Task<Result<StepOutcome>> CompleteAsync(EngineHost host, TaskRow task, Guid command) =>
        host.Get<InstanceRunner>().RunAsync(CommandFor(task, command), CancellationToken.None);

    private static InstanceCommand CommandFor(TaskRow task, Guid command) => new()
    {
        TenantId = task.TenantId,
        InstanceId = Guid.Empty,
        TaskId = task.Id,
        CommandId = command,
        Actor = Actor.System,
        Trigger = new Trigger.ResumeToken { TokenId = task.TokenId },
        Additions = new StepAdditions
        {
            Completion = new TaskCompletion { TaskId = task.Id, RowVersion = task.RowVersion, By = task.AssigneeId ?? Guid.Empty, At = task.CreatedAt },
        },
    };
}
