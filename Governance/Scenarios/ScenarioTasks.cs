using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Governance.Cases;
using Platform.Runtime.Definitions;
using Platform.Runtime.Forms;
using Platform.Runtime.Instances;
using Platform.Runtime.Org;
using Platform.Runtime.Tasks;

namespace Platform.Governance.Scenarios;

/// <summary>Steps of a scenario on tasks, and starting a process that carries no cases.</summary>
public sealed class ScenarioTasks(CaseSetting setting, TaskService tasks, InstanceService instances, GraphCache graphs, OpenTasks open)
{
    /// <summary>Starts the process of the stage.</summary>
    /// <param name="stage">Cases so far; the new instance gets the step's name.</param>
    /// <param name="step">The step.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="ScenarioFailure">It was refused.</exception>
    public async Task StartAsync(ScenarioStage stage, ScenarioStep.Start step, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(step);
        var key = stage.ProcessKey ?? throw new ScenarioFailure("这里只能登记来件，不能直接发起流程");
        var directory = await setting.Org.GetAsync(stage.TenantId, ct);
        var now = setting.Clock.GetUtcNow();
        var process = await graphs.LatestAsync(stage.TenantId, key, ct);
        var started = await instances.StartAsync(
            new StartInstance
            {
                TenantId = stage.TenantId,
                ProcessKey = key,
                BusinessKey = step.Case,
                CommandId = Guid.CreateVersion7(now),
                Actor = Actor.Person(ScenarioPeople.Find(directory, step.Who, now)),
                Variables = Values(directory, process is null ? null : StartForm.Of(process), step.Form, now),
            },
            ct);
        ScenarioSideSteps.Check(null, started.Problem);
        stage.Name(step.Case, new Registered(started.Value.InstanceId, step.Case, ""));
    }

    /// <summary>Signs for a task.</summary>
    /// <param name="stage">Cases so far.</param>
    /// <param name="step">The step.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="ScenarioFailure">There is no such task, or it was refused.</exception>
    public async Task ClaimAsync(ScenarioStage stage, ScenarioStep.Claim step, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(step);
        var directory = await setting.Org.GetAsync(stage.TenantId, ct);
        var who = ScenarioPeople.Find(directory, step.Who, setting.Clock.GetUtcNow());
        var task = await FindAsync(stage, step.Case, step.Task, UnitOf(directory, step.Unit), who, ct);
        var claimed = await tasks.ClaimAsync(new ClaimTask { TenantId = stage.TenantId, TaskId = task.TaskId, By = who }, ct);
        ScenarioSideSteps.Check(null, claimed.Problem);
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
                Values = Values(directory, form, step.Form, now),
                Opinion = step.Opinion,
            },
            ct);
        ScenarioSideSteps.Check(step.Refused, done.Problem);
    }

    private static ImmutableDictionary<string, FeelValue> Values(OrgDirectory directory, FormSpec? form, ImmutableDictionary<string, FeelValue> words, DateTimeOffset now) =>
        words.ToImmutableDictionary(pair => pair.Key, pair => ScenarioPeople.FormValue(directory, form, pair.Key, pair.Value, now), StringComparer.Ordinal);

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
