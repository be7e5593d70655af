using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Runtime.Activities;
using Platform.Runtime.Instances;
using Platform.Runtime.Persistence;
using Platform.Runtime.Tasks;
using Platform.Testing;

namespace Platform.Runtime.Tests.Tasks;

public sealed class TaskServiceTests
{
    private const string Form = """
        {"title":"处理意见","fields":[
          {"key":"result","label":"结论","type":"text","required":true},
          {"key":"amount","label":"金额","type":"money"}]}
        """;

    /// <summary>承办人办理(两名候选人),再由联系办主任把关.</summary>
    private const string Process = """
        <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="handle"/>
        <userTask id="handle" name="办理"><extensionElements>
          <gov:assignment post="承办人" unit="leadUnit"/>
          <gov:form ref="handle.form.json"/>
          <gov:outcome value="submit" text="报出"/><gov:outcome value="refuse" text="退办" opinion="required"/>
        </extensionElements></userTask>
        <sequenceFlow id="f2" sourceRef="handle" targetRef="gate"/>
        <userTask id="gate" name="把关"><extensionElements><gov:assignment post="联系办主任" deputy="true"/><gov:outcome value="pass" text="通过"/></extensionElements></userTask>
        <sequenceFlow id="f3" sourceRef="gate" targetRef="e"/><endEvent id="e"/>
        """;

    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_matter_goes_from_hand_to_hand_until_it_ends(DatabaseKind kind)
    {
        // given
        await using var engine = await StartAsync(kind);
        var task = await engine.OnlyTaskAsync("zhujian-cb1");
        task.MustClaim.ShouldBeTrue();
        task.Reason.ShouldBe("因您是住建局承办人");

        // when one of two candidates signs and completes it, and the director passes it
        (await engine.Tasks.ClaimAsync(Claim(engine, "zhujian-cb1", task.TaskId), default)).IsSuccess.ShouldBeTrue();
        (await engine.InboxAsync("zhujian-cb2")).ShouldBeEmpty();
        var handled = (await engine.CompleteAsync("zhujian-cb1", task.TaskId, "submit", "已修复", values: [("result", FeelValue.Of("支持"))])).Value;

        // then
        handled.NextTasks.ShouldHaveSingleItem().AssigneeId.ShouldBe(engine.County.Person("lianxi"));
        (await engine.InboxAsync("zhujian-cb1")).ShouldBeEmpty();
        var gate = await engine.OnlyTaskAsync("lianxi");
        gate.Reason.ShouldBe("因您是联系办主任");
        (await engine.CompleteAsync("lianxi", gate.TaskId, "pass")).Value.InstanceStatus.ShouldBe(InstanceStatus.Completed);
        var done = await engine.Query.DoneAsync(await engine.ViewerAsync("zhujian-cb1"), null, 10, default);
        done.ShouldHaveSingleItem().Outcome.ShouldBe("submit");
        done[0].OutcomeText.ShouldBe("报出");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_double_click_gets_the_first_answer_and_changes_nothing(DatabaseKind kind)
    {
        await using var engine = await StartAsync(kind);
        var task = await engine.OnlyTaskAsync("zhujian-cb1");
        var command = engine.NewId();

        var first = await engine.CompleteAsync("zhujian-cb1", task.TaskId, "submit", commandId: command, values: [("result", FeelValue.Of("支持"))]);
        var again = await engine.CompleteAsync("zhujian-cb1", task.TaskId, "submit", commandId: command, values: [("result", FeelValue.Of("支持"))]);
        var other = await engine.CompleteAsync("zhujian-cb1", task.TaskId, "submit", values: [("result", FeelValue.Of("支持"))]);

        first.IsSuccess.ShouldBeTrue();
        again.Value.InstanceId.ShouldBe(first.Value.InstanceId);
        other.Problem!.Code.ShouldBe("task.already-completed");
        (await engine.InboxAsync("lianxi")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Completions_at_the_same_time_leave_one_winner()
    {
        await using var engine = await StartAsync(DatabaseKind.Sqlite);
        var task = await engine.OnlyTaskAsync("zhujian-cb1");

        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            engine.CompleteAsync(i % 2 == 0 ? "zhujian-cb1" : "zhujian-cb2", task.TaskId, "submit", values: [("result", FeelValue.Of("支持"))])));

        results.Count(r => r.IsSuccess).ShouldBe(1);
        results.Where(r => !r.IsSuccess).ShouldAllBe(r => r.Problem!.Code == "task.already-completed" || r.Problem.Code == "task.not-allowed");
        (await engine.InboxAsync("lianxi")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Only_one_candidate_can_sign_and_signing_twice_is_no_fault()
    {
        await using var engine = await StartAsync(DatabaseKind.Sqlite);
        var task = await engine.OnlyTaskAsync("zhujian-cb1");

        var first = await engine.Tasks.ClaimAsync(Claim(engine, "zhujian-cb1", task.TaskId), default);
        var again = await engine.Tasks.ClaimAsync(Claim(engine, "zhujian-cb1", task.TaskId), default);
        var late = await engine.Tasks.ClaimAsync(Claim(engine, "zhujian-cb2", task.TaskId), default);
        var robbed = await engine.Tasks.ReleaseAsync(Claim(engine, "zhujian-cb2", task.TaskId), default);
        var released = await engine.Tasks.ReleaseAsync(Claim(engine, "zhujian-cb1", task.TaskId), default);

        again.Value.ShouldBe(first.Value);
        late.Problem!.Code.ShouldBe("task.already-claimed");
        robbed.Problem!.Code.ShouldBe("task.not-allowed");
        released.Value.ShouldBe(first.Value + 1);
        (await engine.InboxAsync("zhujian-cb2")).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("zhujian-cb1", "unheard", null, "task.unknown-outcome")]
    [InlineData("zhujian-cb1", "", null, "task.unknown-outcome")]
    [InlineData("zhujian-cb1", "refuse", " ", "task.opinion-required")]
    [InlineData("zhujian-cb1", "submit", null, "form.invalid")]
    [InlineData("zhen", "submit", null, "task.not-allowed")]
    [InlineData("lianxi", "submit", null, "task.not-allowed")]
    public async Task A_refusal_has_its_code_and_changes_nothing(string who, string outcome, string? opinion, string code)
    {
        await using var engine = await StartAsync(DatabaseKind.Sqlite);
        var before = await engine.OnlyTaskAsync("zhujian-cb1");

        var result = await engine.CompleteAsync(who, before.TaskId, outcome, opinion);

        result.Problem!.Code.ShouldBe(code);
        (await engine.OnlyTaskAsync("zhujian-cb1")).ShouldBe(before);
    }

    [Fact]
    public async Task A_bad_form_names_its_fields()
    {
        await using var engine = await StartAsync(DatabaseKind.Sqlite);
        var task = await engine.OnlyTaskAsync("zhujian-cb1");

        var problem = (await engine.CompleteAsync("zhujian-cb1", task.TaskId, "submit", values: [("amount", FeelValue.Of("很多"))])).Problem!;

        problem.Details.Select(d => (d.Key, d.Code)).ShouldBe([("result", "field.required"), ("amount", "field.type")]);
    }

    [Fact]
    public async Task A_task_that_changed_after_it_was_opened_is_stale()
    {
        await using var engine = await StartAsync(DatabaseKind.Sqlite);
        var task = await engine.OnlyTaskAsync("zhujian-cb1");
        await engine.Tasks.ClaimAsync(Claim(engine, "zhujian-cb1", task.TaskId), default);

        var result = await engine.Tasks.CompleteAsync(
            new CompleteTask
            {
                TenantId = TestCounty.Tenant, TaskId = task.TaskId, CommandId = engine.NewId(), By = engine.County.Person("zhujian-cb1"),
                Outcome = "submit", RowVersion = task.RowVersion,
            },
            default);

        result.Problem!.Code.ShouldBe("task.stale");
    }

    [Fact]
    public async Task A_task_of_another_county_or_of_nobody_is_not_found()
    {
        await using var engine = await StartAsync(DatabaseKind.Sqlite);

        (await engine.CompleteAsync("zhujian-cb1", engine.NewId(), "submit")).Problem!.Code.ShouldBe("task.not-found");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_deputy_acts_by_name_for_the_principal(DatabaseKind kind)
    {
        // given the director is represented by the registrar
        var county = TestCounty.Usual();
        county.Deputy("lianxi", "dengji");
        await using var engine = await StartAsync(kind, county);
        var task = await engine.OnlyTaskAsync("zhujian-cb1");
        await engine.CompleteAsync("zhujian-cb1", task.TaskId, "submit", values: [("result", FeelValue.Of("支持"))]);

        // when
        var gate = await engine.OnlyTaskAsync("dengji");
        gate.OnBehalfOfName.ShouldBe("刘建国");
        var result = await engine.CompleteAsync("dengji", gate.TaskId, "pass");

        // then
        result.IsSuccess.ShouldBeTrue();
        await using var db = engine.Database.CreateDbContext();
        var row = await db.Tasks.SingleAsync(t => t.Id == gate.TaskId);
        (row.CompletedBy, row.OnBehalfOf).ShouldBe((county.Person("dengji"), county.Person("lianxi")));
        var last = await db.Events.OrderBy(e => e.Seq).LastAsync();
        (last.By, last.OnBehalfOf).ShouldBe((county.Person("dengji"), county.Person("lianxi")));
    }

    [Fact]
    public async Task The_accused_is_told_that_the_task_does_not_exist()
    {
        // given one of the two handlers is accused
        var county = TestCounty.Usual();
        await using var engine = await TestEngine.StartAsync(county: county);
        await engine.DeployAsync(Process, ("handle.form.json", Form));
        var access = new InstanceAccess(
            InformationScope.Internal, county.UnitId("lianxi"), [new AccessExclusion(AccessSubjectKind.Person, county.Person("zhujian-cb1"), "被反映")]);
        (await engine.TryStartAsync(access, "dengji", ("leadUnit", FeelValue.Of("zhujian")))).IsSuccess.ShouldBeTrue();

        // then the other is responsible from the start, and the accused finds nothing
        var task = await engine.OnlyTaskAsync("zhujian-cb2");
        task.MustClaim.ShouldBeFalse();
        (await engine.InboxAsync("zhujian-cb1")).ShouldBeEmpty();
        (await engine.Query.GetAsync(await engine.ViewerAsync("zhujian-cb1"), task.TaskId, default)).ShouldBeNull();
        (await engine.CompleteAsync("zhujian-cb1", task.TaskId, "submit")).Problem!.Code.ShouldBe("task.not-found");
        (await engine.Tasks.ClaimAsync(Claim(engine, "zhujian-cb1", task.TaskId), default)).Problem!.Code.ShouldBe("task.not-found");
    }

    [Fact]
    public async Task A_task_that_nobody_may_do_becomes_an_incident_instead_of_a_task()
    {
        await using var engine = await TestEngine.StartAsync();
        await engine.DeployAsync(Process, ("handle.form.json", Form));

        await engine.StartInstanceAsync(variables: [("leadUnit", FeelValue.Of("不存在的局"))]);

        await using var db = engine.Database.CreateDbContext();
        (await db.Tasks.CountAsync()).ShouldBe(0);
        (await db.Incidents.SingleAsync()).Code.ShouldBe("task.nobody");
    }

    [Fact]
    public async Task A_sealed_matter_goes_only_to_people_cleared_for_it_and_its_words_are_sealed()
    {
        // given
        await using var engine = await TestEngine.StartAsync(more: s => s.AddSealer());
        await engine.DeployAsync("""
            <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="t"/>
            <userTask id="t" name="密封移送"><extensionElements><gov:assignment candidates='["zhujian-cb1", "dengji"]'/></extensionElements></userTask>
            <sequenceFlow id="f2" sourceRef="t" targetRef="e"/><endEvent id="e"/>
            """);
        await engine.StartInstanceAsync(InformationScope.Sealed);

        // when
        (await engine.InboxAsync("zhujian-cb1")).ShouldBeEmpty();
        var task = await engine.OnlyTaskAsync("dengji");
        (await engine.CompleteAsync("dengji", task.TaskId, opinion: "线索涉及某人")).IsSuccess.ShouldBeTrue();

        // then
        await using var db = engine.Database.CreateDbContext();
        var row = await db.Tasks.SingleAsync();
        row.Opinion.ShouldBeNull();
        engine.Get<TaskFormData>().Read(row).Opinion.ShouldBe("线索涉及某人");
        (await engine.Query.GetAsync(await engine.ViewerAsync("dengji"), task.TaskId, default))!.Opinion.ShouldBe("线索涉及某人");
        (await db.Audit.CountAsync(a => a.Action == Runtime.Access.AuditLog.Read)).ShouldBe(1);
        (await engine.Query.GetAsync(await engine.ViewerAsync("admin"), task.TaskId, default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_human_activity_may_refuse_and_may_set_variables_in_the_same_step()
    {
        await using var engine = await TestEngine.StartAsync();
        await engine.DeployAsync("""
            <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="t"/>
            <userTask id="t" name="表决" gov:activity="test.Vote"><extensionElements><gov:assignment assignee='"dengji"'/></extensionElements></userTask>
            <sequenceFlow id="f2" sourceRef="t" targetRef="g"/>
            <exclusiveGateway id="g" default="f4"/>
            <sequenceFlow id="f3" sourceRef="g" targetRef="yes"><conditionExpression xsi:type="tFormalExpression" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">passed</conditionExpression></sequenceFlow>
            <sequenceFlow id="f4" sourceRef="g" targetRef="e"/>
            <userTask id="yes" name="公布"><extensionElements><gov:assignment assignee='"lianxi"'/></extensionElements></userTask>
            <sequenceFlow id="f5" sourceRef="yes" targetRef="e"/><endEvent id="e"/>
            """);
        await engine.StartInstanceAsync();
        var task = await engine.OnlyTaskAsync("dengji");

        (await engine.CompleteAsync("dengji", task.TaskId, "agree", "不算数")).Problem!.Code.ShouldBe("vote.void");
        (await engine.CompleteAsync("dengji", task.TaskId, "agree")).IsSuccess.ShouldBeTrue();

        (await engine.InboxAsync("lianxi")).Count.ShouldBe(1);
        await using var db = engine.Database.CreateDbContext();
        (await db.Audit.SingleAsync()).Action.ShouldBe("vote.counted");
    }

    private static async Task<TestEngine> StartAsync(DatabaseKind kind, TestCounty? county = null)
    {
        var engine = await TestEngine.StartAsync(kind, county);
        await engine.DeployAsync(Process, ("handle.form.json", Form));
        await engine.StartInstanceAsync(variables: [("leadUnit", FeelValue.Of("zhujian"))]);
        return engine;
    }

    private static ClaimTask Claim(TestEngine engine, string code, Guid taskId) =>
        new() { TenantId = TestCounty.Tenant, TaskId = taskId, By = engine.County.Person(code) };
}

[Activity("test", "Vote", DisplayName = "表决")]
internal sealed class VoteActivity : HumanActivity
{
    public override IReadOnlyList<Outcome> Outcomes => [new("agree", "同意"), new("oppose", "反对")];

    protected internal override ValueTask OnCompletedAsync(TaskCompletionContext context)
    {
        if (context.Opinion == "不算数")
        {
            context.Refuse(new Problem("vote.void", "这一票不算数。"));
        }

        context.SetVariable("passed", FeelValue.Of(context.Outcome == "agree"));
        context.Enlist((db, _) =>
        {
            db.Audit.Add(new AuditRow { TenantId = context.Place.TenantId, Id = Guid.CreateVersion7(context.Place.Now), At = context.Place.Now, Action = "vote.counted" });
            return Task.CompletedTask;
        });
        return ValueTask.CompletedTask;
    }
}
