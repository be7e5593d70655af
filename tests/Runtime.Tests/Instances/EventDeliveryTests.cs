using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Feel;
using Platform.Kernel.Execution;
using Platform.Runtime.Instances;
using Platform.Runtime.Persistence;
using Platform.Testing;
using static Platform.Runtime.Tests.Instances.InstanceRunnerTests;

namespace Platform.Runtime.Tests.Instances;

/// <summary>Signals, escalations and conditions between stored instances.</summary>
public sealed class EventDeliveryTests
{
    private const string Assigned = """<extensionElements><gov:assignment role="registrar"/></extensionElements>""";

    private static readonly (string Name, string Text) Waits = ("waits.bpmn", Processes.Wrap($"""
        <signal id="s" name="汛情"/>
        <process id="waits" isExecutable="true">
          <startEvent id="start"/><sequenceFlow id="f0" sourceRef="start" targetRef="wait"/>
          <intermediateCatchEvent id="wait"><signalEventDefinition signalRef="s"/></intermediateCatchEvent>
          <sequenceFlow id="f1" sourceRef="wait" targetRef="go"/><userTask id="go">{Assigned}</userTask>
          <sequenceFlow id="f2" sourceRef="go" targetRef="end"/><endEvent id="end"/>
        </process>
        """));

    private static readonly (string Name, string Text) Throws = ("throws.bpmn", Processes.Wrap("""
        <signal id="s" name="汛情"/>
        <process id="throws" isExecutable="true">
          <startEvent id="start"/><sequenceFlow id="f0" sourceRef="start" targetRef="end"/>
          <endEvent id="end"><signalEventDefinition signalRef="s"/></endEvent>
        </process>
        """));

    private static readonly (string Name, string Text) StartsBySignal = ("starts.bpmn", Processes.Wrap($"""
        <signal id="s" name="汛情"/>
        <process id="starts" isExecutable="true">
          <startEvent id="start"><signalEventDefinition signalRef="s"/></startEvent><sequenceFlow id="f0" sourceRef="start" targetRef="watch"/>
          <userTask id="watch">{Assigned}</userTask><sequenceFlow id="f1" sourceRef="watch" targetRef="end"/><endEvent id="end"/>
        </process>
        """));

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_signal_reaches_everything_that_waits_and_a_repetition_reaches_nobody_twice(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Waits, StartsBySignal);
        await StartAsync(host, "waits");
        await StartAsync(host, "waits");
        var signal = new BroadcastSignal { TenantId = EngineHost.Tenant, Name = "汛情", CommandId = host.NewId(), Actor = Actor.System };

        int first = await host.Get<InstanceService>().BroadcastSignalAsync(signal, CancellationToken.None);
        await host.Get<InstanceService>().BroadcastSignalAsync(signal, CancellationToken.None);

        first.ShouldBe(3);
        await using PlatformDb db = host.Database.CreateDbContext();
        (await db.Tasks.CountAsync(t => t.ElementId == "go")).ShouldBe(2);
        (await db.Tasks.CountAsync(t => t.ElementId == "watch")).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_signal_that_an_instance_throws_reaches_the_others(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Waits, Throws);
        await StartAsync(host, "waits");

        await StartAsync(host, "throws");
        await host.DrainAsync();

        await using PlatformDb db = host.Database.CreateDbContext();
        (await db.Tasks.SingleAsync()).ElementId.ShouldBe("go");
        (await db.Jobs.CountAsync()).ShouldBe(0);
        (await db.Subscriptions.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task An_escalation_of_a_called_process_reaches_its_caller_and_both_go_on(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Escalates, Listens);
        StepOutcome caller = await StartAsync(host, "listens");

        await host.DrainAsync();

        await using PlatformDb db = host.Database.CreateDbContext();
        List<TaskRow> tasks = await db.Tasks.OrderBy(t => t.ElementId).ToListAsync();
        tasks.Select(t => (t.ElementId, OfCaller: t.InstanceId == caller.InstanceId)).ShouldBe([("told", true), ("work", false)]);
        (await db.Instances.ToListAsync()).ShouldAllBe(i => i.Status == InstanceStatus.Running);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_condition_fires_once_when_data_from_outside_make_it_true(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Conditional);
        StepOutcome started = await StartAsync(host, "conditional");

        foreach (long level in new long[] { 1, 5, 6, 2, 7 })
        {
            (await host.Get<InstanceService>().SetVariablesAsync(
                new SetVariables
                {
                    TenantId = EngineHost.Tenant,
                    InstanceId = started.InstanceId,
                    CommandId = host.NewId(),
                    Actor = Actor.System,
                    Variables = ImmutableDictionary<string, FeelValue>.Empty.Add("level", FeelValue.Of(level)),
                },
                CancellationToken.None)).IsSuccess.ShouldBeTrue();
        }

        await using PlatformDb db = host.Database.CreateDbContext();
        (await db.Tasks.CountAsync(t => t.ElementId == "alarm")).ShouldBe(2, "it became true twice: from 1 to 5, and from 2 to 7");
    }

    private static readonly (string Name, string Text) Escalates = ("escalates.bpmn", Processes.Wrap($"""
        <escalation id="e" escalationCode="help"/>
        <process id="escalates" isExecutable="true">
          <startEvent id="start"/><sequenceFlow id="f0" sourceRef="start" targetRef="call-out"/>
          <intermediateThrowEvent id="call-out"><escalationEventDefinition escalationRef="e"/></intermediateThrowEvent>
          <sequenceFlow id="f1" sourceRef="call-out" targetRef="work"/><userTask id="work">{Assigned}</userTask>
          <sequenceFlow id="f2" sourceRef="work" targetRef="end"/><endEvent id="end"/>
        </process>
        """));

    private static readonly (string Name, string Text) Listens = ("listens.bpmn", Processes.Wrap($"""
        <escalation id="e" escalationCode="help"/>
        <process id="listens" isExecutable="true">
          <startEvent id="start"/><sequenceFlow id="f0" sourceRef="start" targetRef="call"/>
          <callActivity id="call" calledElement="escalates"/><sequenceFlow id="f1" sourceRef="call" targetRef="end"/><endEvent id="end"/>
          <boundaryEvent id="heard" attachedToRef="call" cancelActivity="false"><escalationEventDefinition escalationRef="e"/></boundaryEvent>
          <sequenceFlow id="f2" sourceRef="heard" targetRef="told"/><userTask id="told">{Assigned}</userTask>
          <sequenceFlow id="f3" sourceRef="told" targetRef="end2"/><endEvent id="end2"/>
        </process>
        """));

    private static readonly (string Name, string Text) Conditional = ("conditional.bpmn", Processes.Wrap($"""
        <process id="conditional" isExecutable="true">
          <startEvent id="start"/><sequenceFlow id="f0" sourceRef="start" targetRef="work"/>
          <userTask id="work">{Assigned}</userTask><sequenceFlow id="f1" sourceRef="work" targetRef="end"/><endEvent id="end"/>
          <boundaryEvent id="high" attachedToRef="work" cancelActivity="false"><conditionalEventDefinition><condition>level &gt; 4</condition></conditionalEventDefinition></boundaryEvent>
          <sequenceFlow id="f2" sourceRef="high" targetRef="alarm"/><userTask id="alarm">{Assigned}</userTask>
          <sequenceFlow id="f3" sourceRef="alarm" targetRef="end2"/><endEvent id="end2"/>
        </process>
        """));
}
