using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Feel;
using Platform.Runtime.History;
using Platform.Runtime.Persistence;
using Platform.Runtime.Tasks;
using Platform.Testing;
using static Platform.Runtime.Tests.Calendar.WorkCalendarTests;

namespace Platform.Runtime.Tests.History;

public sealed class TimelineTests
{
    private const string Process = """
        <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="handle"/>
        <userTask id="handle" name="办理"><extensionElements>
          <gov:assignment post="承办人" unit='"zhujian"'/><gov:deadline kind="working" amount="2" unit="day"/>
          <gov:outcome value="submit" text="报出"/>
        </extensionElements></userTask>
        <sequenceFlow id="f2" sourceRef="handle" targetRef="gate"/>
        <userTask id="gate" name="把关"><extensionElements>
          <gov:assignment post="联系办主任"/><gov:outcome value="pass" text="通过"/><gov:outcome value="back" text="退回重办"/>
        </extensionElements></userTask>
        <sequenceFlow id="f3" sourceRef="gate" targetRef="g"/><exclusiveGateway id="g" default="f4"/>
        <sequenceFlow id="f4" sourceRef="g" targetRef="e"/>
        <sequenceFlow id="f5" sourceRef="g" targetRef="handle"><conditionExpression>outcome = "back"</conditionExpression></sequenceFlow>
        <endEvent id="e"/>
        """;

    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_history_of_a_matter_reads_like_a_story(DatabaseKind kind)
    {
        // given a matter that was late, sent back once, and passed
        await using var engine = await TestEngine.StartAsync(kind, now: Local(2026, 11, 23, 9, 0));
        await engine.DeployAsync(Process);
        var instance = await engine.StartInstanceAsync();
        await engine.MoveToAsync(Local(2026, 11, 26, 9, 0));
        var first = await engine.OnlyTaskAsync("zhujian-cb1");
        await engine.Tasks.ClaimAsync(new ClaimTask { TenantId = TestCounty.Tenant, TaskId = first.TaskId, By = engine.County.Person("zhujian-cb1") }, default);
        engine.Clock.Advance(TimeSpan.FromMinutes(5));
        await engine.CompleteAsync("zhujian-cb1", first.TaskId, "submit", "已经处理");
        engine.Clock.Advance(TimeSpan.FromMinutes(5));
        await engine.CompleteAsync("lianxi", (await engine.OnlyTaskAsync("lianxi")).TaskId, "back", "依据不足");
        engine.Clock.Advance(TimeSpan.FromMinutes(5));
        await engine.CompleteAsync("zhujian-cb2", (await engine.OnlyTaskAsync("zhujian-cb2")).TaskId, "submit");
        engine.Clock.Advance(TimeSpan.FromMinutes(5));
        await engine.CompleteAsync("lianxi", (await engine.OnlyTaskAsync("lianxi")).TaskId, "pass");

        // when
        var entries = (await engine.Get<Timeline>().GetAsync(await engine.ViewerAsync("dengji"), instance, default)).ShouldNotBeNull();

        // then
        entries.Select(e => e.Title).ShouldBe(
        [
            "启动办理流程", "进入“办理”", "时限提醒：办理", "橙色预警：办理", "红牌超期：办理", "签收“办理”", "办结“办理”：报出",
            "进入“把关”，由刘建国办理", "办结“把关”：退回重办", "第 2 次进入“办理”", "办结“办理”：报出",
            "第 2 次进入“把关”，由刘建国办理", "办结“把关”：通过", "流程办理完毕",
        ]);
        entries.Single(e => e.Title == "办结“把关”：退回重办").ShouldSatisfyAllConditions(
            e => e.Who.ShouldBe("刘建国"), e => e.Quote.ShouldBe("依据不足"), e => e.ElementId.ShouldBe("gate"));
        (await engine.Get<Timeline>().GetAsync(await engine.ViewerAsync("zhen"), instance, default)).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_decision_tells_officials_which_rule_made_it_and_on_what_grounds(DatabaseKind kind)
    {
        // given
        const string Dispatch = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="m"><decision id="d" name="派单">
              <decisionTable><input label="事项类别"><inputExpression><text>category</text></inputExpression></input>
                <input label="区划"><inputExpression><text>town</text></inputExpression></input>
                <output name="unit" label="派给"/><annotation name="依据"/>
                <rule><inputEntry><text>"欠薪"</text></inputEntry><inputEntry><text>-</text></inputEntry>
                  <outputEntry><text>"人社局"</text></outputEntry><annotationEntry><text>《保障农民工工资支付条例》第七条</text></annotationEntry></rule>
                <rule><inputEntry><text>"物业"</text></inputEntry><inputEntry><text>"城关镇"</text></inputEntry>
                  <outputEntry><text>"住建局"</text></outputEntry><annotationEntry><text>《物业管理条例》第五条</text></annotationEntry></rule>
              </decisionTable></decision></definitions>
            """;
        await using var engine = await TestEngine.StartAsync(kind);
        await engine.DeployAsync(
            """
            <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="r"/>
            <businessRuleTask id="r" name="拟办建议" gov:decision="派单" gov:resultVariable="unit"/><sequenceFlow id="f2" sourceRef="r" targetRef="t"/>
            <userTask id="t" name="看一看"><extensionElements><gov:assignment assignee='"dengji"'/></extensionElements></userTask>
            """,
            ("派单.dmn", Dispatch));

        // when
        var instance = await engine.StartInstanceAsync(variables: [("category", FeelValue.Of("物业")), ("town", FeelValue.Of("城关镇"))]);

        // then
        var entries = (await engine.Get<Timeline>().GetAsync(await engine.ViewerAsync("dengji"), instance, default)).ShouldNotBeNull();
        entries.Single(e => e.Title == "按规则判定“拟办建议”").Quote
            .ShouldBe("派给住建局：规则 2，事项类别 = 物业，区划 = 城关镇；依据 《物业管理条例》第五条。");
        (await engine.Get<Timeline>().GetAsync(await engine.ViewerAsync("zhen"), instance, default)).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_diagram_marks_the_path_and_where_the_matter_stands(DatabaseKind kind)
    {
        await using var engine = await TestEngine.StartAsync(kind, now: Local(2026, 11, 23, 9, 0));
        await engine.DeployAsync(Process);
        var instance = await engine.StartInstanceAsync();
        await engine.CompleteAsync("zhujian-cb1", (await engine.OnlyTaskAsync("zhujian-cb1")).TaskId, "submit");

        var marks = (await engine.Get<DiagramQuery>().GetAsync(await engine.ViewerAsync("dengji"), instance, default)).ShouldNotBeNull();

        marks.Taken.ShouldContain("handle");
        marks.TakenFlows.ShouldBe(["f1", "f2"], ignoreOrder: true);
        marks.Path.Select(move => move.FlowId).ShouldBe(["f1", "f2"]);
        marks.Path[0].Seq.ShouldBeLessThan(marks.Path[1].Seq);
        marks.Open.ShouldHaveSingleItem().ShouldBe(new OpenMark("gate", "刘建国", false));
        marks.Stuck.ShouldBeEmpty();
        (await engine.Get<DiagramQuery>().GetAsync(await engine.ViewerAsync("zhen"), instance, default)).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_edited_history_is_found_out(DatabaseKind kind)
    {
        // given
        await using var engine = await TestEngine.StartAsync(kind, now: Local(2026, 11, 23, 9, 0));
        await engine.DeployAsync(Process);
        var instance = await engine.StartInstanceAsync();
        await engine.CompleteAsync("zhujian-cb1", (await engine.OnlyTaskAsync("zhujian-cb1")).TaskId, "submit");
        var check = engine.Get<HistoryCheck>();
        (await check.VerifyAsync(TestCounty.Tenant, instance, default)).ShouldBe(new HistoryVerdict(true, 2, null));

        // when somebody who can write the database makes another person the author of the second step
        await engine.Database.WriteAsync(
            (db, ct) => db.Events.Where(e => e.InstanceId == instance && e.Seq == 2)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.By, engine.County.Person("zhen")), ct),
            default);

        // then
        (await check.VerifyAsync(TestCounty.Tenant, instance, default)).ShouldBe(new HistoryVerdict(false, 2, 2));
        (await check.VerifyAsync(TestCounty.Tenant, engine.NewId(), default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_removed_last_step_is_found_out()
    {
        await using var engine = await TestEngine.StartAsync(now: Local(2026, 11, 23, 9, 0));
        await engine.DeployAsync(Process);
        var instance = await engine.StartInstanceAsync();
        await engine.CompleteAsync("zhujian-cb1", (await engine.OnlyTaskAsync("zhujian-cb1")).TaskId, "submit");

        await engine.Database.WriteAsync((db, ct) => db.Events.Where(e => e.InstanceId == instance && e.Seq == 2).ExecuteDeleteAsync(ct), default);

        (await engine.Get<HistoryCheck>().VerifyAsync(TestCounty.Tenant, instance, default))!.IsWhole.ShouldBeFalse();
    }

    [Fact]
    public async Task Reading_a_restricted_matter_leaves_a_trace()
    {
        await using var engine = await TestEngine.StartAsync(now: Local(2026, 11, 23, 9, 0));
        await engine.DeployAsync(Process);
        var instance = await engine.StartInstanceAsync(InformationScope.Restricted);

        await engine.Get<Timeline>().GetAsync(await engine.ViewerAsync("jiwei"), instance, default);

        await using var db = engine.Database.CreateDbContext();
        var trace = await db.Audit.SingleAsync();
        (trace.PersonId, trace.Action, trace.SubjectId).ShouldBe((engine.County.Person("jiwei"), "instance.read", instance));
    }
}
