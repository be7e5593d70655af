using System.Globalization;
using Platform.Kernel;

namespace Platform.Governance.Scenarios;

/// <summary>Carries out a scenario through the same services that pages use, on a virtual clock.</summary>
public sealed class ScenarioPlay(OpenTasks open, ScenarioTime time, ScenarioTasks tasks, ScenarioStarts starts, ScenarioSideSteps sideSteps)
{
    /// <summary>Plays a scenario.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="clock">The clock that the platform runs on.</param>
    /// <param name="ct">Gives up between two steps.</param>
    /// <returns>How many steps were carried out; or <c>scenario.failed</c> with line and reason.</returns>
    public Task<Result<int>> PlayAsync(string tenantId, Scenario scenario, VirtualClock clock, CancellationToken ct) =>
        PlayAsync(new ScenarioStage(tenantId, clock), scenario, ct);

    /// <summary>Plays a scenario.</summary>
    /// <param name="stage">Where; nothing has happened there yet.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="ct">Gives up between two steps.</param>
    /// <returns>How many steps were carried out; or <c>scenario.failed</c> with line and reason.</returns>
    public async Task<Result<int>> PlayAsync(ScenarioStage stage, Scenario scenario, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(scenario);
        await time.MoveToAsync(stage.TenantId, stage.Clock, scenario.Start, ct);
        foreach (var step in scenario.Steps)
        {
            if (await FailureAsync(stage, step, ct) is { } failure)
            {
                return At(step, failure.Message);
            }

            if (step is ScenarioStep.Complete { Refused: null } && await open.IncidentsAsync(stage.TenantId, stage.Case(step.Case), ct) is [var first, ..])
            {
                return At(step, $"流程停住了：{first}");
            }
        }

        return scenario.Steps.Count;
    }

    /// <summary>Carries out one step.</summary>
    /// <param name="stage">Cases so far.</param>
    /// <param name="step">The step.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What the platform said when it refused, or <c>scenario.failed</c> when the step failed otherwise; null when it went as it says.</returns>
    public async Task<Problem?> DoAsync(ScenarioStage stage, ScenarioStep step, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stage);
        return await FailureAsync(stage, step, ct) is { } failure ? failure.Problem ?? new Problem("scenario.failed", failure.Message) : null;
    }

    private async Task<ScenarioFailure?> FailureAsync(ScenarioStage stage, ScenarioStep step, CancellationToken ct)
    {
        try
        {
            await StepAsync(stage, step, ct);
            return null;
        }
        catch (ScenarioFailure failure)
        {
            return failure;
        }
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
            case ScenarioStep.Start start:
                await starts.StartAsync(stage, start, ct);
                break;
            case ScenarioStep.Claim claim:
                await tasks.ClaimAsync(stage, claim, ct);
                break;
            case ScenarioStep.Release release:
                await tasks.ReleaseAsync(stage, release, ct);
                break;
            case ScenarioStep.Complete complete:
                await tasks.CompleteAsync(stage, complete, ct);
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

    private static Problem At(ScenarioStep step, string message) =>
        new("scenario.failed", string.Create(CultureInfo.InvariantCulture, $"第 {step.Line} 行：{message}"));
}
