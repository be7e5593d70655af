using System.Collections.Immutable;
using System.Text;
using Platform.Decisions.Feel;
using Platform.Governance.Scenarios;
using Platform.Kernel;
using Platform.Runtime.Definitions.Packages;

namespace Platform.Governance.Rehearsals;

/// <summary>The scenarios beside a process: which there are, and whether the process still does what they say.</summary>
/// <param name="worlds">Opens worlds.</param>
public sealed class RehearsalSuite(RehearsalWorlds worlds)
{
    /// <summary>How the names of scenario files end.</summary>
    public const string FileEnding = PackagedFile.Scenario;

    /// <summary>The scenarios among files, by file name.</summary>
    /// <param name="files">Content by name.</param>
    public static IReadOnlyList<(string File, Result<Scenario> Scenario)> In(IReadOnlyDictionary<string, byte[]> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return [.. files.Where(file => file.Key.EndsWith(FileEnding, StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal)
            .Select(file => (file.Key, ScenarioReader.Read(file.Key, Encoding.UTF8.GetString(file.Value))))];
    }

    /// <summary>What was done in a rehearsal as a scenario, which at its end expects what is so now.</summary>
    /// <param name="name">Name of the scenario.</param>
    /// <param name="start">Where the clock began.</param>
    /// <param name="acts">What was done, at least one act.</param>
    public static Scenario Record(string name, DateTimeOffset start, IReadOnlyList<RehearsalAct> acts)
    {
        ArgumentNullException.ThrowIfNull(acts);
        return new Scenario
        {
            Name = name,
            Start = start,
            Steps = [.. acts.Select(act => act.Step), .. acts[^1].View.Matters.Select(Expectation)],
        };
    }

    /// <summary>Plays every scenario, each in a world of its own.</summary>
    /// <param name="ground">The county and the process.</param>
    /// <param name="played">Told of each result as it comes.</param>
    /// <param name="ct">Gives up between two steps.</param>
    public async Task RunAsync(RehearsalGround ground, Action<ScenarioVerdict> played, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ground);
        ArgumentNullException.ThrowIfNull(played);
        foreach (var (file, scenario) in In(ground.Files))
        {
            var result = scenario.IsSuccess ? await PlayAsync(ground, scenario.Value, ct) : scenario.Problem!;
            played(new ScenarioVerdict(file, scenario.IsSuccess ? scenario.Value.Name : file, result.IsSuccess ? result.Value : 0, result.Problem?.Message));
        }
    }

    private async Task<Result<int>> PlayAsync(RehearsalGround ground, Scenario scenario, CancellationToken ct)
    {
        var opened = await worlds.OpenAsync(ground, scenario.Start, ct);
        if (!opened.IsSuccess)
        {
            return opened.Problem!;
        }

        await using var world = opened.Value;
        return await world.Get<ScenarioPlay>().PlayAsync(new ScenarioStage(ground.TenantId, world.Clock, ground.ProcessKey), scenario, ct);
    }

    private static ScenarioStep.Expect Expectation(RehearsedMatter matter)
    {
        var words = ImmutableDictionary.CreateBuilder<string, FeelValue>(StringComparer.Ordinal);
        words["已办结"] = FeelValue.Of(!matter.IsOpen);
        words["待办"] = FeelValue.Of(matter.Tasks.Select(task => FeelValue.Of(task.Task.Name)));
        if (matter.Stage is { } stage)
        {
            words["状态"] = FeelValue.Of(stage);
        }

        return new ScenarioStep.Expect(words.ToImmutable()) { Case = matter.Alias };
    }
}

/// <summary>How a scenario ended.</summary>
/// <param name="File">Name of its file.</param>
/// <param name="Name">Its name.</param>
/// <param name="Steps">How many steps were carried out; 0 when it failed.</param>
/// <param name="Reason">Why it failed; null when it passed.</param>
public sealed record ScenarioVerdict(string File, string Name, int Steps, string? Reason);
