using System.Text;
using Platform.Kernel;
using Platform.Runtime.Definitions;
using Platform.Runtime.Definitions.Drafts;
using Platform.Testing;

namespace Platform.Runtime.Tests.Definitions;

/// <summary>Two people work on decisions of one file, each in a draft of its own.</summary>
public sealed class DecisionOvertakenTests
{
    public static TheoryData<DatabaseKind> Kinds => TestDatabase.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_draft_that_began_before_somebody_published_is_not_published_over_it(DatabaseKind kind)
    {
        // given two drafts that began from one version of the file
        await using var engine = await TestEngine.StartAsync(kind);
        var drafts = engine.Get<DecisionDraftService>();
        var first = await PublishedAsync(engine, Model("一", "二"));
        (await SaveAsync(engine, "d1", Model("壹", "二"), 0, first("d1"))).ShouldBe("1");
        (await SaveAsync(engine, "d2", Model("一", "贰"), 0, first("d2"))).ShouldBe("1");
        (await drafts.PublishAsync(Publish(engine, "d1", 1), default)).IsSuccess.ShouldBeTrue();

        // when
        var refused = (await drafts.PublishAsync(Publish(engine, "d2", 1), default)).Problem.ShouldNotBeNull();

        // then the other's change stands, the draft too, and both together can be published
        refused.Code.ShouldBe("draft.overtaken");
        refused.Message.ShouldContain("第 2 版");
        var newest = (await drafts.PublishedAsync(TestCounty.Tenant, "d2", default)).ShouldNotBeNull();
        Encoding.UTF8.GetString(newest.Content.Span).ShouldContain("壹");
        (await SaveAsync(engine, "d2", Model("壹", "贰"), 1, newest.BaseDefinitionId)).ShouldBe("2");
        (await drafts.PublishAsync(Publish(engine, "d2", 2), default)).Value.Decisions.Single(d => d.Key == "d2").Version.ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_page_that_was_opened_before_somebody_published_does_not_begin_a_draft_of_the_old_content(DatabaseKind kind)
    {
        await using var engine = await TestEngine.StartAsync(kind);
        var opened = await PublishedAsync(engine, Model("一", "二"));
        await PublishedAsync(engine, Model("壹", "二"));

        (await SaveAsync(engine, "d2", Model("一", "贰"), 0, opened("d2"))).ShouldBe("draft.overtaken");
        (await engine.Get<DecisionDraftService>().ListAsync(TestCounty.Tenant, default)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Of_two_who_publish_at_one_instant_one_is_refused(DatabaseKind kind)
    {
        await using var engine = await TestEngine.StartAsync(kind);
        var drafts = engine.Get<DecisionDraftService>();
        var first = await PublishedAsync(engine, Model("一", "二"));
        await SaveAsync(engine, "d1", Model("壹", "二"), 0, first("d1"));
        await SaveAsync(engine, "d2", Model("一", "贰"), 0, first("d2"));

        var both = await Task.WhenAll(drafts.PublishAsync(Publish(engine, "d1", 1), default), drafts.PublishAsync(Publish(engine, "d2", 1), default));

        both.Select(answer => answer.Problem?.Code).ShouldBe([null, "draft.overtaken"], ignoreOrder: true);
        (await drafts.ListAsync(TestCounty.Tenant, default)).Count.ShouldBe(1);
    }

    private static string Model(string one, string two) => $"""
        <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="m" namespace="m">
          <decision id="d1" name="单位"><literalExpression><text>"{one}"</text></literalExpression></decision>
          <decision id="d2" name="时限"><literalExpression><text>"{two}"</text></literalExpression></decision>
        </definitions>
        """;

    private static async Task<Func<string, Guid?>> PublishedAsync(TestEngine engine, string content)
    {
        var outcome = await engine.Get<DefinitionService>().DeployAsync(
            new Deploy { TenantId = TestCounty.Tenant, Name = "单位", Files = new Dictionary<string, byte[]> { ["decision.dmn"] = Encoding.UTF8.GetBytes(content) } }, default);
        return key => outcome.Value.Decisions.Single(d => d.Key == key).Id;
    }

    private static PublishDraft Publish(TestEngine engine, string key, long revision) => new()
    {
        TenantId = TestCounty.Tenant, Key = key, Revision = revision, By = engine.County.Person("dengji"), Note = "修改",
    };

    private static async Task<string> SaveAsync(TestEngine engine, string key, string content, long revision, Guid? basedOn)
    {
        Result<long> saved = await engine.Get<DecisionDraftService>().SaveAsync(
            new SaveDraft { TenantId = TestCounty.Tenant, Key = key, Content = Encoding.UTF8.GetBytes(content), Revision = revision, BasedOn = basedOn, By = engine.County.Person("dengji") }, default);
        return saved.Match(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture), problem => problem.Code);
    }
}
