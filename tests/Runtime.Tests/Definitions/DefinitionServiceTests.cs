using System.Text;
using Platform.Kernel;
using Platform.Runtime.Activities;
using Platform.Runtime.Definitions;
using Platform.Testing;

namespace Platform.Runtime.Tests.Definitions;

public sealed class DefinitionServiceTests
{
    private const string Form = """{"title":"表","fields":[{"key":"a","label":"甲","type":"text"}]}""";

    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_changed_file_makes_a_new_version_and_the_old_one_stays_as_it_was(DatabaseKind kind)
    {
        // given
        await using var database = await TestDatabase.CreateAsync(kind);
        var (service, cache) = Services(database);

        // when
        var first = (await DeployAsync(service, Bpmn("受理"))).Value;
        var second = (await DeployAsync(service, Bpmn("受理告知"))).Value;

        // then
        (first.Definitions[0].Version, second.Definitions[0].Version).ShouldBe((1, 2));
        (await cache.GetAsync(TestCounty.Tenant, first.Definitions[0].Id, default)).UserTask("t")!.Title.ShouldBe("受理");
        (await cache.LatestAsync(TestCounty.Tenant, "p", default))!.UserTask("t")!.Title.ShouldBe("受理告知");
        (await cache.VersionAsync(TestCounty.Tenant, "p", 1, default))!.Id.ShouldBe(first.Definitions[0].Id);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_same_files_again_give_the_same_version(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (service, _) = Services(database);

        var first = (await DeployAsync(service, Bpmn("受理"))).Value;
        var again = (await DeployAsync(service, Bpmn("受理"))).Value;

        again.IsNew.ShouldBeFalse();
        again.Definitions.ShouldBe(first.Definitions);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Those_who_publish_at_one_instant_come_one_after_the_other(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var (service, _) = Services(database);

        var all = await Task.WhenAll(new[] { "一", "二", "三", "三" }.Select(name => Task.Run(() => DeployAsync(service, Bpmn(name)))));

        var versions = all.Select(outcome => outcome.Value.Definitions[0].Version).ToArray();
        versions[..3].Order().ShouldBe([1, 2, 3]);
        versions[3].ShouldBe(versions[2], "the same files are the same version");
    }

    [Fact]
    public async Task Another_county_has_its_own_versions()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (service, cache) = Services(database);
        await DeployAsync(service, Bpmn("受理"));

        (await cache.LatestAsync("999902", "p", default)).ShouldBeNull();
    }

    [Theory]
    [InlineData("<gov:form ref=\"nowhere.form.json\"/>", "task.unreadable", "nowhere.form.json")]
    [InlineData("<gov:deadline kind=\"lunar\" amount=\"2\"/>", "task.unreadable", "时限")]
    [InlineData("<gov:deadline amount=\"2\" when=\"1 +\"/>", "task.unreadable", "表达式")]
    [InlineData("<gov:assignment assignee=\"(\"/>", "task.unreadable", "办理人")]
    [InlineData("<gov:escalation level=\"line9\" to=\"x\"/>", "task.unreadable", "升级")]
    public async Task What_cannot_run_is_refused_with_file_line_and_element(string content, string code, string words)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (service, cache) = Services(database);

        var problem = (await DeployAsync(service, Bpmn("受理", content))).Problem.ShouldNotBeNull();

        problem.Code.ShouldBe("deploy.refused");
        var detail = problem.Details.ShouldHaveSingleItem();
        detail.Code.ShouldBe(code);
        detail.Key.ShouldStartWith("p.bpmn:");
        detail.Key.ShouldEndWith(":t");
        detail.Message.ShouldContain(words);
        (await cache.LatestAsync(TestCounty.Tenant, "p", default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_step_may_show_a_field_only_to_read_or_not_at_all()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (service, cache) = Services(database);
        var bpmn = Bpmn("受理", "<gov:form ref=\"a.form.json\"><gov:field key=\"amount\" access=\"read\"/><gov:field key=\"secret\" access=\"hidden\"/></gov:form>");

        (await DeployAsync(service, bpmn, TwoFields)).IsSuccess.ShouldBeTrue();

        var fields = (await cache.LatestAsync(TestCounty.Tenant, "p", default)).ShouldNotBeNull().UserTask("t").ShouldNotBeNull().Form.Fields;
        fields.Select(f => (f.Key, f.ReadOnly)).ShouldBe([("amount", true), ("reason", false)]);
    }

    [Fact]
    public async Task A_right_on_a_field_that_the_form_does_not_have_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (service, _) = Services(database);

        var problem = (await DeployAsync(service, Bpmn("受理", "<gov:form ref=\"a.form.json\"><gov:field key=\"gone\" access=\"read\"/></gov:form>"), TwoFields)).Problem.ShouldNotBeNull();

        problem.Message.ShouldContain("gone");
    }

    [Fact]
    public async Task An_activity_that_is_not_installed_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (service, _) = Services(database);

        var problem = (await DeployAsync(service, Bpmn("受理").Replace("<userTask id=\"t\"", "<userTask gov:activity=\"x.Y\" id=\"t\"", StringComparison.Ordinal))).Problem.ShouldNotBeNull();

        problem.Message.ShouldContain("x.Y");
    }

    [Fact]
    public async Task A_start_that_would_have_to_watch_data_outside_of_any_matter_is_refused_with_line_and_element()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (service, _) = Services(database);
        var model = Bpmn("受理").Replace("<startEvent id=\"s\"/>", "<startEvent id=\"s\"><conditionalEventDefinition><condition>level &gt; 4</condition></conditionalEventDefinition></startEvent>", StringComparison.Ordinal);

        var detail = (await DeployAsync(service, model)).Problem.ShouldNotBeNull().Details.ShouldHaveSingleItem();

        detail.Code.ShouldBe("event.conditional-start");
        detail.Key.ShouldMatch(@"^p\.bpmn:\d+:s$");
    }

    [Fact]
    public async Task A_file_that_is_no_model_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (service, _) = Services(database);

        (await DeployAsync(service, "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>")).Problem!.Code.ShouldBe("deploy.refused");
        (await service.DeployAsync(new Deploy { TenantId = TestCounty.Tenant, Name = "空", Files = new Dictionary<string, byte[]>() }, default))
            .Problem!.Code.ShouldBe("deploy.empty");
    }

    [Fact]
    public async Task Levels_the_process_does_not_mention_follow_the_usual_ones_so_that_red_is_never_missing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (service, cache) = Services(database);
        var outcome = (await DeployAsync(service, Bpmn("受理", "<gov:warning remaining=\"0.1\" level=\"yellow\" notify=\"assignee\"/>"))).Value;

        var spec = (await cache.GetAsync(TestCounty.Tenant, outcome.Definitions[0].Id, default)).UserTask("t")!;

        spec.Warnings.OrderBy(w => w.Level).Select(w => (w.Level, w.Remaining)).ShouldBe(
        [
            (Runtime.Calendar.WarningLevel.Reminder, 0.5), (Runtime.Calendar.WarningLevel.Yellow, 0.1),
            (Runtime.Calendar.WarningLevel.Orange, null), (Runtime.Calendar.WarningLevel.Red, 0),
        ]);
        spec.NextText.ShouldBe("办结后流程结束");
        outcome.Warnings.ShouldContain(w => w.Code == "task.no-assignment");
    }

    [Fact]
    public async Task Gaps_of_decision_tables_are_warned_of_before_they_meet_a_case()
    {
        // given
        const string Table = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="m">
              <inputData id="i" name="金额"><variable name="金额" typeRef="number"/></inputData>
              <decision id="d" name="分级"><informationRequirement><requiredInput href="#i"/></informationRequirement>
                <decisionTable id="t"><input label="金额"><inputExpression><text>金额</text></inputExpression></input><output/>
                  <rule><inputEntry><text>&lt; 100</text></inputEntry><outputEntry><text>"一般"</text></outputEntry></rule>
                </decisionTable></decision>
            </definitions>
            """;
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var (service, _) = Services(database);

        // when
        var issues = await service.CheckAsync(TestCounty.Tenant, new Dictionary<string, byte[]> { ["m.dmn"] = Encoding.UTF8.GetBytes(Table) }, default);

        // then
        var issue = issues.ShouldHaveSingleItem();
        (issue.Code, issue.IsError, issue.Line, issue.ElementId).ShouldBe(("dmn.table-gap", false, 4, "t"));
        issue.Message.ShouldBe("「分级」没有规则适用于：金额 ≥ 100。");
    }

    internal static string Bpmn(string title, string content = "") => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:shanzhi:gov:1" targetNamespace="t">
          <process id="p" name="办件" isExecutable="true">
            <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="t"/>
            <userTask id="t" name="{title}"><extensionElements>{content}</extensionElements></userTask>
            <sequenceFlow id="f2" sourceRef="t" targetRef="e"/><endEvent id="e"/>
          </process>
        </definitions>
        """;

    private static (DefinitionService Service, GraphCache Cache) Services(TestDatabase database)
    {
        var catalog = new ActivityCatalog([]);
        return (new DefinitionService(database.Database, catalog, new ManualClock()), new GraphCache(database.Database, catalog));
    }

    private const string TwoFields = """{"title":"表单","fields":[{"key":"amount","label":"金额","type":"number"},{"key":"secret","label":"内部意见","type":"text"},{"key":"reason","label":"事由","type":"text"}]}""";

    private static Task<Result<DeployOutcome>> DeployAsync(DefinitionService service, string bpmn, string? form = null) => service.DeployAsync(
        new Deploy
        {
            TenantId = TestCounty.Tenant,
            Name = "测试",
            Files = new Dictionary<string, byte[]> { ["p.bpmn"] = Encoding.UTF8.GetBytes(bpmn), ["a.form.json"] = Encoding.UTF8.GetBytes(form ?? Form) },
        },
        CancellationToken.None);
}
