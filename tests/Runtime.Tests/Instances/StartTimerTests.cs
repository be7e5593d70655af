using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Persistence;
using Platform.Testing;
using static Platform.Runtime.Tests.Instances.InstanceRunnerTests;

namespace Platform.Runtime.Tests.Instances;

/// <summary>Processes that start by time.</summary>
public sealed class StartTimerTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_repetition_with_a_count_starts_so_often_and_then_no_more(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Starting("<timeCycle>R3/P1D</timeCycle>"));

        for (int day = 1; day <= 6; day++)
        {
            await host.DrainAfterAsync(TimeSpan.FromDays(1));
        }

        await using PlatformDb db = host.Database.CreateDbContext();
        (await db.Instances.CountAsync()).ShouldBe(3);
        (await db.Timers.CountAsync()).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task A_repetition_without_a_count_goes_on_and_makes_up_what_an_outage_missed(DatabaseKind kind)
    {
        await using EngineHost host = await HostAsync(kind, Starting("<timeCycle>R/P1D</timeCycle>"));

        await host.DrainAfterAsync(TimeSpan.FromDays(4));
        await host.DrainAfterAsync(TimeSpan.FromDays(1));

        await using PlatformDb db = host.Database.CreateDbContext();
        (await db.Instances.CountAsync()).ShouldBe(5);
        (await db.Timers.SingleAsync()).StartsLeft.ShouldBe(-1);
    }

    private static (string Name, string Text) Starting(string timer) => ("start.bpmn", Processes.Wrap($"""
        <process id="start" isExecutable="true">
          <startEvent id="s"><timerEventDefinition>{timer}</timerEventDefinition></startEvent><sequenceFlow id="f0" sourceRef="s" targetRef="t"/>
          <userTask id="t"><extensionElements><gov:assignment role="registrar"/></extensionElements></userTask>
          <sequenceFlow id="f1" sourceRef="t" targetRef="e"/><endEvent id="e"/>
        </process>
        """));
}
