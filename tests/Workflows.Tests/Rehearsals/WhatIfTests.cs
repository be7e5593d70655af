using System.Text;
using Platform.Decisions.Feel;
using Platform.Governance.Demo;
using Platform.Governance.Rehearsals;
using Platform.Governance.Scenarios;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions;
using Platform.Runtime.Tasks;

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

        var order = matter.Beginning.ShouldBeOfType<WhatIfBeginning.Registered>().Order;
        (order.Title, order.PersonName).ShouldBe(("（推演）", "某"));
        order.Text.ShouldNotContain("屋顶");
        matter.Acts.SelectMany(act => act.Values.Values).ShouldNotContain(value => value.ToString()!.Contains("防水", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Matters_of_the_county_are_samples_without_words_and_people_and_sealed_ones_do_not_exist()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await stage.LiveAsync("01");
        await stage.LiveAsync("03");
        var samples = stage.Real<SampleMatters>();

        var sample = (await samples.ReadAsync(Administrator, RehearsalStage.Process, default)).ShouldHaveSingleItem();
        var clerk = new Viewer { TenantId = DemoCounty.TenantId, PersonId = Guid.CreateVersion7(RehearsalStage.Start) };

        sample.Step.Words.Values.ShouldNotContain(value => value.ToString()!.Contains("屋顶", StringComparison.Ordinal));
        sample.Step.Words["标题"].ShouldBe(FeelValue.Of($"样例：{sample.Category}"));
        sample.Step.Words["电话"].ShouldBe(FeelValue.Of("13900000000"));
        (await samples.ReadAsync(clerk, RehearsalStage.Process, default)).ShouldBeEmpty();
        await using var session = await stage.SessionAsync();
        (await session.DoAsync(sample.Step, default)).Problem?.Message.ShouldBeNull();
    }

    [Fact]
    public async Task Only_an_administrator_tries_matters_of_the_past()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await stage.LiveAsync("01");
        var clerk = new Viewer { TenantId = DemoCounty.TenantId, PersonId = Guid.CreateVersion7(RehearsalStage.Start) };

        (await stage.CasesOf(clerk)).Problem!.Code.ShouldBe("viewer.not-allowed");
    }

    [Fact]
    public async Task Matters_that_people_started_by_hand_begin_again_with_what_they_chose()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        var files = new Dictionary<string, byte[]> { ["leave.bpmn"] = Encoding.UTF8.GetBytes(StartedProcess.Bpmn), ["start.form.json"] = Encoding.UTF8.GetBytes(StartedProcess.Form) };
        (await stage.Real<DefinitionService>().DeployAsync(new Deploy { TenantId = DemoCounty.TenantId, Name = "请假", Files = files }, default)).Problem?.Message.ShouldBeNull();
        var scenario = ScenarioReader.Read("请假", StartedProcess.Scenario).Value;
        (await stage.Real<ScenarioPlay>().PlayAsync(DemoCounty.TenantId, scenario, (VirtualClock)stage.Real<TimeProvider>(), default)).Problem?.Message.ShouldBeNull();

        var cases = (await stage.CasesOf(Administrator, StartedProcess.Key)).Value;
        var outcome = (await new WhatIfRun(stage.Worlds).RunAsync(await stage.GroundAsync(StartedProcess.Key, files), cases, _ => { }, default)).Value;

        var begun = cases.ShouldHaveSingleItem().Beginning.ShouldBeOfType<WhatIfBeginning.Started>();
        begun.Values["days"].ShouldBe(FeelValue.Of(3));
        outcome.NotReplayed.ShouldBeEmpty();
        (outcome.Ended, outcome.Tasks).ShouldBe((1, 1));
    }

    [Fact]
    public async Task However_many_matters_there_are_they_come_in_batches_in_their_order_and_each_once()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        foreach (var begins in new[] { "01", "02", "04" })
        {
            await stage.LiveAsync(begins);
        }

        var work = stage.Real<RecordedWork>();
        var batches = new List<IReadOnlyList<Guid>>();
        var until = stage.Real<TimeProvider>().GetUtcNow();
        await foreach (var batch in work.BatchesAsync(Administrator, RehearsalStage.Process, RehearsalStage.Start.AddDays(-1), until, 2, default))
        {
            batches.Add(batch);
        }

        var all = await work.MattersAsync(Administrator, RehearsalStage.Process, RehearsalStage.Start.AddDays(-1), 100, default);
        batches.Select(batch => batch.Count).ShouldAllBe(count => count <= 2);
        batches.Count.ShouldBeGreaterThan(1);
        batches.SelectMany(batch => batch).ShouldBe(all.Reverse());
        (await work.CountAsync(Administrator, RehearsalStage.Process, RehearsalStage.Start.AddDays(-1), until, default)).ShouldBe(all.Count);
    }

    [Fact]
    public void Batches_add_up_and_rare_ways_are_counted_together()
    {
        var tally = new WhatIfTally();
        var ways = Enumerable.Range(0, 700).ToDictionary(way => $"第{way}种", way => way < 600 ? 1 : 2);

        tally.Add(Outcome(2, 1, ways));
        var first = tally.Sum;
        tally.Add(Outcome(3, 2, new Dictionary<string, int> { ["第650种"] = 5 }));

        (first.Cases, tally.Sum.Cases, tally.Sum.Overdue).ShouldBe((2, 5, 3));
        tally.Sum.Paths["第650种"].ShouldBe(7);
        tally.Sum.Paths.Count.ShouldBe(501);
        tally.Sum.Paths.Values.Sum().ShouldBe(ways.Values.Sum() + 5);
        first.Paths["第650种"].ShouldBe(2);
    }

    [Fact]
    public async Task A_run_that_is_given_up_ends_at_once_and_leaves_no_world()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await stage.LiveAsync("01");
        var cases = await CasesAsync(stage);
        using var stop = new CancellationTokenSource();
        var ground = await stage.GroundAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => new WhatIfRun(stage.Worlds).RunAsync(ground, cases, _ => stop.Cancel(), stop.Token));

        stage.Worlds.Open.ShouldBe(0);
    }

    private static Viewer Administrator { get; } = new() { TenantId = DemoCounty.TenantId, PersonId = Guid.CreateVersion7(RehearsalStage.Start), Rights = ViewerRights.Administer };

    private static WhatIfOutcome Outcome(int cases, int overdue, IReadOnlyDictionary<string, int> paths) =>
        new() { Cases = cases, Ended = cases, Underway = 0, Tasks = cases, Timed = cases, Overdue = overdue, Load = new Dictionary<string, int>(), Paths = paths, NotReplayed = new Dictionary<string, int>() };

    private static async Task<IReadOnlyList<WhatIfCase>> CasesAsync(RehearsalStage stage) => (await stage.CasesOf(Administrator)).Value;

    private static async Task<WhatIfOutcome> TryAsync(RehearsalStage stage, IReadOnlyList<WhatIfCase> cases, IReadOnlyDictionary<string, byte[]> files) =>
        (await new WhatIfRun(stage.Worlds).RunAsync(await stage.GroundAsync(files: files), cases, _ => { }, default)).Value;

    private static byte[] Changed(byte[] content, string was, string now)
    {
        var text = Encoding.UTF8.GetString(content);
        text.ShouldContain(was);
        return Encoding.UTF8.GetBytes(text.Replace(was, now, StringComparison.Ordinal));
    }
}
