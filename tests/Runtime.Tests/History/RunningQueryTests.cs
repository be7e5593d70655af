using Platform.Runtime.History;
using Platform.Runtime.Persistence;
using Platform.Testing;
using static Platform.Runtime.Tests.Calendar.WorkCalendarTests;

namespace Platform.Runtime.Tests.History;

public sealed class RunningQueryTests
{
    private const string Process = """
        <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="handle"/>
        <userTask id="handle" name="办理"><extensionElements>
          <gov:assignment post="联系办主任"/><gov:deadline kind="working" amount="2" unit="day"/><gov:outcome value="submit" text="报出"/>
        </extensionElements></userTask>
        <sequenceFlow id="f2" sourceRef="handle" targetRef="e"/><endEvent id="e"/>
        """;

    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_administrator_sees_how_many_wait_are_late_and_how_long_a_step_takes(DatabaseKind kind)
    {
        await using var engine = await TestEngine.StartAsync(kind, now: Local(2026, 11, 23, 9, 0));
        await engine.DeployAsync(Process);
        await engine.StartInstanceAsync();
        engine.Clock.Advance(TimeSpan.FromHours(3));
        await engine.CompleteAsync("lianxi", (await engine.OnlyTaskAsync("lianxi")).TaskId, "submit");
        await engine.StartInstanceAsync();
        await engine.MoveToAsync(Local(2026, 11, 27, 9, 0));

        var figures = await engine.Get<RunningQuery>().GetAsync(await engine.ViewerAsync("admin"), "p", 30, default);

        figures.ShouldBe([new ElementFigures("handle", 1, 1, 1, 0, TimeSpan.FromHours(3))]);
    }

    [Fact]
    public async Task Only_matters_that_exist_for_the_reader_can_be_followed()
    {
        await using var engine = await TestEngine.StartAsync(DatabaseKind.Sqlite);
        await engine.DeployAsync(Process);
        var first = await engine.StartInstanceAsync();
        engine.Clock.Advance(TimeSpan.FromHours(1));
        var second = await engine.StartInstanceAsync();

        (await engine.Get<RunningQuery>().MattersAsync(await engine.ViewerAsync("lianxi"), "p", 10, default)).Select(m => m.InstanceId).ShouldBe([second, first]);
        (await engine.Get<RunningQuery>().MattersAsync(await engine.ViewerAsync("lianxi"), "p", 1, default)).ShouldHaveSingleItem().InstanceId.ShouldBe(second);
        (await engine.Get<RunningQuery>().MattersAsync(await engine.ViewerAsync("zhen"), "p", 10, default)).ShouldBeEmpty();
        (await engine.Get<RunningQuery>().MattersAsync(await engine.ViewerAsync("lianxi"), "other", 10, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_may_not_administer_gets_no_numbers()
    {
        await using var engine = await TestEngine.StartAsync(DatabaseKind.Sqlite);
        await engine.DeployAsync(Process);
        await engine.StartInstanceAsync();

        (await engine.Get<RunningQuery>().GetAsync(await engine.ViewerAsync("dengji"), "p", 30, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Discreet_matters_are_in_no_number()
    {
        await using var engine = await TestEngine.StartAsync(DatabaseKind.Sqlite);
        await engine.DeployAsync(Process);
        await engine.StartInstanceAsync(scope: InformationScope.Sealed);

        (await engine.Get<RunningQuery>().GetAsync(await engine.ViewerAsync("admin"), "p", 30, default)).ShouldBeEmpty();
    }
}
