using System.Collections.Immutable;
using System.Text;
using Platform.Decisions.Feel;
using Platform.Governance.Rehearsals;
using Platform.Governance.Scenarios;

namespace Platform.Workflows.Tests.Rehearsals;

/// <summary>Whatever officials and citizens can do about a matter can be done in a rehearsal, and leads where it leads in truth.</summary>
public sealed class RehearsalActsTests
{
    [Fact]
    public async Task A_task_that_was_signed_for_is_given_back_to_all_who_may()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await using var session = await StartedLeaveAsync(stage);

        var claimed = await session.DoAsync(new ScenarioStep.Claim("批准", "lianxi", null), default);
        var released = await session.DoAsync(new ScenarioStep.Release("批准", "lianxi", null), default);

        claimed.Value.Matters[0].Tasks[0].Task.People.Count.ShouldBe(1);
        released.Problem?.Message.ShouldBeNull();
        released.Value.Matters[0].Tasks[0].Task.People.Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task A_kept_rehearsal_of_a_process_that_was_started_by_hand_passes_until_the_process_does_otherwise()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await using var session = await StartedLeaveAsync(stage);
        (await session.DoAsync(new ScenarioStep.Complete("批准", "lianxi", "yes", [], null, null), default)).Problem?.Message.ShouldBeNull();
        var kept = Encoding.UTF8.GetBytes(ScenarioWriter.Write(RehearsalSuite.Record("请假获批", session.Start, session.Acts)));
        var files = new Dictionary<string, byte[]>
        {
            ["leave.bpmn"] = Encoding.UTF8.GetBytes(StartedProcess.Bpmn), ["start.form.json"] = Encoding.UTF8.GetBytes(StartedProcess.Form), ["请假获批.scenario.yaml"] = kept,
        };

        var unchanged = await RunAsync(stage, files);
        files["start.form.json"] = Encoding.UTF8.GetBytes(StartedProcess.Form.Replace("\"type\":\"person\"", "\"type\":\"person\",\"required\":true", StringComparison.Ordinal));
        var stricter = await RunAsync(stage, files);

        unchanged.Reason.ShouldBeNull();
        stricter.Reason.ShouldNotBeNull().ShouldContain("form.invalid");
    }

    [Fact]
    public async Task Whoever_started_a_matter_calls_it_back_and_nobody_else_does()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await using var session = await StartedLeaveAsync(stage);

        var other = await session.DoAsync(Operate("撤回", ("谁", "dengji"), ("理由", "不去了")), default);
        var own = await session.DoAsync(Operate("撤回", ("谁", "zhujian-cb"), ("理由", "不去了")), default);

        other.Problem!.Code.ShouldBeOneOf("matter.not-found", "matter.not-starter");
        own.Problem?.Message.ShouldBeNull();
        (own.Value.Matters[0].IsOpen, own.Value.Matters[0].Tasks.Count).ShouldBe((false, 0));
    }

    [Fact]
    public async Task A_matter_under_way_is_extended_paused_resumed_and_put_aside_as_in_truth()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await using var session = await HandledAsync(stage);

        (await session.DoAsync(Operate("延期", ("谁", "zhujian"), ("理由", "等检测结果")).With("天数", FeelValue.Of(10)), default)).Problem?.Message.ShouldBeNull();
        var again = await session.DoAsync(Operate("延期", ("谁", "zhujian"), ("理由", "再等")).With("天数", FeelValue.Of(5)), default);
        (await session.DoAsync(Operate("暂停", ("谁", "lianxi"), ("事由", "鉴定检测审计"), ("证据", "委托书")).With("天数", FeelValue.Of(5)), default)).Problem?.Message.ShouldBeNull();
        (await session.DoAsync(Operate("恢复", ("谁", "lianxi")), default)).Problem?.Message.ShouldBeNull();
        (await session.DoAsync(Operate("挂账申请", ("谁", "zhujian-cb"), ("理由", "规划未定"), ("复看", "2026-04-01")), default)).Problem?.Message.ShouldBeNull();
        var decided = await session.DoAsync(Operate("挂账决定", ("谁", "lianxi"), ("意见", "同意")).With("同意", FeelValue.Of(true)), default);

        again.Problem!.Code.ShouldBe("case.extension-limit");
        again.Problem.Message.ShouldNotContain("第 0 行");
        decided.Problem?.Message.ShouldBeNull();
    }

    [Fact]
    public async Task A_matter_is_split_joined_with_others_and_taken_back_by_the_citizen()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await using var session = await HandledAsync(stage);

        var split = await session.DoAsync(Operate("分案", ("谁", "dengji"), ("账别", "JY"), ("标题", "建议加装路灯"), ("新件", "乙")), default);
        var joined = await session.DoAsync(Operate("关联").With("件们", FeelValue.Of([FeelValue.Of("甲"), FeelValue.Of("乙")])), default);
        var taken = await session.DoAsync(Operate("群众撤回", ("内容", "已经修好了。")), default);
        var foreign = await session.DoAsync(Operate("分案", ("谁", "zhujian"), ("账别", "LY"), ("标题", "别人的"), ("新件", "丙")), default);

        split.Problem?.Message.ShouldBeNull();
        split.Value.Matters.Select(matter => matter.Alias).ShouldBe(["甲", "乙"]);
        joined.Problem?.Message.ShouldBeNull();
        taken.Problem?.Message.ShouldBeNull();
        foreign.Problem!.Code.ShouldBeOneOf("case.not-found", "case.split-desk");
    }

    [Fact]
    public async Task Whoever_is_not_content_with_the_answer_asks_for_review_and_gets_an_opinion()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await using var session = await HandledAsync(stage);
        var early = await session.DoAsync(Operate("复查"), default);
        foreach (var act in (await stage.ActsAsync("01")).SkipWhile(act => act is not ScenarioStep.Complete { Task: "结果反馈" }))
        {
            (await session.DoAsync(act, default)).Problem?.Message.ShouldBeNull();
        }

        early.Problem!.Code.ShouldBe("case.review");
        (await session.DoAsync(Operate("复查"), default)).Problem?.Message.ShouldBeNull();
        (await session.DoAsync(Operate("复查意见", ("意见", "维持")), default)).Problem?.Message.ShouldBeNull();
    }

    [Fact]
    public async Task The_next_task_of_somebody_who_left_their_posts_goes_to_others()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await using var session = await stage.SessionAsync();

        (await session.DoAsync((await stage.ActsAsync("01"))[0], default)).Problem?.Message.ShouldBeNull();
        var left = await session.DoAsync(Operate("岗位", ("人", "dengji")), default);
        var second = await session.DoAsync(((ScenarioStep.Register)(await stage.ActsAsync("01"))[0]) with { Case = "乙", Who = "群众" }, default);

        left.Problem?.Message.ShouldBeNull();
        second.Value.Matters[1].Tasks.ShouldHaveSingleItem().People.ShouldNotContain(person => person.Code == "dengji");
    }

    [Fact]
    public async Task For_whoever_steps_aside_the_matter_is_gone_and_their_task_goes_to_others()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await using var session = await stage.SessionAsync();
        var acts = await stage.ActsAsync("01");
        var before = (await session.DoAsync(acts[0], default)).Value.Matters[0].Tasks[0].People;

        var after = await session.DoAsync(Operate("回避", ("人", before[0].Code), ("谁", "lianxi"), ("理由", "与信访人系近亲属")), default);
        var refused = await session.DoAsync(((ScenarioStep.Complete)acts[1]) with { Who = before[0].Code }, default);

        after.Problem?.Message.ShouldBeNull();
        refused.Problem!.Code.ShouldBe("task.not-found");
    }

    [Fact]
    public async Task Deputies_of_those_who_have_a_task_are_offered_and_act_for_them()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await using var session = await stage.SessionAsync();
        var acts = await stage.ActsAsync("12");
        RehearsalView view = null!;
        foreach (var act in acts.TakeWhile(act => act is not ScenarioStep.Complete { Task: "书记阅批" }))
        {
            var done = await session.DoAsync(act, default);
            done.Problem?.Message.ShouldBeNull();
            view = done.Value;
        }

        view.Matters[0].Tasks.ShouldHaveSingleItem().People.Length.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task Going_back_to_an_earlier_act_forgets_those_after_it()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await using var session = await stage.SessionAsync();
        var acts = await stage.ActsAsync("01");
        foreach (var act in acts.Take(5))
        {
            await session.DoAsync(act, default);
        }

        var tasks = session.Acts[1].View.Matters[0].Tasks.Select(task => task.Task.Name);
        var view = (await session.RewindAsync(2, default)).Value;

        session.Acts.Count.ShouldBe(2);
        view.Matters[0].Tasks.Select(task => task.Task.Name).ShouldBe(tasks);
        (await session.RewindAsync(0, default)).Value.Matters.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_clock_that_rings_without_end_stops_the_journey_and_nothing_has_changed()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        var files = new Dictionary<string, byte[]> { ["leave.bpmn"] = Encoding.UTF8.GetBytes(Ringing) };
        await using var session = new RehearsalSession(stage.Worlds, await stage.GroundAsync("leave", files), RehearsalStage.Start, TimeProvider.System);
        var begun = await session.DoAsync(new ScenarioStep.Start("zhujian-cb", []), default);
        begun.Problem?.Message.ShouldBeNull();

        var moved = await session.DoAsync(new ScenarioStep.MoveTo(RehearsalStage.Start.AddYears(5)), default);

        moved.Problem!.Message.ShouldContain("反复触发");
        (await session.ViewAsync(default)).Value.Now.ShouldBe(begun.Value.Now);
        session.Acts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_process_that_would_stand_still_at_once_is_not_begun_and_says_why()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        const string still = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
              <process id="leave" name="请假" isExecutable="true">
                <startEvent id="s"/><exclusiveGateway id="g" name="分合"/><endEvent id="e"/>
                <sequenceFlow id="f1" sourceRef="s" targetRef="g"/>
                <sequenceFlow id="f2" sourceRef="g" targetRef="e"><conditionExpression>1 = 2</conditionExpression></sequenceFlow>
              </process>
            </definitions>
            """;
        var files = new Dictionary<string, byte[]> { ["leave.bpmn"] = Encoding.UTF8.GetBytes(still) };
        await using var session = new RehearsalSession(stage.Worlds, await stage.GroundAsync("leave", files), RehearsalStage.Start, TimeProvider.System);

        var begun = await session.DoAsync(new ScenarioStep.Start("zhujian-cb", []), default);

        begun.Problem!.Message.ShouldContain("“分合”之后没有一条分支的条件成立");
        (await session.ViewAsync(default)).Value.Matters.ShouldBeEmpty();
    }

    private const string Ringing = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:shanzhi:gov:1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">
          <process id="leave" name="请假" isExecutable="true">
            <startEvent id="s"/>
            <userTask id="approve" name="批准"><extensionElements><gov:assignment post="主任"/></extensionElements></userTask>
            <boundaryEvent id="b" attachedToRef="approve" cancelActivity="false"><timerEventDefinition><timeCycle xsi:type="tFormalExpression">R/PT1M</timeCycle></timerEventDefinition></boundaryEvent>
            <endEvent id="e"/>
            <endEvent id="e2"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="approve"/>
            <sequenceFlow id="f2" sourceRef="approve" targetRef="e"/>
            <sequenceFlow id="f3" sourceRef="b" targetRef="e2"/>
          </process>
        </definitions>
        """;

    private static async Task<ScenarioVerdict> RunAsync(RehearsalStage stage, Dictionary<string, byte[]> files)
    {
        var verdicts = new List<ScenarioVerdict>();
        await new RehearsalSuite(stage.Worlds).RunAsync(await stage.GroundAsync(StartedProcess.Key, files), verdicts.Add, default);
        return verdicts.ShouldHaveSingleItem();
    }

    private static async Task<RehearsalSession> StartedLeaveAsync(RehearsalStage stage)
    {
        var files = new Dictionary<string, byte[]> { ["leave.bpmn"] = Encoding.UTF8.GetBytes(StartedProcess.Bpmn), ["start.form.json"] = Encoding.UTF8.GetBytes(StartedProcess.Form) };
        var session = new RehearsalSession(stage.Worlds, await stage.GroundAsync(StartedProcess.Key, files), RehearsalStage.Start, TimeProvider.System);
        (await session.DoAsync(new ScenarioStep.Start("zhujian-cb", ImmutableDictionary<string, FeelValue>.Empty.Add("days", FeelValue.Of(3))), default)).Problem?.Message.ShouldBeNull();
        return session;
    }

    /// <summary>A claim that a department has signed for.</summary>
    private static async Task<RehearsalSession> HandledAsync(RehearsalStage stage)
    {
        var session = await stage.SessionAsync();
        foreach (var act in (await stage.ActsAsync("01")).TakeWhile(act => act is not ScenarioStep.Complete { Task: "结果反馈" }))
        {
            (await session.DoAsync(act, default)).Problem?.Message.ShouldBeNull();
        }

        return session;
    }

    private static ScenarioStep.Operate Operate(string name, params (string Key, string Value)[] words) =>
        new(name, words.ToImmutableDictionary(word => word.Key, word => (FeelValue)FeelValue.Of(word.Value), StringComparer.Ordinal), null);
}

/// <summary>Adds words to steps.</summary>
internal static class OperateWords
{
    public static ScenarioStep.Operate With(this ScenarioStep.Operate step, string key, FeelValue value) => step with { Words = step.Words.SetItem(key, value) };
}
