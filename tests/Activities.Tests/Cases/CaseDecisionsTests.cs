using System.Text;
using Platform.Governance.Cases;
using Platform.Governance.Demo;
using Platform.Runtime.Definitions;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Definitions.Rules;

namespace Platform.Activities.Tests.Cases;

/// <summary>Tables that are asked outside of an instance follow what the county published last.</summary>
public sealed class CaseDecisionsTests
{
    [Fact]
    public async Task A_changed_table_counts_for_the_next_registration()
    {
        // given the template's table of urgency
        await using var engine = await CaseEngine.StartAsync();
        var decisions = engine.Get<CaseDecisions>();
        var command = new Governance.Cases.RegisterCase
        {
            TenantId = DemoCounty.TenantId, CommandId = Guid.CreateVersion7(engine.Clock.GetUtcNow()),
            By = Runtime.Instances.Actor.Person(await engine.PersonAsync("dengji")), Channel = "接访", Title = "路灯不亮", Text = "主路上的路灯坏了十几盏。", GroupSize = 1, Representatives = 1,
            Category = "道路交通", Town = "z01", Village = "c001", Place = "城关镇",
        };
        (await decisions.SuggestUrgencyAsync(DemoCounty.TenantId, command, default)).ShouldBe("一般");

        // when the administrator publishes the table alone, with another answer
        var drafts = engine.Get<DecisionDraftService>();
        var draft = (await drafts.OpenAsync(DemoCounty.TenantId, "urgency-level", default)).ShouldNotBeNull();
        var changed = Encoding.UTF8.GetString(draft.Content.Span).Replace("\"一般\"", "\"加急\"", StringComparison.Ordinal);
        var by = await engine.PersonAsync("dengji");
        var saved = await drafts.SaveAsync(
            new SaveDraft { TenantId = DemoCounty.TenantId, Key = draft.Key, Content = Encoding.UTF8.GetBytes(changed), Revision = 0, By = by }, default);
        var published = await drafts.PublishAsync(
            new PublishDraft { TenantId = DemoCounty.TenantId, Key = draft.Key, Revision = saved.Value, By = by, Note = "试行" }, default);

        // then
        published.Problem.ShouldBeNull();
        (await decisions.SuggestUrgencyAsync(DemoCounty.TenantId, command, default)).ShouldBe("加急");
        (await engine.Get<GraphCache>().LatestAsync(DemoCounty.TenantId, "shiquan-three-ledgers", default))!.Version.ShouldBe(1);
        (await engine.Get<DecisionQuery>().ListAsync(DemoCounty.TenantId, default)).Single(d => d.Key == "urgency-level").Newest.Version.ShouldBe(2);
    }
}
