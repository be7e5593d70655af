using System.Text;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Definitions.Rules;
using Platform.Testing;

namespace Platform.Runtime.Tests.Definitions;

public sealed class DecisionDraftTests
{
    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_decision_is_kept_as_a_draft_and_published_as_a_version_of_its_own(DatabaseKind kind)
    {
        // given
        await using var engine = await TestEngine.StartAsync(kind);
        var drafts = engine.Get<DecisionDraftService>();

        // when
        (await SaveAsync(engine, "一", 0)).ShouldBe(1);
        (await SaveAsync(engine, "二", 1)).ShouldBe(2);
        var published = (await drafts.PublishAsync(Publish(engine, 2), default)).Value;

        // then
        published.Decisions.ShouldHaveSingleItem().Version.ShouldBe(1);
        (await drafts.ListAsync(TestCounty.Tenant, default)).ShouldBeEmpty();
        var begun = (await drafts.OpenAsync(TestCounty.Tenant, "d1", default)).ShouldNotBeNull();
        (begun.Revision, begun.BaseDefinitionId).ShouldBe((0, published.Decisions[0].Id));
        Encoding.UTF8.GetString(begun.Content.Span).ShouldContain("二");
        (await engine.Get<DecisionQuery>().ListAsync(TestCounty.Tenant, default)).ShouldHaveSingleItem().Newest.Note.ShouldBe("先试行");
    }

    [Fact]
    public async Task Drafts_of_processes_and_decisions_never_meet()
    {
        await using var engine = await TestEngine.StartAsync();
        await SaveAsync(engine, "一", 0);

        (await engine.Get<DraftService>().ListAsync(TestCounty.Tenant, default)).ShouldBeEmpty();
        (await engine.Get<DraftService>().OpenAsync(TestCounty.Tenant, "d1", default)).ShouldBeNull();
        (await engine.Get<DecisionDraftService>().ListAsync(TestCounty.Tenant, default)).ShouldHaveSingleItem().IsNew.ShouldBeTrue();
    }

    [Fact]
    public async Task A_save_that_does_not_know_the_last_one_is_refused()
    {
        await using var engine = await TestEngine.StartAsync();
        await SaveAsync(engine, "一", 0);

        (await TrySaveAsync(engine, "d1", Model("二"), 0)).ShouldBe("draft.stale");
        (await TrySaveAsync(engine, "d1", Model("二"), 7)).ShouldBe("draft.stale");
        (await TrySaveAsync(engine, "d2", Model("二"), 0)).ShouldBe("draft.other-decision");
        (await TrySaveAsync(engine, "d1", "no file", 1)).ShouldBe("draft.unreadable");
        (await engine.Get<DecisionDraftService>().PublishAsync(Publish(engine, 9), default)).Problem!.Code.ShouldBe("draft.stale");
        (await engine.Get<DecisionDraftService>().PublishAsync(Publish(engine, 1) with { Note = " " }, default)).Problem!.Code.ShouldBe("draft.no-note");
    }

    private static string Model(string answer) => $"""
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="m">
          <decision id="d1" name="单位"><literalExpression><text>"{answer}"</text></literalExpression></decision>
        </definitions>
        """;

    private static PublishDraft Publish(TestEngine engine, long revision) => new()
    {
        TenantId = TestCounty.Tenant, Key = "d1", Revision = revision, By = engine.County.Person("dengji"), Note = "先试行",
    };

    private static async Task<long> SaveAsync(TestEngine engine, string answer, long revision) =>
        (await engine.Get<DecisionDraftService>().SaveAsync(OrderOf(engine, "d1", Model(answer), revision), default)).Value;

    private static async Task<string?> TrySaveAsync(TestEngine engine, string key, string content, long revision) =>
        (await engine.Get<DecisionDraftService>().SaveAsync(OrderOf(engine, key, content, revision), default)).Problem?.Code;

    private static SaveDraft OrderOf(TestEngine engine, string key, string content, long revision) => new()
    {
        TenantId = TestCounty.Tenant, Key = key, Content = Encoding.UTF8.GetBytes(content), Revision = revision, By = engine.County.Person("dengji"),
    };
}
