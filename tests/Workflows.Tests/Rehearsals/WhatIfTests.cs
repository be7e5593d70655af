using System.Text;
using Platform.Governance.Demo;
using Platform.Governance.Rehearsals;
using Platform.Runtime.Access;

namespace Platform.Workflows.Tests.Rehearsals;

public sealed class WhatIfTests
{
    private const string Process = "shiquan-three-ledgers.bpmn";

    [Fact]
    public async Task The_same_version_takes_the_same_ways_as_in_truth()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await stage.LiveAsync("01");
        await stage.LiveAsync("02");
        var cases = await CasesAsync(stage);

        var outcome = await TryAsync(stage, cases, await stage.FilesAsync());

        cases.Count.ShouldBe(2);
        outcome.NotReplayed.ShouldBeEmpty();
        (outcome.Cases, outcome.Ended, outcome.Underway).ShouldBe((2, 2, 0));
        outcome.Tasks.ShouldBe(cases.Sum(matter => matter.Acts.Count));
        outcome.Paths.Keys.ShouldContain(path => path.StartsWith("分类建账 → 书记阅批 → 受理告知", StringComparison.Ordinal));
        outcome.Load.Keys.ShouldContain("登记员");
    }

    [Fact]
    public async Task A_shorter_deadline_makes_more_tasks_late_and_nothing_else_different()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await stage.LiveAsync("01");
        var cases = await CasesAsync(stage);
        var files = (await stage.FilesAsync()).ToDictionary();
        var published = await TryAsync(stage, cases, files);

        files[Process] = Changed(files[Process], "<gov:deadline kind=\"working\" amount=\"1\" unit=\"day\" from=\"entry\" clock=\"promise\"/>", "<gov:deadline kind=\"working\" amount=\"1\" unit=\"minute\" from=\"entry\" clock=\"promise\"/>");
        var draft = await TryAsync(stage, cases, files);

        draft.Overdue.ShouldBeGreaterThan(published.Overdue);
        draft.Paths.ShouldBe(published.Paths);
        draft.Load.ShouldBe(published.Load);
    }

    [Fact]
    public async Task A_step_that_nobody_ever_did_is_not_guessed()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await stage.LiveAsync("01");
        var cases = await CasesAsync(stage);
        var files = (await stage.FilesAsync()).ToDictionary();
        files[Process] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files[Process]).Replace("\"review\"", "\"review-anew\"", StringComparison.Ordinal).Replace(">review<", ">review-anew<", StringComparison.Ordinal));

        var outcome = await TryAsync(stage, cases, files);

        outcome.Lost.ShouldBe(1);
        outcome.NotReplayed.ShouldHaveSingleItem().Key.ShouldContain("书记阅批");
        outcome.Ended.ShouldBe(0);
    }

    [Fact]
    public async Task Words_and_people_of_the_past_are_not_used_and_sealed_matters_do_not_exist()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await stage.LiveAsync("01");
        await stage.LiveAsync("03");

        var matter = (await CasesAsync(stage)).ShouldHaveSingleItem();

        (matter.Order.Title, matter.Order.PersonName).ShouldBe(("（推演）", "某"));
        matter.Order.Text.ShouldNotContain("屋顶");
        matter.Acts.SelectMany(act => act.Values.Values).ShouldNotContain(value => value.ToString()!.Contains("防水", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_an_administrator_tries_matters_of_the_past()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await stage.LiveAsync("01");
        var clerk = new Viewer { TenantId = DemoCounty.TenantId, PersonId = Guid.CreateVersion7(RehearsalStage.Start) };

        (await stage.CasesOf(clerk)).Problem!.Code.ShouldBe("viewer.not-allowed");
    }

    private static async Task<IReadOnlyList<WhatIfCase>> CasesAsync(RehearsalStage stage) =>
        (await stage.CasesOf(new Viewer { TenantId = DemoCounty.TenantId, PersonId = Guid.CreateVersion7(RehearsalStage.Start), Rights = ViewerRights.Administer })).Value;

    private static async Task<WhatIfOutcome> TryAsync(RehearsalStage stage, IReadOnlyList<WhatIfCase> cases, IReadOnlyDictionary<string, byte[]> files) =>
        (await new WhatIfRun(stage.Worlds).RunAsync(await stage.GroundAsync(files: files), cases, _ => { }, default)).Value;

    private static byte[] Changed(byte[] content, string was, string now)
    {
        var text = Encoding.UTF8.GetString(content);
        text.ShouldContain(was);
        return Encoding.UTF8.GetBytes(text.Replace(was, now, StringComparison.Ordinal));
    }
}
