using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Platform.Decisions.Feel;
using Platform.Kernel.Execution;
using Platform.Runtime.Instances.Starting;
using Platform.Testing;

namespace Platform.Runtime.Tests.Instances;

public sealed class ProcessStartsTests
{
    private const string Form = """{"title":"请假单","fields":[{"key":"days","label":"天数","type":"number","required":true},{"key":"why","label":"事由","type":"text","default":"\"事假\""},{"key":"phone","label":"联系电话","type":"text","mask":"phone"}]}""";

    private const string Leave = """
        <startEvent id="s"><documentation>请假前填写。</documentation><extensionElements><gov:form ref="leave.form.json"/>{0}</extensionElements></startEvent>
        <userTask id="t" name="领导审批"><extensionElements><gov:assignment post="副书记"/></extensionElements></userTask>
        <endEvent id="e"/>
        <sequenceFlow id="f1" sourceRef="s" targetRef="t"/><sequenceFlow id="f2" sourceRef="t" targetRef="e"/>
        """;

    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whoever_fills_the_form_starts_the_process_follows_it_and_calls_it_back(DatabaseKind kind)
    {
        // given
        await using var engine = await EngineAsync(kind);
        var dengji = await engine.ViewerAsync("dengji");
        var offer = (await engine.Get<ProcessStarts>().OpenAsync(dengji, "p", default)).ShouldNotBeNull();
        (offer.Process.Description, offer.Form.Fields.Length).ShouldBe(("请假前填写。", 3));
        offer.Values["why"].ShouldBe(FeelValue.Of("事假"));

        // when
        var started = await StartAsync(engine, "dengji", ("days", FeelValue.Of(3)));

        // then
        started.Problem.ShouldBeNull();
        (await engine.OnlyTaskAsync("fushuji")).BusinessKey.ShouldBe("办件（王晓梅，11月2日）");
        var matter = (await engine.Get<Matters>().StartedAsync(dengji, 10, default)).ShouldHaveSingleItem();
        (matter.InstanceId, matter.Status).ShouldBe((started.Value.InstanceId, InstanceStatus.Running));
        (await engine.Get<Matters>().GetAsync(await engine.ViewerAsync("zhujian-cb1"), matter.InstanceId, default)).ShouldBeNull();

        // when
        var called = await engine.Get<Matters>().CallBackAsync(dengji, matter.InstanceId, "填错了", engine.NewId(), default);

        // then
        called.Problem.ShouldBeNull();
        (await engine.InboxAsync("fushuji")).ShouldBeEmpty();
        (await engine.Get<Matters>().GetAsync(dengji, matter.InstanceId, default))!.Status.ShouldNotBe(InstanceStatus.Running);
    }

    [Fact]
    public async Task A_repeated_order_starts_once()
    {
        await using var engine = await EngineAsync();
        var command = engine.NewId();

        var first = await StartAsync(engine, "dengji", command, ("days", FeelValue.Of(1)));
        var second = await StartAsync(engine, "dengji", command, ("days", FeelValue.Of(1)));

        second.Value.InstanceId.ShouldBe(first.Value.InstanceId);
        (await engine.InboxAsync("fushuji")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_form_that_is_not_good_starts_nothing()
    {
        await using var engine = await EngineAsync();

        var started = await StartAsync(engine, "dengji", ("days", FeelValue.Of("许多")));

        started.Problem!.Code.ShouldBe("form.invalid");
        started.Problem.Details.ShouldHaveSingleItem().Key.ShouldBe("days");
        (await engine.InboxAsync("fushuji")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_person_may_not_start_does_not_exist_for_them()
    {
        await using var engine = await EngineAsync(assignment: "<gov:assignment post=\"登记员\"/>");
        var starts = engine.Get<ProcessStarts>();

        (await starts.ListAsync(await engine.ViewerAsync("dengji"), default)).ShouldHaveSingleItem();
        (await starts.ListAsync(await engine.ViewerAsync("duban"), default)).ShouldBeEmpty();
        (await starts.OpenAsync(await engine.ViewerAsync("duban"), "p", default)).ShouldBeNull();
        (await StartAsync(engine, "duban", ("days", FeelValue.Of(1)))).Problem!.Code.ShouldBe("start.not-found");
    }

    [Fact]
    public async Task A_process_with_a_way_in_of_its_own_is_not_started_by_hand()
    {
        await using var engine = await EngineAsync(reserved: true);

        (await engine.Get<ProcessStarts>().ListAsync(await engine.ViewerAsync("dengji"), default)).ShouldBeEmpty();
        (await StartAsync(engine, "dengji", ("days", FeelValue.Of(1)))).Problem!.Code.ShouldBe("start.not-found");
    }

    [Fact]
    public async Task Whoever_decides_sees_what_is_asked_and_other_readers_see_it_masked()
    {
        // given
        await using var engine = await EngineAsync();
        var matter = (await StartAsync(engine, "dengji", ("days", FeelValue.Of(3)), ("why", FeelValue.Of("事假")), ("phone", FeelValue.Of("13812345678")))).Value.InstanceId;
        var forms = engine.Get<MatterForms>();

        // when
        var decider = (await forms.GetAsync(await engine.ViewerAsync("fushuji"), matter, default)).ShouldHaveSingleItem();

        // then
        (decider.Title, decider.Who).ShouldBe(("请假单", "王晓梅"));
        decider.Values["days"].ShouldBe(FeelValue.Of(3));
        decider.Values["phone"].ShouldBe(FeelValue.Of("13812345678"));
        (await forms.GetAsync(await engine.ViewerAsync("zhujian-cb1"), matter, default)).ShouldBeEmpty();

        // when
        await engine.CompleteAsync("fushuji", (await engine.OnlyTaskAsync("fushuji")).TaskId);

        // then
        (await forms.GetAsync(await engine.ViewerAsync("fushuji"), matter, default)).ShouldHaveSingleItem().Values["phone"].ShouldBe(FeelValue.Of("138****5678"));
        (await forms.GetAsync(await engine.ViewerAsync("dengji"), matter, default)).ShouldHaveSingleItem().Values["phone"].ShouldBe(FeelValue.Of("13812345678"));
    }

    [Fact]
    public async Task Whoever_handled_the_step_before_may_handle_the_next()
    {
        await using var engine = await TestEngine.StartAsync(now: new DateTimeOffset(2026, 11, 2, 1, 0, 0, TimeSpan.Zero));
        await engine.DeployAsync("""
            <startEvent id="s"/>
            <userTask id="t" name="核实"><extensionElements><gov:assignment post="副书记"/></extensionElements></userTask>
            <userTask id="u" name="回报"><extensionElements><gov:assignment relation="previous"/></extensionElements></userTask>
            <endEvent id="e"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="t"/><sequenceFlow id="f2" sourceRef="t" targetRef="u"/><sequenceFlow id="f3" sourceRef="u" targetRef="e"/>
            """);
        await StartAsync(engine, "dengji");

        await engine.CompleteAsync("fushuji", (await engine.OnlyTaskAsync("fushuji")).TaskId);

        var next = await engine.OnlyTaskAsync("fushuji");
        (next.ElementName, next.Reason).ShouldBe(("回报", "因您办理了上一步"));
    }

    [Fact]
    public async Task Only_who_started_a_matter_calls_it_back_and_says_why()
    {
        await using var engine = await EngineAsync();
        var matter = (await StartAsync(engine, "dengji", ("days", FeelValue.Of(1)))).Value.InstanceId;
        var matters = engine.Get<Matters>();

        (await matters.CallBackAsync(await engine.ViewerAsync("fushuji"), matter, "不同意", engine.NewId(), default)).Problem!.Code.ShouldBe("matter.not-starter");
        (await matters.CallBackAsync(await engine.ViewerAsync("dengji"), matter, " ", engine.NewId(), default)).Problem!.Code.ShouldBe("matter.no-reason");
        (await matters.CallBackAsync(await engine.ViewerAsync("zhujian-cb1"), matter, "撤", engine.NewId(), default)).Problem!.Code.ShouldBe("matter.not-found");
        (await engine.InboxAsync("fushuji")).Count.ShouldBe(1);
    }

    private static async Task<TestEngine> EngineAsync(DatabaseKind kind = DatabaseKind.Sqlite, string assignment = "", bool reserved = false)
    {
        var engine = await TestEngine.StartAsync(
            kind, now: new DateTimeOffset(2026, 11, 2, 1, 0, 0, TimeSpan.Zero), more: reserved ? s => s.AddSingleton(new ReservedProcess("p")) : null);
        await engine.DeployAsync(Leave.Replace("{0}", assignment, StringComparison.Ordinal), ("leave.form.json", Form));
        return engine;
    }

    private static Task<Kernel.Result<Platform.Runtime.Instances.StepOutcome>> StartAsync(TestEngine engine, string code, params (string Name, FeelValue Value)[] values) =>
        StartAsync(engine, code, engine.NewId(), values);

    private static async Task<Kernel.Result<Platform.Runtime.Instances.StepOutcome>> StartAsync(
        TestEngine engine, string code, Guid command, params (string Name, FeelValue Value)[] values) =>
        await engine.Get<ProcessStarts>().StartAsync(
            new StartRequest
            {
                By = await engine.ViewerAsync(code), ProcessKey = "p", CommandId = command, Values = values.ToImmutableDictionary(v => v.Name, v => v.Value),
            },
            default);
}
