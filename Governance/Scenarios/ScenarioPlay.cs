using System.Collections.Immutable;
using System.Globalization;
using Platform.Governance.Cases;
using Platform.Kernel;
using Platform.Runtime.Tasks;

namespace Platform.Governance.Scenarios;

/// <summary>Carries out a scenario through the same services that pages use, on a virtual clock.</summary>
public sealed class ScenarioPlay(CaseSetting setting, TaskService tasks, OpenTasks open, ScenarioTime time, ScenarioSideSteps sideSteps)
{
    /// <summary>Plays a scenario.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="clock">The clock that the platform runs on.</param>
    /// <param name="ct">Gives up between two steps.</param>
    /// <returns>How many steps were carried out; or <c>scenario.failed</c> with line and reason.</returns>
    public async Task<Result<int>> PlayAsync(string tenantId, Scenario scenario, VirtualClock clock, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        await time.MoveToAsync(tenantId, clock, scenario.Start, ct);
        var stage = new ScenarioStage(tenantId, clock);
        foreach (var step in scenario.Steps)
        {
            try
            {
                await StepAsync(stage, step, ct);
            }
            catch (ScenarioFailure failure)
            {
                return new Problem("scenario.failed", string.Create(CultureInfo.InvariantCulture, $"第 {step.Line} 行：{failure.Message}"));
            }
        }

        return scenario.Steps.Count;
    }

    private async Task StepAsync(ScenarioStage stage, ScenarioStep step, CancellationToken ct)
    {
        // People act one after the other. Ids carry milliseconds, so acts of one and the same instant would have no order.
        stage.Clock.MoveTo(stage.Clock.GetUtcNow().AddMilliseconds(1));
        switch (step)
        {
            case ScenarioStep.Register register:
                await sideSteps.RegisterAsync(stage, register, ct);
                break;
            case ScenarioStep.Complete complete:
                await CompleteAsync(stage, complete, ct);
                break;
            case ScenarioStep.MoveTo move:
                await time.MoveToAsync(stage.TenantId, stage.Clock, move.At, ct);
                break;
            case ScenarioStep.Pass pass:
                await time.MoveToAsync(stage.TenantId, stage.Clock, await time.TargetAsync(stage.TenantId, pass, ct), ct);
                break;
            case ScenarioStep.Operate operate:
                await sideSteps.OperateAsync(stage, operate, ct);
                break;
            case ScenarioStep.Expect expect:
                await sideSteps.ExpectAsync(stage, expect, ct);
                break;
            default:
                throw new InvalidOperationException($"Expected a known step, but got {step.GetType().Name}.");
        }
    }

    private async Task CompleteAsync(ScenarioStage stage, ScenarioStep.Complete step, CancellationToken ct)
    {
        var directory = await setting.Org.GetAsync(stage.TenantId, ct);
        var now = setting.Clock.GetUtcNow();
        var caseId = stage.Case(step.Case);
        var task = await FindAsync(stage, step, step.Who is null ? null : ScenarioPeople.Find(directory, step.Who, now), ct);
        var done = await tasks.CompleteAsync(
            new CompleteTask
            {
                TenantId = stage.TenantId,
                TaskId = task.TaskId,
                CommandId = Guid.CreateVersion7(now),
                By = step.Who is null ? task.People[0] : ScenarioPeople.Find(directory, step.Who, now),
                Outcome = step.Outcome,
                Values = step.Form.ToImmutableDictionary(pair => pair.Key, pair => ScenarioPeople.FormValue(directory, pair.Key, pair.Value), StringComparer.Ordinal),
                Opinion = step.Opinion,
            },
            ct);
        ScenarioSideSteps.Check(step.Refused, done.Problem);
        if (step.Refused is null && await open.IncidentsAsync(stage.TenantId, caseId, ct) is [var first, ..])
        {
            throw new ScenarioFailure($"流程停住了：{first}");
        }
    }

    private async Task<OpenTask> FindAsync(ScenarioStage stage, ScenarioStep.Complete step, Guid? who, CancellationToken ct)
    {
        var all = await open.OfAsync(stage.TenantId, stage.Case(step.Case), ct);
        var named = all.Where(task => task.Name.StartsWith(step.Task, StringComparison.Ordinal)).ToList();
        var mine = who is { } person ? named.Where(task => task.People.Contains(person)).ToList() : named;
        return mine.Concat(named).FirstOrDefault()
            ?? throw new ScenarioFailure($"没有待办“{step.Task}”，现在的待办是：{string.Join("、", all.Select(task => task.Name))}");
    }
}

/// <summary>Cases that a scenario has registered so far.</summary>
/// <param name="tenantId">The county.</param>
/// <param name="clock">The clock.</param>
public sealed class ScenarioStage(string tenantId, VirtualClock clock)
{
    private readonly Dictionary<string, Registered> cases = new(StringComparer.Ordinal);

    /// <summary>The county.</summary>
    public string TenantId { get; } = tenantId;

    /// <summary>The clock.</summary>
    public VirtualClock Clock { get; } = clock;

    /// <summary>Names a case.</summary>
    /// <param name="alias">Name in the scenario.</param>
    /// <param name="registered">The case.</param>
    public void Name(string alias, Registered registered) => cases[alias] = registered;

    /// <summary>The case of a name.</summary>
    /// <param name="alias">Name in the scenario.</param>
    /// <exception cref="ScenarioFailure">No case has the name.</exception>
    public Guid Case(string alias) => Registered(alias).CaseId;

    /// <summary>Number and query code of the case of a name.</summary>
    /// <param name="alias">Name in the scenario.</param>
    /// <exception cref="ScenarioFailure">No case has the name.</exception>
    public Registered Registered(string alias) => cases.GetValueOrDefault(alias) ?? throw new ScenarioFailure($"还没有登记“{alias}”件");
}
