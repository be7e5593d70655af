using System.Collections.Immutable;
using System.Text;
using Platform.Decisions.Feel;
using Platform.Governance.Rehearsals;
using Platform.Governance.Scenarios;
using Platform.Runtime.History;

namespace Platform.Workflows.Tests.Rehearsals;

public sealed class RehearsalSessionTests
{
    [Fact]
    public async Task A_matter_is_walked_to_its_end_and_the_real_county_knows_nothing_of_it()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        var before = await stage.RealTracesAsync();
        await using var session = await stage.SessionAsync();

        foreach (var step in await stage.ActsAsync("01"))
        {
            (await session.DoAsync(step, default)).Problem?.Message.ShouldBeNull();
        }

        var matter = (await session.ViewAsync(default)).Value.Matters.ShouldHaveSingleItem();
        (matter.Stage, matter.IsOpen, matter.Tasks.Count).ShouldBe(("已归档", false, 0));
        matter.Timeline.Count.ShouldBeGreaterThan(10);
        matter.Marks!.Taken.ShouldContain("close");
        (await stage.RealTracesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Every_open_task_says_who_gets_it_and_why()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await using var session = await stage.SessionAsync();

        var view = (await session.DoAsync((await stage.ActsAsync("01"))[0], default)).Value;

        var task = view.Matters[0].Tasks.ShouldHaveSingleItem();
        task.Task.Name.ShouldBe("分类建账");
        task.People.ShouldContain(person => person.Code == "dengji" && person.Reason.StartsWith('因'));
        task.ByWhen.ShouldContain("前办结");
    }

    [Fact]
    public async Task Going_back_leads_to_where_the_rehearsal_stood_before()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await using var session = await stage.SessionAsync();
        var acts = await stage.ActsAsync("01");
        await session.DoAsync(acts[0], default);
        var earlier = (await session.DoAsync(acts[1], default)).Value;
        await session.DoAsync(acts[2], default);
        await session.DoAsync(acts[3], default);

        await session.UndoAsync(default);
        var again = (await session.UndoAsync(default)).Value;

        session.Acts.Count.ShouldBe(2);
        again.Now.ShouldBe(earlier.Now);
        again.Matters[0].Tasks.Select(task => task.Task.Name).ShouldBe(earlier.Matters[0].Tasks.Select(task => task.Task.Name));
        again.Matters[0].Marks!.Taken.ShouldBe(earlier.Matters[0].Marks!.Taken);
    }

    [Fact]
    public async Task What_is_refused_changes_nothing()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await using var session = await stage.SessionAsync();
        var acts = await stage.ActsAsync("01");
        await session.DoAsync(acts[0], default);

        var refused = await session.DoAsync(((ScenarioStep.Complete)acts[1]) with { Who = "zhujian" }, default);

        refused.Problem!.Code.ShouldBe("task.not-allowed");
        session.Acts.Count.ShouldBe(1);
        (await session.ViewAsync(default)).Value.Matters[0].Tasks.ShouldHaveSingleItem().Task.Name.ShouldBe("分类建账");
    }

    [Fact]
    public async Task A_rehearsal_that_gave_its_world_back_goes_on_where_it_stood()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await using var session = await stage.SessionAsync();
        var acts = await stage.ActsAsync("01");
        await session.DoAsync(acts[0], default);
        await session.DoAsync(acts[1], default);

        await session.SleepAsync();
        var view = (await session.DoAsync(acts[2], default)).Value;

        view.Matters[0].Stage.ShouldBe("待阅批");
        session.Acts.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Skipping_from_deadline_to_deadline_draws_the_cards()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await using var session = await stage.SessionAsync();
        var view = (await session.DoAsync((await stage.ActsAsync("01"))[0], default)).Value;

        for (var skips = 0; skips < 12 && view.NextDue is { } due; skips++)
        {
            view = (await session.DoAsync(new ScenarioStep.MoveTo(due.AddSeconds(1)), default)).Value;
        }

        var cards = view.Matters[0].Timeline.Where(entry => entry.Kind == TimelineKind.Deadline).Select(entry => entry.Title).ToList();
        cards.ShouldContain(title => title.Contains("红牌", StringComparison.Ordinal) || title.Contains("超期", StringComparison.Ordinal), string.Join(' ', cards));
        view.Messages.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_kept_rehearsal_passes_and_fails_once_the_process_does_otherwise()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        await using var session = await stage.SessionAsync();
        foreach (var step in (await stage.ActsAsync("01")).Take(4))
        {
            await session.DoAsync(step, default);
        }

        var text = ScenarioWriter.Write(RehearsalSuite.Record("走到告知", session.Start, session.Acts));
        var files = (await stage.FilesAsync()).Where(file => !file.Key.EndsWith(RehearsalSuite.FileEnding, StringComparison.Ordinal)).ToDictionary();
        files["走到告知.scenario.yaml"] = Encoding.UTF8.GetBytes(text);
        var unchanged = await RunAsync(stage, files);
        files["shiquan-three-ledgers.bpmn"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["shiquan-three-ledgers.bpmn"]).Replace("受理告知", "书面告知", StringComparison.Ordinal));
        var renamed = await RunAsync(stage, files);

        unchanged.ShouldHaveSingleItem().Reason.ShouldBeNull();
        renamed.ShouldHaveSingleItem().Reason.ShouldNotBeNull().ShouldContain("书面告知");
    }

    [Fact]
    public async Task A_process_that_carries_no_cases_is_started_by_somebody_and_signed_for()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        var files = new Dictionary<string, byte[]>
        {
            ["leave.bpmn"] = Encoding.UTF8.GetBytes(StartedProcess.Bpmn),
            ["start.form.json"] = Encoding.UTF8.GetBytes(StartedProcess.Form),
        };
        await using var session = new RehearsalSession(stage.Worlds, await stage.GroundAsync("leave", files), RehearsalStage.Start, TimeProvider.System);
        var form = ImmutableDictionary<string, FeelValue>.Empty.Add("days", FeelValue.Of(3)).Add("who", FeelValue.Of("dengji"));

        var started = await session.DoAsync(new ScenarioStep.Start("zhujian-cb", form), default);
        var claimed = await session.DoAsync(new ScenarioStep.Claim("批准", "lianxi", null), default);
        var done = await session.DoAsync(new ScenarioStep.Complete("批准", "lianxi", "yes", ImmutableDictionary<string, FeelValue>.Empty, null, null), default);

        started.Problem?.Message.ShouldBeNull();
        started.Value.Matters[0].Tasks.ShouldHaveSingleItem().People.ShouldContain(person => person.Code == "lianxi");
        claimed.Problem?.Message.ShouldBeNull();
        done.Value.Matters[0].IsOpen.ShouldBeFalse();
        Runtime.Definitions.StartForm.Of((await session.ProcessAsync(default)).Value).Fields.Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_draft_that_cannot_run_says_why()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        var broken = StartedProcess.Bpmn.Replace("targetRef=\"approve\"", "targetRef=\"nowhere\"", StringComparison.Ordinal);
        var files = new Dictionary<string, byte[]> { ["leave.bpmn"] = Encoding.UTF8.GetBytes(broken) };
        await using var session = new RehearsalSession(stage.Worlds, await stage.GroundAsync("leave", files), RehearsalStage.Start, TimeProvider.System);

        (await session.ViewAsync(default)).Problem!.Code.ShouldBe("deploy.refused");
    }

    [Fact]
    public async Task Nothing_of_a_rehearsal_is_left_when_it_is_over()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        var world = (await stage.Worlds.OpenAsync(await stage.GroundAsync(), RehearsalStage.Start, default)).Value;
        var folder = world.Folder;
        Directory.Exists(folder).ShouldBeTrue();

        await world.DisposeAsync();

        Directory.Exists(folder).ShouldBeFalse();
    }

    private static async Task<List<ScenarioVerdict>> RunAsync(RehearsalStage stage, Dictionary<string, byte[]> files)
    {
        var verdicts = new List<ScenarioVerdict>();
        await new RehearsalSuite(stage.Worlds).RunAsync(await stage.GroundAsync(files: files), verdicts.Add, default);
        return verdicts;
    }
}
