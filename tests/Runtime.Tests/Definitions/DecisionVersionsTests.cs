using System.Text;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Runtime.Definitions;
using Platform.Runtime.Definitions.Rules;
using Platform.Testing;

namespace Platform.Runtime.Tests.Definitions;

/// <summary>Decisions have versions of their own; an instance keeps the one it was started with unless the model says otherwise.</summary>
public sealed class DecisionVersionsTests
{
    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_instance_keeps_the_version_it_was_started_with_and_latest_follows(DatabaseKind kind)
    {
        // given a decision on its own, and a process that asks it before and after a task in two ways
        await using var engine = await TestEngine.StartAsync(kind);
        await PublishAsync(engine, "一");
        await engine.DeployAsync(Asking(
            """gov:decision="单位" gov:resultVariable="kept" """,
            """gov:decision="单位" gov:binding="latest" gov:resultVariable="latest" """));
        var old = await engine.StartInstanceAsync();

        // when
        var second = await PublishAsync(engine, "二");
        var fresh = await engine.StartInstanceAsync();
        await engine.CompleteAsync("dengji", await TaskOfAsync(engine, old));
        await engine.CompleteAsync("dengji", await TaskOfAsync(engine, fresh));

        // then
        second.Decisions.ShouldHaveSingleItem().Version.ShouldBe(2);
        (await VariablesAsync(engine, old)).ShouldBe(("一", "二"));
        (await VariablesAsync(engine, fresh)).ShouldBe(("二", "二"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_decision_published_with_its_process_stays_with_it_and_a_stated_version_is_that_version(DatabaseKind kind)
    {
        // given version 2 travels with the process, which also asks for version 1
        await using var engine = await TestEngine.StartAsync(kind);
        await PublishAsync(engine, "一");
        await engine.DeployAsync(
            Asking(
                """gov:decision="单位" gov:resultVariable="kept" """,
                """gov:decision="d1" gov:binding="version" gov:decisionVersion="1" gov:resultVariable="latest" """),
            ("单位.dmn", Model("二")));
        await PublishAsync(engine, "三");

        // when
        var instance = await engine.StartInstanceAsync();
        await engine.CompleteAsync("dengji", await TaskOfAsync(engine, instance));

        // then
        (await VariablesAsync(engine, instance)).ShouldBe(("二", "一"));
        (await engine.Get<DecisionVersions>().LatestAsync(TestCounty.Tenant, "单位", default))!
            .EvaluateDecision("单位", FeelContext.Empty).Value.ShouldBe(FeelValue.Of("三"));
    }

    [Fact]
    public async Task The_binding_of_other_vendors_means_the_same()
    {
        await using var engine = await TestEngine.StartAsync();
        await PublishAsync(engine, "一");
        await engine.DeployAsync(Asking(
            """camunda:decisionRef="d1" camunda:resultVariable="kept" """,
            """camunda:decisionRef="d1" camunda:decisionRefBinding="latest" camunda:resultVariable="latest" """));
        var instance = await engine.StartInstanceAsync();
        await PublishAsync(engine, "二");

        await engine.CompleteAsync("dengji", await TaskOfAsync(engine, instance));

        (await VariablesAsync(engine, instance)).ShouldBe(("一", "二"));
    }

    [Theory]
    [InlineData("gov:decision=\"没有的\"", "bpmn.unknown-decision", "“没有的”")]
    [InlineData("gov:decision=\"单位\" gov:binding=\"version\" gov:decisionVersion=\"2\"", "bpmn.unknown-decision", "第 2 版")]
    [InlineData("gov:decision=\"单位\" gov:binding=\"version\" gov:decisionVersion=\"零\"", "bpmn.bad-decision-version", "“零”")]
    [InlineData("gov:decision=\"单位\" gov:binding=\"newest\"", "bpmn.bad-binding", "“newest”")]
    public async Task A_call_that_nothing_can_answer_is_refused_when_published(string attributes, string code, string words)
    {
        await using var engine = await TestEngine.StartAsync();
        await PublishAsync(engine, "一");

        var xml = $"""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:shanzhi:gov:1" targetNamespace="t"><process id="p" isExecutable="true">
              <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="r"/>
              <businessRuleTask id="r" name="判定" {attributes}/><sequenceFlow id="f2" sourceRef="r" targetRef="e"/><endEvent id="e"/></process></definitions>
            """;
        var problem = (await DeployAsync(engine, ("p.bpmn", xml))).Problem.ShouldNotBeNull();

        var detail = problem.Details.ShouldHaveSingleItem();
        (detail.Code, detail.Key).ShouldBe((code, "p.bpmn:3:r"));
        detail.Message.ShouldContain(words);
    }

    [Fact]
    public async Task Publishing_the_same_table_again_makes_no_version_and_going_back_makes_one()
    {
        await using var engine = await TestEngine.StartAsync();

        var first = await PublishAsync(engine, "一");
        var again = await PublishAsync(engine, "一");
        await PublishAsync(engine, "二");
        var back = await PublishAsync(engine, "一");
        var backAgain = await PublishAsync(engine, "一");

        (again.IsNew, again.Decisions[0]).ShouldBe((false, first.Decisions[0]));
        (back.IsNew, back.Decisions[0].Version).ShouldBe((true, 3));
        backAgain.IsNew.ShouldBeFalse();
        var item = (await engine.Get<DecisionQuery>().ListAsync(TestCounty.Tenant, default)).ShouldHaveSingleItem();
        item.Versions.Select(v => v.Version).ShouldBe([3, 2, 1]);
        item.Newest.IsOnItsOwn.ShouldBeTrue();
    }

    [Fact]
    public async Task A_process_that_still_has_the_table_of_before_does_not_put_it_back_in_force()
    {
        // given a table that was changed on its own after it came with a process
        await using var engine = await TestEngine.StartAsync();
        const string call = """gov:decision="单位" gov:resultVariable="kept" """;
        await engine.DeployAsync(Asking(call, call), ("单位.dmn", Model("一")));
        await PublishAsync(engine, "二");

        // when the process changes and brings its own table again
        await engine.DeployAsync(Asking(call, call, task: "再看一看"), ("单位.dmn", Model("一")));

        // then whoever asks the newest version still gets the changed one, and the process its own
        (await engine.Get<DecisionVersions>().LatestAsync(TestCounty.Tenant, "单位", default))!
            .EvaluateDecision("单位", FeelContext.Empty).Value.ShouldBe(FeelValue.Of("二"));
        var instance = await engine.StartInstanceAsync();
        await engine.CompleteAsync("dengji", await TaskOfAsync(engine, instance));
        (await VariablesAsync(engine, instance)).Kept.ShouldBe("一");
    }

    [Fact]
    public async Task A_process_that_changes_while_its_table_does_not_makes_no_version_of_the_table()
    {
        await using var engine = await TestEngine.StartAsync();
        const string Call = """gov:decision="单位" gov:resultVariable="kept" """;

        await engine.DeployAsync(Asking(Call, Call), ("单位.dmn", Model("一")));
        await engine.DeployAsync(Asking(Call, Call, task: "再看一看"), ("单位.dmn", Model("一")));

        var item = (await engine.Get<DecisionQuery>().ListAsync(TestCounty.Tenant, default)).ShouldHaveSingleItem();
        item.Versions.ShouldHaveSingleItem().IsOnItsOwn.ShouldBeFalse();
        item.UsedBy.ShouldHaveSingleItem().ProcessName.ShouldBe("办件");
        (await engine.Get<DecisionQuery>().GetFileAsync(TestCounty.Tenant, item.Newest.Id, default))!.Name.ShouldBe("单位.dmn");
    }

    [Fact]
    public async Task What_is_wrong_with_a_decision_is_said_with_file_and_line()
    {
        await using var engine = await TestEngine.StartAsync();

        var broken = (await DeployAsync(engine, ("单位.dmn", Model("一").Replace("\"一\"", "1 +", StringComparison.Ordinal)))).Problem.ShouldNotBeNull();
        var twice = (await DeployAsync(engine, ("a.dmn", Model("一")), ("b.dmn", Model("二")))).Problem.ShouldNotBeNull();

        broken.Details.ShouldHaveSingleItem().Key.ShouldStartWith("单位.dmn:2:");
        twice.Details.ShouldContain(d => d.Code == "deploy.duplicate-decision");
    }

    [Fact]
    public async Task Another_county_has_its_own_decisions()
    {
        await using var engine = await TestEngine.StartAsync();
        await PublishAsync(engine, "一");

        (await engine.Get<DecisionVersions>().LatestAsync("999902", "单位", default)).ShouldBeNull();
    }

    private static string Asking(string before, string after, string task = "看一看") => $"""
        <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="r1"/>
        <businessRuleTask id="r1" name="先问" {before} xmlns:camunda="http://camunda.org/schema/1.0/bpmn"/><sequenceFlow id="f2" sourceRef="r1" targetRef="t"/>
        <userTask id="t" name="{task}"><extensionElements><gov:assignment assignee='"dengji"'/></extensionElements></userTask>
        <sequenceFlow id="f3" sourceRef="t" targetRef="r2"/>
        <businessRuleTask id="r2" name="再问" {after} xmlns:camunda="http://camunda.org/schema/1.0/bpmn"/><sequenceFlow id="f4" sourceRef="r2" targetRef="r3"/>
        <businessRuleTask id="r3" name="又问" {before} xmlns:camunda="http://camunda.org/schema/1.0/bpmn"/><sequenceFlow id="f5" sourceRef="r3" targetRef="t2"/>
        <userTask id="t2" name="了结"><extensionElements><gov:assignment assignee='"dengji"'/></extensionElements></userTask>
        <sequenceFlow id="f6" sourceRef="t2" targetRef="e"/><endEvent id="e"/>
        """;

    private static string Model(string answer) => $"""
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="m">
          <decision id="d1" name="单位"><literalExpression><text>"{answer}"</text></literalExpression></decision>
        </definitions>
        """;

    private static async Task<DeployOutcome> PublishAsync(TestEngine engine, string answer)
    {
        engine.Clock.Advance(TimeSpan.FromMinutes(1));
        var outcome = await DeployAsync(engine, ("单位.dmn", Model(answer)));
        outcome.Problem.ShouldBeNull();
        return outcome.Value;
    }

    private static Task<Result<DeployOutcome>> DeployAsync(TestEngine engine, params (string Name, string Content)[] files) =>
        engine.Get<DefinitionService>().DeployAsync(
            new Deploy { TenantId = TestCounty.Tenant, Name = "规则", Files = files.ToDictionary(f => f.Name, f => Encoding.UTF8.GetBytes(f.Content)) }, default);

    private static async Task<Guid> TaskOfAsync(TestEngine engine, Guid instance)
    {
        await using var db = engine.Database.CreateDbContext();
        return db.Tasks.Single(t => t.InstanceId == instance).Id;
    }

    private static async Task<(string? Kept, string? Latest)> VariablesAsync(TestEngine engine, Guid instance)
    {
        await using var db = engine.Database.CreateDbContext();
        var state = Runtime.Persistence.Payloads.KernelJson.ReadState(db.Instances.Single(i => i.Id == instance).State, "p");
        return ((state.Variable("kept") as FeelString)?.Value, (state.Variable("latest") as FeelString)?.Value);
    }
}
