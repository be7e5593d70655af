using Platform.Kernel.Execution;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Instances.Steps;

/// <summary>Turns what the kernel ordered into rows: one switch, in the order of the effects.</summary>
internal static class EffectHandler
{
    internal static void Apply(StepDraft draft, Effect effect)
    {
        switch (effect)
        {
            case Effect.CancelTask x:
                CancelTask(draft, x.TokenId);
                break;
            case Effect.CancelWork x:
                draft.Add(StepSql.DeleteJobsOfToken, draft.TenantId, draft.Instance.Id, x.TokenId);
                break;
            case Effect.ScheduleTimer x:
                draft.Add(StepSql.DeleteTimer, draft.TenantId, draft.Instance.Id, x.TimerId);
                draft.Insert(TimerOf(draft, x));
                draft.WakeAt(x.Due);
                break;
            case Effect.CancelTimer x:
                draft.Add(StepSql.DeleteTimer, draft.TenantId, draft.Instance.Id, x.TimerId);
                break;
            case Effect.OpenSubscription x:
                draft.Insert(SubscriptionOf(draft, x));
                break;
            case Effect.CloseSubscription x:
                draft.Add(StepSql.DeleteSubscription, draft.TenantId, draft.Instance.Id, x.SubscriptionId);
                break;
            case Effect.RaiseIncident x:
                draft.Insert(IncidentOf(draft, x));
                break;
            case Effect.ClearIncident x:
                draft.Add(StepSql.ResolveIncident, draft.Now, draft.Actor.PersonId, draft.TenantId, draft.Instance.Id, x.TokenId);
                break;
            case Effect.EndInstance x:
                draft.EndedAt = draft.Now;
                InstanceJobs.TellParent(draft, x);
                break;
            case Effect.CancelChild x:
                // A start that has not run yet is withdrawn with its job; one that has run is ended by a job.
                draft.Add(StepSql.DeleteJobsOfToken, draft.TenantId, draft.Instance.Id, x.TokenId);
                draft.AddJob(InstanceJobs.Of(draft, effect));
                break;
            case Effect.StartChild or Effect.PublishMessage or Effect.BroadcastSignal:
                draft.AddJob(InstanceJobs.Of(draft, effect));
                break;
            case Effect.EscalateToParent:
                if (draft.Instance.ParentInstanceId is not null)
                {
                    draft.AddJob(InstanceJobs.Of(draft, effect));
                }

                break;
            default:
                throw new InvalidOperationException($"Expected a known effect, but got {effect.GetType().Name}.");
        }
    }

    /// <summary>The rows of a planned task.</summary>
    internal static void AddTask(StepDraft draft, TaskPlan plan)
    {
        TaskRow task = plan.Task ?? throw new InvalidOperationException("Expected a planned task, but the plan has neither task nor problem.");
        draft.Insert(task);
        draft.CreatedTasks.Add(task);
        foreach (TaskCandidateRow candidate in plan.Candidates)
        {
            draft.Insert(candidate);
            draft.AddParticipant(candidate.PersonId);
        }

        if (task.AssigneeId is { } assignee)
        {
            draft.AddParticipant(assignee);
        }

        foreach (DeadlineRow deadline in plan.Deadlines)
        {
            draft.Insert(deadline);
            if (deadline.NextAt is { } next)
            {
                draft.WakeAt(next);
            }
        }

        Tell(draft, plan.Notifications);
    }

    /// <summary>Whoever is told of a matter takes part from then on: a message about a matter that does not exist for its reader would be none.</summary>
    private static void Tell(StepDraft draft, IReadOnlyList<NotificationRow> notifications)
    {
        foreach (NotificationRow notification in notifications)
        {
            draft.Insert(notification);
            draft.AddParticipant(notification.PersonId);
        }
    }

    /// <summary>The rows of the task that the step completes.</summary>
    internal static void Complete(StepDraft draft, TaskCompletion completion, TaskRow task)
    {
        draft.Add(
            StepSql.CompleteTask,
            UserTaskStatus.Completed,
            completion.By,
            completion.OnBehalfOf,
            completion.At,
            completion.Outcome,
            completion.Opinion,
            completion.FormData,
            draft.TenantId,
            completion.TaskId,
            completion.RowVersion);
        if (task.DueAt is not null)
        {
            draft.Add(StepSql.EndDeadlinesOfTask, DeadlineStatus.Met, completion.At, draft.TenantId, completion.TaskId);
        }

        if (completion.HadOpenCandidates)
        {
            draft.Add(StepSql.CloseCandidates, false, draft.TenantId, completion.TaskId);
        }

        Tell(draft, completion.Notifications);
        if (task.AssigneeId != completion.By)
        {
            draft.AddParticipant(completion.By);
        }
    }

    private static void CancelTask(StepDraft draft, long tokenId)
    {
        draft.Add(StepSql.CloseCandidatesOfToken, false, draft.TenantId, draft.Instance.Id, tokenId);
        draft.Add(StepSql.CancelTask, UserTaskStatus.Cancelled, draft.Now, draft.TenantId, draft.Instance.Id, tokenId);
        draft.Add(StepSql.EndDeadlinesOfToken, DeadlineStatus.Cancelled, draft.Now, draft.TenantId, draft.Instance.Id, tokenId);
    }

    private static TimerRow TimerOf(StepDraft draft, Effect.ScheduleTimer order) => new()
    {
        TenantId = draft.TenantId,
        OwnerId = draft.Instance.Id,
        TimerId = order.TimerId,
        Kind = TimerKind.Instance,
        TokenId = order.TokenId,
        ElementId = order.ElementId,
        DueAt = order.Due,
    };

    private static SubscriptionRow SubscriptionOf(StepDraft draft, Effect.OpenSubscription order) => new()
    {
        TenantId = draft.TenantId,
        OwnerId = draft.Instance.Id,
        SubscriptionId = order.SubscriptionId,
        IsStart = false,
        TokenId = order.TokenId,
        ElementId = order.ElementId,
        Kind = order.Kind == SubscriptionKind.Message ? AwaitedKind.Message : AwaitedKind.Signal,
        Name = order.Name,
        CorrelationKey = order.CorrelationKey,
        CreatedAt = draft.Now,
    };

    private static IncidentRow IncidentOf(StepDraft draft, Effect.RaiseIncident order) => new()
    {
        TenantId = draft.TenantId,
        Id = Guid.CreateVersion7(draft.Now),
        InstanceId = draft.Instance.Id,
        TokenId = order.TokenId,
        ElementId = order.ElementId,
        Code = order.Problem.Code,
        Message = order.Problem.Message,
        RaisedAt = draft.Now,
    };
}
