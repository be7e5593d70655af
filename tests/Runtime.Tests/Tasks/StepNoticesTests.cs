using Platform.Decisions.Feel;
using Platform.Kernel.Model;
using Platform.Runtime.Instances;
using Platform.Runtime.Notifications;
using Platform.Runtime.Persistence;
using Platform.Testing;
using static Platform.Runtime.Tests.Calendar.WorkCalendarTests;

namespace Platform.Runtime.Tests.Tasks;

public sealed class StepNoticesTests
{
    /// <summary>Monday morning.</summary>
    private static readonly DateTimeOffset Monday = Local(2026, 11, 2, 8, 0);

    private const string Told = """
        <gov:assignment post="承办人" unit="leadUnit"/>
        <gov:deadline kind="working" amount="3" unit="day"/>
        <gov:outcome value="done" text="已经解决"/>
        <gov:notify when="begin" to="starter">{标题}已交{办理人}办理，{到期时间}前办结。</gov:notify>
        <gov:notify when="due" to="starter">“{步骤}”超过了{到期时间}，我们正在催办。</gov:notify>
        <gov:notify when="end" to="starter">“{步骤}”的结果：{办理结果}。</gov:notify>
        <gov:notify when="end" to="联系办主任">{编号}“{步骤}”{办理结果}。</gov:notify>
        """;

    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_step_tells_whom_it_names_when_it_begins_is_overdue_and_ends(DatabaseKind kind)
    {
        // given
        await using var engine = await TestEngine.StartAsync(kind, now: Monday);
        await engine.DeployAsync(OneTask(Told));
        (await engine.TryStartAsync(new InstanceAccess(InformationScope.Internal, engine.County.UnitId("lianxi"), []), "dengji", ("leadUnit", FeelValue.Of("zhujian")))).IsSuccess.ShouldBeTrue();

        // when
        await engine.MoveToAsync(Local(2026, 11, 6, 9, 0));
        var task = (await engine.InboxAsync("zhujian-cb1"))[0];
        (await engine.CompleteAsync("zhujian-cb1", task.TaskId, "done")).IsSuccess.ShouldBeTrue();

        // then
        var starter = await MessagesAsync(engine, "dengji");
        starter.Select(m => m.Kind).Order().ShouldBe(["deadline.red", "step.begun", "step.ended"]);
        starter.Single(m => m.Kind == "step.begun").Body!.ShouldEndWith("办理，11月5日 18:00前办结。");
        starter.Single(m => m.Kind == "deadline.red").Body.ShouldBe("“办理”超过了11月5日 18:00，我们正在催办。");
        starter.Single(m => m.Kind == "step.ended").ShouldSatisfyAllConditions(m => m.Title.ShouldBe("办结通知：办理"), m => m.Body.ShouldBe("“办理”的结果：已经解决。"));
        (await MessagesAsync(engine, "lianxi")).ShouldContain(m => m.Kind == "step.ended" && m.Body!.EndsWith("“办理”已经解决。", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_usual_text_still_reaches_those_whom_the_process_does_not_address()
    {
        await using var engine = await TestEngine.StartAsync(DatabaseKind.Sqlite, now: Monday);
        await engine.DeployAsync(OneTask(Told));
        (await engine.TryStartAsync(new InstanceAccess(InformationScope.Internal, engine.County.UnitId("lianxi"), []), "dengji", ("leadUnit", FeelValue.Of("zhujian")))).IsSuccess.ShouldBeTrue();

        await engine.MoveToAsync(Local(2026, 11, 6, 9, 0));

        (await MessagesAsync(engine, "zhujian-cb1")).Single(m => m.Kind == "deadline.red").Body!.ShouldContain("请立即办理并说明原因");
    }

    [Fact]
    public async Task Of_a_restricted_matter_nothing_is_said_and_nobody_learns_of_it_who_may_not()
    {
        await using var engine = await TestEngine.StartAsync(DatabaseKind.Sqlite, now: Monday);
        await engine.DeployAsync(OneTask(Told + """<gov:notify when="begin" to="handler-unit.members">请各位知悉。</gov:notify>"""));
        var access = new InstanceAccess(
            InformationScope.Restricted, engine.County.UnitId("lianxi"), [new AccessExclusion(AccessSubjectKind.Person, engine.County.Person("zhujian-fz"), "被反映")]);
        (await engine.TryStartAsync(access, "dengji", ("leadUnit", FeelValue.Of("zhujian")))).IsSuccess.ShouldBeTrue();

        await using var db = engine.Database.CreateDbContext();
        var sent = db.Notifications.ToList();
        sent.ShouldAllBe(n => n.Title == NotificationTexts.Discreet && n.Body == null);
        sent.ShouldNotContain(n => n.PersonId == engine.County.Person("zhujian-fz"));
        db.Participants.ShouldNotContain(p => p.PersonId == engine.County.Person("zhujian-fz"));
    }

    [Theory]
    [InlineData("begin", "请{经办}尽快办理。", "不认识的填空“{经办}”")]
    [InlineData("sometime", "请办理。", "begin、due 或 end")]
    [InlineData("end", "   ", "1 到 500 个字")]
    public void What_cannot_be_sent_is_refused_when_it_is_deployed(string when, string text, string complaint)
    {
        List<string> problems = [];

        NoticeSpec.Read(Element(when, text), problems).ShouldBeNull();

        problems.ShouldHaveSingleItem().ShouldContain(complaint);
    }

    [Fact]
    public void What_is_not_known_reads_on_in_words() =>
        new NoticePlaces { Title = "路灯不亮", Step = "交办" }.Fill("{编号}《{标题}》由{办理人}于{到期时间}前{办理结果}").ShouldBe("该件《路灯不亮》由办理人于（没有时限）前办结");

    private static ExtensionElement Element(string when, string text) => new()
    {
        NamespaceUri = Extensions.GovNamespace,
        LocalName = "notify",
        Attributes = [new ExtensionAttribute("", "when", when)],
        Content = [new ExtensionText(text)],
    };

    private static string OneTask(string content) => $"""
        <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="t"/>
        <userTask id="t" name="办理"><extensionElements>{content}</extensionElements></userTask>
        <sequenceFlow id="f2" sourceRef="t" targetRef="e"/><endEvent id="e"/>
        """;

    private static async Task<IReadOnlyList<NotificationItem>> MessagesAsync(TestEngine engine, string code) =>
        await engine.Get<NotificationService>().ListAsync(await engine.ViewerAsync(code), true, 100, default);
}
