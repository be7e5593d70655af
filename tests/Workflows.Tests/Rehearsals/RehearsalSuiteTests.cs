using Platform.Governance.Rehearsals;

namespace Platform.Workflows.Tests.Rehearsals;

public sealed class RehearsalSuiteTests
{
    [Fact]
    public async Task Every_scenario_of_the_template_passes_on_the_published_version()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        var verdicts = new List<ScenarioVerdict>();

        await new RehearsalSuite(stage.Worlds).RunAsync(await stage.GroundAsync(), verdicts.Add, default);

        verdicts.Count.ShouldBeGreaterThanOrEqualTo(18);
        verdicts.Where(verdict => verdict.Reason is not null).Select(verdict => $"{verdict.Name}：{verdict.Reason}").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_no_scenario_is_red_and_says_why()
    {
        await using var stage = await RehearsalStage.OpenAsync();
        var files = (await stage.FilesAsync()).Where(file => !file.Key.EndsWith(RehearsalSuite.FileEnding, StringComparison.Ordinal)).ToDictionary();
        files["坏.scenario.yaml"] = "剧本: 坏\n"u8.ToArray();
        var verdicts = new List<ScenarioVerdict>();

        await new RehearsalSuite(stage.Worlds).RunAsync(await stage.GroundAsync(files: files), verdicts.Add, default);

        verdicts.ShouldHaveSingleItem().Reason.ShouldNotBeNull().ShouldContain("第");
    }
}
