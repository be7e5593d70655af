using System.Text;
using Platform.Kernel;
using Platform.Runtime.Definitions;
using Platform.Runtime.Definitions.Drafts;
using Platform.Testing;

namespace Platform.Runtime.Tests.Definitions;

public sealed class DraftServiceTests
{
    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_draft_is_kept_and_opened_again_by_its_last_revision(DatabaseKind kind)
    {
        await using var engine = await TestEngine.StartAsync(kind);
        var drafts = engine.Get<DraftService>();

        (await SaveAsync(engine, "登记", 0)).Value.ShouldBe(1);
        (await SaveAsync(engine, "登记来件", 1)).Value.ShouldBe(2);

        var draft = (await drafts.OpenAsync(TestCounty.Tenant, "p", default)).ShouldNotBeNull();
        draft.Revision.ShouldBe(2);
        draft.BaseDefinitionId.ShouldBeNull();
        Encoding.UTF8.GetString(draft.Content.Span).ShouldContain("登记来件");
        var item = (await drafts.ListAsync(TestCounty.Tenant, default)).ShouldHaveSingleItem();
        (item.IsNew, item.EditedByName).ShouldBe((true, "陈管理"));
        (await drafts.ListAsync("999902", default)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_save_that_does_not_know_the_last_one_changes_nothing_and_names_who_was_faster(DatabaseKind kind)
    {
        await using var engine = await TestEngine.StartAsync(kind);
        await SaveAsync(engine, "登记", 0);

        var late = await SaveAsync(engine, "别的", 0, by: "dengji");

        late.Problem!.Code.ShouldBe("draft.stale");
        late.Problem.Message.ShouldContain("陈管理");
        var draft = await engine.Get<DraftService>().OpenAsync(TestCounty.Tenant, "p", default);
        Encoding.UTF8.GetString(draft!.Content.Span).ShouldContain("登记");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_many_saves_at_one_instant_exactly_one_is_kept(DatabaseKind kind)
    {
        await using var engine = await TestEngine.StartAsync(kind);

        var first = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => SaveAsync(engine, $"甲{i}", 0)));
        var second = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => SaveAsync(engine, $"乙{i}", 1)));

        first.Count(s => s.IsSuccess).ShouldBe(1);
        second.Count(s => s.IsSuccess).ShouldBe(1);
        first.Concat(second).Where(s => !s.IsSuccess).ShouldAllBe(s => s.Problem!.Code == "draft.stale");
    }

    [Theory]
    [InlineData("这不是流程", "draft.unreadable")]
    [InlineData("<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" targetNamespace=\"t\"><process id=\"q\"/></definitions>", "draft.other-process")]
    public async Task What_is_not_the_process_is_refused(string content, string code)
    {
        await using var engine = await TestEngine.StartAsync();

        var saved = await engine.Get<DraftService>().SaveAsync(Order(engine, content, 0, "admin"), default);

        saved.Problem!.Code.ShouldBe(code);
        (await engine.Get<DraftService>().ListAsync(TestCounty.Tenant, default)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Publishing_makes_a_version_takes_the_draft_away_and_the_next_draft_begins_from_it(DatabaseKind kind)
    {
        await using var engine = await TestEngine.StartAsync(kind);
        var drafts = engine.Get<DraftService>();
        await SaveAsync(engine, "登记", 0);

        var published = await PublishAsync(engine, 1, "第一版");
        await SaveAsync(engine, "登记来件", 0);
        var again = await PublishAsync(engine, 1, "改了名称");

        published.Value.Definitions.ShouldHaveSingleItem().Version.ShouldBe(1);
        again.Value.Definitions.ShouldHaveSingleItem().Version.ShouldBe(2);
        (await drafts.ListAsync(TestCounty.Tenant, default)).ShouldBeEmpty();
        var next = (await drafts.OpenAsync(TestCounty.Tenant, "p", default)).ShouldNotBeNull();
        (next.Revision, next.BaseDefinitionId).ShouldBe((0, again.Value.Definitions[0].Id));
    }

    [Fact]
    public async Task Publishing_without_note_of_an_old_revision_or_of_nothing_is_refused()
    {
        await using var engine = await TestEngine.StartAsync();
        (await PublishAsync(engine, 1, "说明")).Problem!.Code.ShouldBe("draft.not-found");
        await SaveAsync(engine, "登记", 0);
        await SaveAsync(engine, "登记来件", 1);

        (await PublishAsync(engine, 2, " ")).Problem!.Code.ShouldBe("draft.no-note");
        (await PublishAsync(engine, 1, "说明")).Problem!.Code.ShouldBe("draft.stale");
        (await engine.Get<DraftService>().DiscardAsync(TestCounty.Tenant, "p", 1, default)).ShouldBeFalse();
    }

    private static Task<Result<long>> SaveAsync(TestEngine engine, string step, long revision, string by = "admin") =>
        engine.Get<DraftService>().SaveAsync(Order(engine, Bpmn(step), revision, by), default);

    private static SaveDraft Order(TestEngine engine, string content, long revision, string by) => new()
    {
        TenantId = TestCounty.Tenant, Key = "p", Content = Encoding.UTF8.GetBytes(content), Revision = revision, By = engine.County.Person(by),
    };

    private static Task<Result<DeployOutcome>> PublishAsync(TestEngine engine, long revision, string note) =>
        engine.Get<DraftService>().PublishAsync(
            new PublishDraft { TenantId = TestCounty.Tenant, Key = "p", Revision = revision, By = engine.County.Person("admin"), Note = note }, default);

    private static string Bpmn(string step) => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:shanzhi:gov:1" targetNamespace="t">
          <process id="p" name="办件" isExecutable="true">
            <startEvent id="s"/>
            <userTask id="t" name="{step}"><extensionElements><gov:assignment post="登记员"/></extensionElements></userTask>
            <endEvent id="e"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="t"/>
            <sequenceFlow id="f2" sourceRef="t" targetRef="e"/>
          </process>
        </definitions>
        """;
}
