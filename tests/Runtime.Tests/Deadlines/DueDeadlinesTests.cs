using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Decisions.Feel;
using Platform.Runtime.Calendar;
using Platform.Runtime.Deadlines;
using Platform.Runtime.Instances;
using Platform.Runtime.Notifications;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;
using Platform.Testing;
using static Platform.Runtime.Tests.Calendar.WorkCalendarTests;

namespace Platform.Runtime.Tests.Deadlines;

public sealed class DueDeadlinesTests
{
    /// <summary>Monday morning.</summary>
    private static readonly DateTimeOffset Monday = Local(2026, 11, 2, 8, 0);

    private const string Escalating = """
        <gov:assignment post="承办人" unit="leadUnit"/>
        <gov:deadline kind="working" amount="15" unit="day" clock="promise"/>
        <gov:deadline kind="calendar" amount="60" unit="day" clock="legal"/>
        <gov:escalation after="P0D" to="联系办主任" level="line1"/>
        <gov:escalation after="P5D" to="owner-unit.parent.leader" level="line3"/>
        """;

    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_deadline_warns_turns_red_and_climbs_the_lines_each_once(DatabaseKind kind)
    {
        // given 15 working days from Monday 2 November: due on the 23rd, third line on the 30th
        await using var engine = await StartAsync(kind, Escalating);
        var due = Local(2026, 11, 23, 18, 0);
        (await engine.InboxAsync("zhujian-cb1"))[0].DueAt.ShouldBe(due);

        // when
        foreach (var day in Enumerable.Range(2, 29))
        {
            await engine.MoveToAsync(Local(2026, 11, day, 20, 0));
            await engine.Get<DueWork>().DrainAsync(default);
        }

        // then
        await using var db = engine.Database.CreateDbContext();
        var promise = await db.Deadlines.SingleAsync(d => d.Clock == DeadlineClock.Promise);
        var events = await db.DeadlineEvents.Where(e => e.DeadlineId == promise.Id).OrderBy(e => e.DueAt).ThenBy(e => e.Level).ToListAsync();
        events.Select(e => (e.Level, e.DueAt)).ShouldBe(
        [
            ("reminder", Local(2026, 11, 12, 8, 0)),
            ("yellow", Local(2026, 11, 18, 8, 0)),
            ("orange", Local(2026, 11, 20, 18, 0)),
            ("line1", due),
            ("red", due),
            ("line3", Local(2026, 11, 30, 18, 0)),
        ]);
        (promise.OriginalDueAt, promise.NextAt).ShouldBe((due, null));
        (await Notices(engine, "zhujian-cb1")).ShouldContain("黄牌预警：办理");
        (await Notices(engine, "zhujian-fz")).ShouldContain("黄牌预警：办理");
        (await Notices(engine, "lianxi")).ShouldContain("一线督办：办理");
        (await Notices(engine, "shuji")).ShouldContain("三线督办：办理");
        (await engine.InboxAsync("zhujian-cb1"))[0].WarningLevel.ShouldBe(WarningLevel.Red);
        (await db.Participants.AnyAsync(p => p.PersonId == engine.County.Person("zhujian-fz"))).ShouldBeTrue();
        (await db.Participants.AnyAsync(p => p.PersonId == engine.County.Person("shuji"))).ShouldBeFalse("he supervises the owning unit anyway");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task After_an_outage_every_level_is_recorded_in_order_and_people_are_told_once(DatabaseKind kind)
    {
        await using var engine = await StartAsync(kind, Escalating);

        await engine.MoveToAsync(Local(2026, 12, 1, 9, 0));

        await using var db = engine.Database.CreateDbContext();
        (await db.DeadlineEvents.CountAsync()).ShouldBeGreaterThanOrEqualTo(6);
        (await Notices(engine, "zhujian-cb1")).Count(n => !n.Contains("提醒", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Work_done_in_time_is_never_warned_about_again()
    {
        await using var engine = await StartAsync(DatabaseKind.Sqlite, Escalating);
        await engine.MoveToAsync(Local(2026, 11, 12, 9, 0));
        var task = (await engine.InboxAsync("zhujian-cb1"))[0];
        (await engine.CompleteAsync("zhujian-cb1", task.TaskId)).IsSuccess.ShouldBeTrue();

        await engine.MoveToAsync(Local(2027, 3, 1, 9, 0));

        await using var db = engine.Database.CreateDbContext();
        (await db.DeadlineEvents.Select(e => e.Level).ToListAsync()).ShouldBe(["reminder"]);
        (await db.Deadlines.ToListAsync()).ShouldAllBe(d => d.Status == DeadlineStatus.Met && d.NextAt == null);
    }

    [Fact]
    public async Task An_extension_keeps_the_original_date_and_its_levels_are_reached_anew()
    {
        // given it is already yellow
        await using var engine = await StartAsync(DatabaseKind.Sqlite, Escalating);
        await engine.MoveToAsync(Local(2026, 11, 18, 9, 0));
        var service = engine.Get<DeadlineService>();
        var promise = await PromiseAsync(engine);

        // when
        var extended = await service.ExtendAsync(Extend(engine, promise.Id, Local(2026, 12, 14, 18, 0)), default);
        var earlier = await service.ExtendAsync(Extend(engine, promise.Id, Local(2026, 12, 1, 18, 0)), default);
        await engine.MoveToAsync(Local(2026, 12, 15, 9, 0));

        // then
        extended.Value.ShouldBe(Local(2026, 12, 14, 18, 0));
        earlier.Problem!.Code.ShouldBe("deadline.not-later");
        var after = await PromiseAsync(engine);
        (after.OriginalDueAt, after.DueAt).ShouldBe((Local(2026, 11, 23, 18, 0), Local(2026, 12, 14, 18, 0)));
        await using var db = engine.Database.CreateDbContext();
        var levels = await db.DeadlineEvents.Where(e => e.DeadlineId == promise.Id).Select(e => e.Level).ToListAsync();
        levels.ShouldContain("yellow");
        levels.ShouldContain("extended#2");
        levels.ShouldContain("yellow#2");
        levels.ShouldContain("red#2");
        levels.ShouldNotContain("red");
        (await engine.InboxAsync("zhujian-cb1"))[0].DueAt.ShouldBe(Local(2026, 12, 14, 18, 0));
    }

    [Fact]
    public async Task A_stopped_clock_warns_nobody_and_runs_on_with_what_was_left()
    {
        await using var engine = await StartAsync(DatabaseKind.Sqlite, Escalating);
        var service = engine.Get<DeadlineService>();
        var promise = await PromiseAsync(engine);
        await engine.MoveToAsync(Local(2026, 11, 9, 8, 0));

        // when it stands for a week
        (await service.PauseAsync(TestCounty.Tenant, promise.Id, null, "等待鉴定结论", default)).IsSuccess.ShouldBeTrue();
        await engine.MoveToAsync(Local(2026, 11, 16, 8, 0));
        await using var db = engine.Database.CreateDbContext();
        (await db.DeadlineEvents.Where(e => e.DeadlineId == promise.Id).Select(e => e.Level).ToListAsync()).ShouldBe(["paused#2"]);
        var resumed = await service.ResumeAsync(TestCounty.Tenant, promise.Id, null, "鉴定结论已到", default);

        // then
        resumed.Value.ShouldBe(Local(2026, 11, 30, 18, 0));
        (await service.ResumeAsync(TestCounty.Tenant, promise.Id, null, "", default)).Problem!.Code.ShouldBe("deadline.not-paused");
        (await PromiseAsync(engine)).OriginalDueAt.ShouldBe(Local(2026, 11, 23, 18, 0));
    }

    [Fact]
    public async Task Of_each_clock_the_first_deadline_that_applies_counts_and_an_instant_may_be_given()
    {
        await using var engine = await TestEngine.StartAsync(now: Monday);
        await engine.DeployAsync(OneTask("""
            <gov:assignment assignee='"dengji"'/>
            <gov:deadline kind="working" amount="2" unit="hour" when='urgency != "一般"'/>
            <gov:deadline kind="working" amount="1" unit="day"/>
            <gov:deadline kind="calendar" amount="0" unit="day" from="legalDue" clock="legal"/>
            """));
        var legal = Local(2026, 12, 31, 18, 0);

        await engine.StartInstanceAsync(variables: [("urgency", FeelValue.Of("紧急")), ("legalDue", FeelValue.Of(legal))]);
        await engine.StartInstanceAsync(variables: [("urgency", FeelValue.Of("一般"))]);

        await using var db = engine.Database.CreateDbContext();
        (await db.Deadlines.OrderBy(d => d.DueAt).Select(d => d.DueAt).ToListAsync())
            .ShouldBe([Local(2026, 11, 2, 10, 0), Local(2026, 11, 3, 18, 0), legal]);
    }

    [Fact]
    public async Task Messages_about_a_restricted_matter_say_nothing_and_do_not_reach_the_accused()
    {
        // given the head of the handling bureau is accused
        await using var engine = await TestEngine.StartAsync(now: Monday);
        await engine.DeployAsync(OneTask(Escalating));
        var access = new InstanceAccess(
            InformationScope.Restricted, engine.County.UnitId("lianxi"), [new AccessExclusion(AccessSubjectKind.Person, engine.County.Person("zhujian-fz"), "被反映")]);
        (await engine.TryStartAsync(access, "dengji", ("leadUnit", FeelValue.Of("zhujian")))).IsSuccess.ShouldBeTrue();

        await engine.MoveToAsync(Local(2026, 11, 24, 9, 0));

        await using var db = engine.Database.CreateDbContext();
        var sent = await db.Notifications.ToListAsync();
        sent.ShouldNotBeEmpty();
        sent.ShouldAllBe(n => n.Title == NotificationTexts.Discreet && n.Body == null);
        sent.ShouldNotContain(n => n.PersonId == engine.County.Person("zhujian-fz"));
    }

    [Fact]
    public async Task Listeners_hear_of_each_level_in_the_same_transaction()
    {
        var heard = new Listener();
        await using var engine = await TestEngine.StartAsync(now: Monday, more: s => s.AddSingleton<IDeadlineListener>(heard));
        await engine.DeployAsync(OneTask(Escalating));
        await engine.StartInstanceAsync(variables: [("leadUnit", FeelValue.Of("zhujian"))]);

        await engine.MoveToAsync(Local(2026, 11, 24, 9, 0));

        heard.Keys.ShouldBe(["reminder 0", "yellow 0", "orange 0", "red 0", "line1 1"], ignoreOrder: true);
    }

    private static async Task<TestEngine> StartAsync(DatabaseKind kind, string content)
    {
        var engine = await TestEngine.StartAsync(kind, now: Monday);
        await engine.DeployAsync(OneTask(content));
        await engine.StartInstanceAsync(variables: [("leadUnit", FeelValue.Of("zhujian"))]);
        return engine;
    }

    private static string OneTask(string content) => $"""
        <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="t"/>
        <userTask id="t" name="办理"><extensionElements>{content}</extensionElements></userTask>
        <sequenceFlow id="f2" sourceRef="t" targetRef="e"/><endEvent id="e"/>
        """;

    private static ExtendDeadline Extend(TestEngine engine, Guid id, DateTimeOffset due) => new()
    {
        TenantId = TestCounty.Tenant, DeadlineId = id, NewDueAt = due, By = engine.County.Person("lianxi"), Reason = "情况复杂",
    };

    private static async Task<DeadlineRow> PromiseAsync(TestEngine engine)
    {
        await using var db = engine.Database.CreateDbContext();
        return await db.Deadlines.SingleAsync(d => d.Clock == DeadlineClock.Promise);
    }

    private static async Task<IReadOnlyList<string>> Notices(TestEngine engine, string code) =>
        [.. (await engine.Get<NotificationService>().ListAsync(await engine.ViewerAsync(code), true, 100, default)).Select(n => n.Title)];

    private sealed class Listener : IDeadlineListener
    {
        public List<string> Keys { get; } = [];

        public Task OnReachedAsync(DeadlineReached reached, PlatformDb db, CancellationToken ct)
        {
            if (reached.Deadline.Clock == DeadlineClock.Promise)
            {
                Keys.Add($"{reached.Key} {reached.Line}");
            }

            return Task.CompletedTask;
        }
    }
}
