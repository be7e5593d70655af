using Platform.Governance.Cases;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions;
using Platform.Runtime.Instances.Starting;

namespace Platform.Governance.Scenarios;

/// <summary>Lets people of a scenario start processes by hand, through the service of the page that officials start them with: who may, and what the form asks, holds here too.</summary>
public sealed class ScenarioStarts(CaseSetting setting, Viewers viewers, ProcessStarts starts, GraphCache graphs)
{
    /// <summary>Starts a process.</summary>
    /// <param name="stage">Cases so far; the new instance gets the step's name.</param>
    /// <param name="step">The step.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="ScenarioFailure">It went otherwise than the step says, or it is not clear which process is meant.</exception>
    public async Task StartAsync(ScenarioStage stage, ScenarioStep.Start step, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(step);
        var directory = await setting.Org.GetAsync(stage.TenantId, ct);
        var now = setting.Clock.GetUtcNow();
        var viewer = await viewers.ForPersonAsync(stage.TenantId, ScenarioPeople.Find(directory, step.Who, now), ct);
        var key = step.Process ?? stage.ProcessKey ?? await OnlyOneAsync(viewer, ct);
        var process = await graphs.LatestAsync(stage.TenantId, key, ct);
        var started = await starts.StartAsync(
            new StartRequest
            {
                By = viewer,
                ProcessKey = key,
                Values = ScenarioPeople.FormValues(directory, process is null ? null : StartForm.Of(process), step.Form, now),
                CommandId = Guid.CreateVersion7(now),
            },
            ct);
        ScenarioSideSteps.Check(step.Refused, started.Problem);
        if (started.IsSuccess)
        {
            stage.Name(step.Case, new Registered(started.Value.InstanceId, "", ""));
        }
    }

    private async Task<string> OnlyOneAsync(Viewer viewer, CancellationToken ct)
    {
        var offered = await starts.ListAsync(viewer, ct);
        return offered switch
        {
            [var only] => only.Key,
            [] => throw new ScenarioFailure("这里没有可以由工作人员发起的流程"),
            _ => throw new ScenarioFailure($"可以发起的流程不止一个，请写明“流程”：{string.Join("、", offered.Select(process => process.Key))}"),
        };
    }
}
