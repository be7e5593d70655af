using Platform.Decisions.Feel;
using Platform.Runtime.Calendar;
using Platform.Runtime.Persistence;
using Platform.Runtime.Tasks;
using Platform.Testing;
using static Platform.Runtime.Tests.Calendar.WorkCalendarTests;

namespace Platform.Runtime.Tests.Tasks;

public sealed class TaskQueryTests
{
    private static readonly DateTimeOffset Monday = Local(2026, 11, 23, 9, 0);

    private const string Process = """
        <startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="t"/>
        <userTask id="t" name="书记阅批"><documentation>先看摘要。</documentation><extensionElements>
          <gov:assignment assignee="who"/>
          <gov:deadline kind="working" amount="2" unit="day" when="days = 2"/>
          <gov:deadline kind="working" amount="5" unit="day" when="days = 5"/>
          <gov:outcome value="agree" text="同意"/>
          <gov:form ref="review.form.json"/>
          <gov:legalBasis document="信访工作条例" clause="第二十二条"/>
        </extensionElements></userTask>
        <sequenceFlow id="f2" sourceRef="t" targetRef="g"/><exclusiveGateway id="g" default="f3"/>
        <sequenceFlow id="f3" sourceRef="g" targetRef="n"/>
        <sequenceFlow id="f5" sourceRef="g" targetRef="e"><conditionExpression>days = 99</conditionExpression></sequenceFlow>
        <userTask id="n" name="受理告知"><extensionElements><gov:assignment assignee='"dengji"'/></extensionElements></userTask>
        <sequenceFlow id="f4" sourceRef="n" targetRef="e"/><endEvent id="e"/>
        """;

    private const string Form = """{"title":"阅批","fields":[{"key":"summary","label":"摘要","type":"text","default":"\"件号\""}]}""";

    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Pages_follow_the_due_instant_and_miss_or_repeat_nothing(DatabaseKind kind)
    {
        // given 25 tasks, some due at the same instant, some without a deadline
        await using var engine = await StartAsync(kind);
        for (var i = 0; i < 25; i++)
        {
            await StartOneAsync(engine, "shuji", (i % 3) switch { 0 => 2, 1 => 5, _ => 0 });
        }

        // when
        var viewer = await engine.ViewerAsync("shuji");
        var seen = new List<InboxItem>();
        string? after = null;
        do
        {
            var page = await engine.Query.InboxAsync(viewer, InboxFilter.All, after, 7, default);
            seen.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);

        // then
        seen.Count.ShouldBe(25);
        seen.Select(i => i.TaskId).Distinct().Count().ShouldBe(25);
        seen.Select(i => i.DueAt ?? DateTimeOffset.MaxValue).ShouldBeInOrder();
    }

    [Theory]
    [InlineData("not-base64!")]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("OTk5OTk5OTk5OTk5OTk5OTk5OS8wMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMA")]
    public async Task A_cursor_that_was_tampered_with_means_the_beginning(string cursor)
    {
        await using var engine = await StartAsync(DatabaseKind.Sqlite);
        await StartOneAsync(engine, "shuji", 2);

        (await engine.Query.InboxAsync(await engine.ViewerAsync("shuji"), InboxFilter.All, cursor, 7, default)).Items.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Tabs_and_counts_agree(DatabaseKind kind)
    {
        await using var engine = await StartAsync(kind);
        await StartOneAsync(engine, "shuji", 2);
        await StartOneAsync(engine, "shuji", 5);
        await StartOneAsync(engine, "shuji", 0);
        engine.Clock.MoveTo(Local(2026, 11, 26, 9, 0));
        var viewer = await engine.ViewerAsync("shuji");

        var overdue = await engine.Query.InboxAsync(viewer, new InboxFilter { Tab = InboxTab.Overdue }, null, 9, default);
        var claim = await engine.Query.InboxAsync(viewer, new InboxFilter { Tab = InboxTab.ToClaim }, null, 9, default);
        var text = await engine.Query.InboxAsync(viewer, new InboxFilter { Text = "没有这样的件" }, null, 9, default);

        (await engine.Query.CountsAsync(viewer, default)).ShouldBe(new InboxCounts(3, 1, 0, 0));
        overdue.Items.ShouldHaveSingleItem().WarningLevel.ShouldBe(WarningLevel.Red);
        claim.Items.ShouldBeEmpty();
        text.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_says_why_me_by_when_and_what_next()
    {
        await using var engine = await StartAsync(DatabaseKind.Sqlite);
        await StartOneAsync(engine, "shuji", 2);
        var task = await engine.OnlyTaskAsync("shuji");

        var detail = (await engine.Query.GetAsync(await engine.ViewerAsync("shuji"), task.TaskId, default)).ShouldNotBeNull();

        detail.WhyMe.ShouldBe("因流程指定由您办理");
        detail.ByWhen.ShouldBe("请于 11月25日 18:00 前办结（还有 2 个工作日）");
        detail.WhatNext.ShouldBe("办结后进入“受理告知”");
        detail.Values["summary"].ShouldBe(FeelValue.Of("件号"));
        detail.Outcomes.ShouldHaveSingleItem().Outcome.Text.ShouldBe("同意");
        detail.LegalBases.ShouldHaveSingleItem().Clause.ShouldBe("第二十二条");
        detail.Instructions.ShouldBe("先看摘要。");
        detail.Deadlines.ShouldHaveSingleItem().WorkingLeft.ShouldBe(TimeSpan.FromHours(23));
        (detail.MayComplete, detail.MayClaim, detail.MayRelease).ShouldBe((true, false, false));
        detail.People.ShouldHaveSingleItem().Name.ShouldBe("张国栋");
    }

    [Fact]
    public async Task A_supervisor_may_read_a_task_but_not_act_on_it()
    {
        await using var engine = await StartAsync(DatabaseKind.Sqlite);
        await StartOneAsync(engine, "dengji", 2);
        var task = await engine.OnlyTaskAsync("dengji");

        var detail = (await engine.Query.GetAsync(await engine.ViewerAsync("shuji"), task.TaskId, default)).ShouldNotBeNull();

        detail.MayComplete.ShouldBeFalse();
        detail.WhyMe.ShouldBe("因您参与此件或负责监督");
    }

    [Theory]
    [InlineData(9, 0, "请于 11月25日 18:00 前办结（还有 2 个工作日）")]
    [InlineData(62, 0, "请于 11月25日 18:00 前办结（还有 4 个工作小时）")]
    [InlineData(65, 30, "请于 11月25日 18:00 前办结（还有 30 分钟）")]
    [InlineData(82, 0, "应于 11月25日 18:00 前办结（已超期 1 个工作日）")]
    public void The_sentence_counts_in_the_unit_that_matters(int hours, int minutes, string sentence) =>
        TaskSentences.ByWhen(Local(2026, 11, 25, 18, 0), Local(2026, 11, 23, 0, 0).AddHours(hours).AddMinutes(minutes), WorkCalendar.National).ShouldBe(sentence);

    private static async Task<TestEngine> StartAsync(DatabaseKind kind)
    {
        var engine = await TestEngine.StartAsync(kind, now: Monday);
        await engine.DeployAsync(Process, ("review.form.json", Form));
        return engine;
    }

    private static Task<Guid> StartOneAsync(TestEngine engine, string who, long days) =>
        engine.StartInstanceAsync(InformationScope.Internal, "dengji", ("who", FeelValue.Of(who)), ("days", FeelValue.Of(days)));
}
