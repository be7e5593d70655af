using Platform.Governance.Cases;
using Platform.Runtime.Definitions;
using Platform.Runtime.Org;
using Platform.Runtime.Tasks;

namespace Platform.Governance.Scenarios;

/// <summary>Steps of a scenario on tasks.</summary>
public sealed class ScenarioTasks(CaseSetting setting, TaskService tasks, GraphCache graphs, OpenTasks open)
{
    /// <summary>Signs for a task.</summary>
    /// <param name="stage">Cases so far.</param>
    /// <param name="step">The step.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="ScenarioFailure">There is no such task, or it was refused.</exception>
    public async Task ClaimAsync(ScenarioStage stage, ScenarioStep.Claim step, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(step);
        ScenarioSideSteps.Check(null, (await tasks.ClaimAsync(await OrderAsync(stage, step, (step.Task, step.Who, step.Unit), ct), ct)).Problem);
    }

    /// <summary>Gives a task back.</summary>
    /// <param name="stage">Cases so far.</param>
    /// <param name="step">The step.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="ScenarioFailure">There is no such task, or it was refused.</exception>
    public async Task ReleaseAsync(ScenarioStage stage, ScenarioStep.Release step, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(step);
        ScenarioSideSteps.Check(null, (await tasks.ReleaseAsync(await OrderAsync(stage, step, (step.Task, step.Who, step.Unit), ct), ct)).Problem);
    }

    /// <summary>Completes a task.</summary>
    /// <param name="stage">Cases so far.</param>
    /// <param name="step">The step.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="ScenarioFailure">There is no such task, or it went otherwise than the step says.</exception>
    public async Task CompleteAsync(ScenarioStage stage, ScenarioStep.Complete step, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(step);
        var directory = await setting.Org.GetAsync(stage.TenantId, ct);
        var now = setting.Clock.GetUtcNow();
        Guid? who = step.Who is null ? null : ScenarioPeople.Find(directory, step.Who, now);
        var task = await FindAsync(stage, step.Case, step.Task, UnitOf(directory, step.Unit), who, ct);
        var form = (await graphs.GetAsync(stage.TenantId, task.DefinitionId, ct)).UserTask(task.ElementId)?.Form;
        var done = await tasks.CompleteAsync(
            new CompleteTask
            {
                TenantId = stage.TenantId,
                TaskId = task.TaskId,
                CommandId = Guid.CreateVersion7(now),
                By = who ?? (task.People is [var first, ..] ? first : throw new ScenarioFailure($"“{task.Name}”没有人可以办理")),
                Outcome = step.Outcome,
                Values = ScenarioPeople.FormValues(directory, form, step.Form, now),
                Opinion = step.Opinion,
            },
            ct);
        ScenarioSideSteps.Check(step.Refused, done.Problem);
    }

    private async Task<ClaimTask> OrderAsync(ScenarioStage stage, ScenarioStep step, (string Task, string Who, string? Unit) named, CancellationToken ct)
    {
        var directory = await setting.Org.GetAsync(stage.TenantId, ct);
        var who = ScenarioPeople.Find(directory, named.Who, setting.Clock.GetUtcNow());
        var task = await FindAsync(stage, step.Case, named.Task, UnitOf(directory, named.Unit), who, ct);
        return new ClaimTask { TenantId = stage.TenantId, TaskId = task.TaskId, By = who };
    }

    private static Guid? UnitOf(OrgDirectory directory, string? code) => code is null ? null : ScenarioPeople.Unit(directory, code);

    private async Task<OpenTask> FindAsync(ScenarioStage stage, string alias, string name, Guid? unit, Guid? who, CancellationToken ct)
    {
        var all = await open.OfAsync(stage.TenantId, stage.Case(alias), ct);
        var named = all.Where(task => task.Name.StartsWith(name, StringComparison.Ordinal) && (unit is null || task.UnitId == unit)).ToList();
        var mine = who is { } person ? named.Where(task => task.People.Contains(person)).ToList() : named;
        return mine.Concat(named).FirstOrDefault()
            ?? throw new ScenarioFailure($"没有待办“{name}”，现在的待办是：{string.Join("、", all.Select(task => task.Name))}");
    }
}
