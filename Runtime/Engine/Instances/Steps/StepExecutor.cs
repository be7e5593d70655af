using System.Collections.Immutable;
using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;
using Platform.Runtime.Definitions.Rules;

namespace Platform.Runtime.Instances.Steps;

/// <summary>
/// Works a step out: asks the kernel, carries out what belongs into the step at once (tasks are planned, automatic activities run)
/// and asks the kernel again with their results, until every token rests.
/// </summary>
internal sealed class StepExecutor(ITaskPlanner planner, IActivityRunner activities, DecisionVersions decisions)
{
    /// <summary>Local time of cron cycles and dates without a zone: the whole country has one.</summary>
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>Activities one step may run; a loop of automatic activities without a wait would otherwise never end.</summary>
    private const int MostActivities = 1_000;

    /// <summary>Runs the trigger on the draft.</summary>
    /// <returns>Why the kernel refused, or null.</returns>
    internal async ValueTask<Problem?> ExecuteAsync(StepDraft draft, Trigger trigger, CancellationToken ct)
    {
        var kept = draft.State?.DecisionVersions ?? (trigger as Trigger.StartProcess)?.DecisionVersions ?? ImmutableDictionary<string, int>.Empty;
        draft.Decisions = await decisions.ForStepAsync(draft.TenantId, draft.Process, kept, ct);
        if (Ask(draft, trigger) is { } refusal)
        {
            return refusal;
        }

        // The kernel's answers to in-step results append to the list while it is walked.
        int activitiesLeft = MostActivities;
        for (int i = 0; i < draft.Effects.Count; i++)
        {
            switch (draft.Effects[i])
            {
                case Effect.CreateTask order when IsAlive(draft, order.TokenId):
                    await PlanTaskAsync(draft, order, ct);
                    break;
                case Effect.RunActivity order when IsAlive(draft, order.TokenId):
                    await RunActivityAsync(draft, order, activitiesLeft-- > 0, ct);
                    break;
                case Effect.CreateTask or Effect.RunActivity:
                    // A later result in this very step has cancelled the token.
                    break;
                case var effect:
                    EffectHandler.Apply(draft, effect);
                    break;
            }
        }

        return null;
    }

    private static Problem? Ask(StepDraft draft, Trigger trigger)
    {
        var world = new World { Now = draft.Now, LocalOffset = China, Decisions = draft.Decisions };
        Step step = Interpreter.Run(draft.Process.Graph, draft.State, trigger, world);
        if (step.Problem is { } problem)
        {
            return problem;
        }

        draft.State = step.State;
        draft.Facts.AddRange(step.Facts);
        draft.Effects.AddRange(step.Effects);
        return null;
    }

    /// <summary>What was done inside the step cannot be refused: the token was looked at a moment before.</summary>
    private static void AskAgain(StepDraft draft, Trigger trigger)
    {
        if (Ask(draft, trigger) is { } problem)
        {
            throw new InvalidOperationException($"Expected the kernel to take {trigger.GetType().Name}, but it refused with {problem.Code}.");
        }
    }

    private static bool IsAlive(StepDraft draft, long tokenId) => draft.State!.FindToken(tokenId) is not null;

    private async ValueTask PlanTaskAsync(StepDraft draft, Effect.CreateTask order, CancellationToken ct)
    {
        TaskPlan plan = await planner.PlanAsync(
            new TaskOrder
            {
                TenantId = draft.TenantId,
                InstanceId = draft.Instance.Id,
                ProcessKey = draft.Instance.ProcessKey,
                BusinessKey = draft.Instance.BusinessKey,
                StartedAt = draft.Instance.StartedAt,
                StarterId = draft.Instance.StarterId,
                OwnerUnitId = draft.Instance.OwnerUnitId,
                Scope = draft.Instance.Scope,
                Process = draft.Process,
                ElementId = order.ElementId,
                TokenId = order.TokenId,
                Round = order.Round,
                Seq = draft.Seq,
                Variables = draft.State!.VariablesAt(order.TokenId),
                Exclusions = draft.Exclusions,
                Now = draft.Now,
                Actor = draft.Actor,
            },
            ct);
        if (plan.Problem is { } problem)
        {
            AskAgain(draft, new Trigger.FailWork { TokenId = order.TokenId, Problem = problem });
        }
        else
        {
            EffectHandler.AddTask(draft, plan);
        }
    }

    private async ValueTask RunActivityAsync(StepDraft draft, Effect.RunActivity order, bool isWithinBudget, CancellationToken ct)
    {
        Node node = draft.Process.Graph.FindNode(order.ElementId)!;
        switch (activities.ModeOf(node))
        {
            case ActivityMode.Job:
                draft.AddJob(ActivityJobs.Order(draft, node, order.TokenId));
                break;
            case ActivityMode.InStep when isWithinBudget:
                ActivityResult result = await activities.RunAsync(ActivityJobs.OrderOf(draft.Instance, draft.Process, draft.State!, node, order.TokenId, draft.Now, draft.Actor), ct);
                if (result.Enlisted is { } enlisted)
                {
                    draft.Enlisted.Add(enlisted);
                }

                if (ActivityJobs.TriggerFor(result, order.TokenId) is { } trigger)
                {
                    AskAgain(draft, trigger);
                }

                break;
            case ActivityMode.InStep:
                Fail(draft, order.TokenId, "activity.endless", $"“{node.Label}”在一步之内反复执行，已停下。");
                break;
            default:
                Fail(draft, order.TokenId, "activity.unknown", $"“{node.Label}”没有可以执行的动作。");
                break;
        }
    }

    private static void Fail(StepDraft draft, long tokenId, string code, string message) =>
        AskAgain(draft, new Trigger.FailWork { TokenId = tokenId, Problem = new Problem(code, message) });
}
