using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;
using Platform.Runtime.Access;
using Platform.Runtime.Activities;
using Platform.Runtime.Instances;
using Platform.Runtime.Notifications;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Tasks;

/// <summary>Decides a completion on what was loaded for the step: who, state, outcome, form, then the activity.</summary>
public sealed class TaskCompleter
{
    private readonly ActivityCatalog catalog;
    private readonly TaskFormData formData;
    private readonly StepNotices notices;
    private readonly TimeProvider clock;

    /// <summary>Made by the container.</summary>
    public TaskCompleter(ActivityCatalog catalog, TaskFormData formData, StepNotices notices, TimeProvider clock)
    {
        this.notices = notices;
        this.catalog = catalog;
        this.formData = formData;
        this.clock = clock;
    }

    internal async ValueTask<Result<StepDecision>> DecideAsync(CompleteTask command, Viewer viewer, StepFacts facts, CancellationToken ct)
    {
        if (facts.Task is not { } task)
        {
            return TaskAccess.NotFound;
        }

        var acting = TaskAccess.MayAct(FactsOf(facts, task), viewer, command.OnBehalfOf);
        if (acting.Problem is { } refused)
        {
            // Whoever completed it, or saw it completed, learns that it is done instead of that it is not theirs.
            return task.Status == UserTaskStatus.Completed && task.CompletedBy == command.By
                ? TaskCompletionRules.Refusal(task, command)!
                : refused;
        }

        var spec = facts.Process.UserTask(task.ElementId)
            ?? throw new InvalidOperationException($"Expected user task {task.ElementId} in {facts.Process.Key}, but it has none.");
        if ((TaskCompletionRules.Refusal(task, command) ?? TaskCompletionRules.Refusal(spec, command)) is { } problem)
        {
            return problem;
        }

        var now = clock.GetUtcNow();
        var variables = facts.State.VariablesAt(task.TokenId);
        var values = TaskCompletionRules.Check(spec.Form, command, variables, now);
        return values.Problem is { } invalid
            ? invalid
            : await AskActivityAsync(new Completion(command, task, acting.Value, values.Value, variables, now), facts, ct);
    }

    private async ValueTask<Result<StepDecision>> AskActivityAsync(Completion completion, StepFacts facts, CancellationToken ct)
    {
        var (command, task, acting, values, variables, now) = completion;
        var results = values;
        Func<PlatformDb, CancellationToken, Task>? enlisted = null;
        Guid? owner = null;
        if (catalog.FindHuman(task.ActivityType) is { } activity)
        {
            var node = facts.Process.Graph.FindNode(task.ElementId)!;
            var context = new TaskCompletionContext(PlaceOf(completion, facts, node), values, ct)
            {
                TaskId = task.Id,
                By = command.By,
                OnBehalfOf = acting.OnBehalfOf,
                Outcome = command.Outcome,
                Opinion = command.Opinion,
            };
            await activity.OnCompletedAsync(context);
            if (context.Refusal is { } refusal)
            {
                return refusal;
            }

            results = context.Variables;
            enlisted = context.Enlisted;
            owner = context.OwnerUnitId;
        }

        var (data, opinion) = formData.Write(facts.Instance, values, command.Opinion);
        return new StepDecision(
            new Trigger.ResumeToken { TokenId = task.TokenId, Outcome = command.Outcome.Length == 0 ? null : command.Outcome, Variables = results },
            new StepAdditions
            {
                Completion = new TaskCompletion
                {
                    TaskId = task.Id,
                    RowVersion = task.RowVersion,
                    By = command.By,
                    OnBehalfOf = acting.OnBehalfOf,
                    At = now,
                    Outcome = command.Outcome.Length == 0 ? null : command.Outcome,
                    Opinion = opinion,
                    FormData = data,
                    Notifications = await notices.WriteAsync(EndOf(completion, facts), ct),
                    HadOpenCandidates = facts.Candidates.Any(c => c.IsOpen),
                },
                Enlisted = enlisted,
                OwnerUnitId = owner,
            })
        {
            Actor = Actor.Person(command.By, acting.OnBehalfOf),
        };
    }

    private static StepEvent EndOf(Completion completion, StepFacts facts)
    {
        var (command, task, _, _, variables, now) = completion;
        var spec = facts.Process.UserTask(task.ElementId)!;
        var context = new AssignmentContext
        {
            Variables = variables,
            Now = now,
            ProcessKey = facts.Instance.ProcessKey,
            StarterId = facts.Instance.StarterId,
            OwnerUnitId = facts.Instance.OwnerUnitId,
            ExcludedPeople = Excluded(facts, AccessSubjectKind.Person),
            ExcludedUnits = Excluded(facts, AccessSubjectKind.Unit),
        };
        return new StepEvent(NoticeMoment.End, spec, task, [command.By], context)
        {
            Number = facts.Instance.BusinessKey,
            Scope = facts.Instance.Scope,
            Outcome = spec.Outcome(command.Outcome)?.Text,
        };
    }

    private static HashSet<Guid> Excluded(StepFacts facts, AccessSubjectKind kind) =>
        [.. facts.Exclusions.Where(e => e.SubjectKind == kind).Select(e => e.SubjectId)];

    private ActivityPlace PlaceOf(Completion completion, StepFacts facts, Node node) => new()
    {
        TenantId = facts.Instance.TenantId,
        InstanceId = facts.Instance.Id,
        ProcessKey = facts.Instance.ProcessKey,
        BusinessKey = facts.Instance.BusinessKey,
        OwnerUnitId = facts.Instance.OwnerUnitId,
        Scope = facts.Instance.Scope,
        ElementId = node.Id,
        Round = completion.Task.Round,
        Key = $"{facts.Instance.Id:N}/{completion.Task.TokenId}",
        Variables = completion.Variables,
        Inputs = ActivityInputs.Evaluate(node, catalog.Describe(completion.Task.ActivityType!), completion.Variables, completion.Now),
        Now = completion.Now,
        Actor = Actor.Person(completion.Command.By, completion.Acting.OnBehalfOf),
    };

    private static TaskFacts FactsOf(StepFacts facts, TaskRow task) => new()
    {
        ProcessKey = facts.Instance.ProcessKey,
        Scope = facts.Instance.Scope,
        AssigneeId = task.AssigneeId,
        CandidateIds = [.. facts.Candidates.Select(c => c.PersonId)],
        Exclusions = facts.Exclusions,
    };

    private sealed record Completion(
        CompleteTask Command, TaskRow Task, Acting Acting, ImmutableDictionary<string, FeelValue> Values, IFeelScope Variables, DateTimeOffset Now);
}
