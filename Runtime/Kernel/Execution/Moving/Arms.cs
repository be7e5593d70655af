using Platform.Decisions.Feel;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution;

/// <summary>Timers and subscriptions: set when something begins to wait, gone when it no longer does.</summary>
internal static class Arms
{
    /// <summary>Begins to wait for an event; null, or why that is not possible. Events that are only thrown to (errors, escalations, cancellation) need nothing.</summary>
    /// <param name="run">The step.</param>
    /// <param name="node">The event or receive task.</param>
    /// <param name="tokenId">Token it belongs to; 0 for the scope.</param>
    /// <param name="scopeId">Scope it stands in.</param>
    /// <param name="variables">Variables for names, keys and times.</param>
    internal static Problem? Arm(StepRun run, Node node, long tokenId, long scopeId, IFeelScope variables)
    {
        var plan = node.Event!;
        return plan.Kind switch
        {
            EventKind.Timer => SetTimer(run, node, plan.Timer!, tokenId, scopeId, variables),
            EventKind.Message or EventKind.Signal => Subscribe(run, node, plan, tokenId, scopeId, variables),
            EventKind.Conditional => Watch(run, node, tokenId, scopeId),
            _ => null,
        };
    }

    /// <summary>Whether a token already waits for that event.</summary>
    internal static bool IsArmed(InstanceState state, int nodeIndex, long tokenId)
    {
        foreach (var timer in state.Timers)
        {
            if (timer.TokenId == tokenId && timer.NodeIndex == nodeIndex)
            {
                return true;
            }
        }
        foreach (var subscription in state.Subscriptions)
        {
            if (subscription.TokenId == tokenId && subscription.NodeIndex == nodeIndex)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A token no longer waits for anything.</summary>
    internal static void Disarm(StepRun run, long tokenId)
    {
        foreach (var timer in run.State.Timers)
        {
            if (timer.TokenId == tokenId)
            {
                Cancel(run, timer);
            }
        }
        foreach (var subscription in run.State.Subscriptions)
        {
            if (subscription.TokenId == tokenId)
            {
                Close(run, subscription);
            }
        }
    }

    /// <summary>A scope no longer waits for its event sub-processes.</summary>
    internal static void DisarmScope(StepRun run, long scopeId)
    {
        foreach (var timer in run.State.Timers)
        {
            if (timer.TokenId == 0 && timer.ScopeId == scopeId)
            {
                Cancel(run, timer);
            }
        }
        foreach (var subscription in run.State.Subscriptions)
        {
            if (subscription.TokenId == 0 && subscription.ScopeId == scopeId)
            {
                Close(run, subscription);
            }
        }
    }

    /// <summary>A timer fired: it is gone, or stands at its next time.</summary>
    internal static void Advance(StepRun run, PendingTimer timer, Node node, IFeelScope variables)
    {
        TimerDue? next = null;
        if (timer.Remaining != 0 && node.Event!.Timer!.Schedule(variables, run.Feel, run.World.Offset) is { IsSuccess: true } schedule)
        {
            next = schedule.Value.Next(timer.Due, timer.Remaining, run.World.Offset);
        }
        run.Record(new ProcessEvent.TimerFired(timer.Id, next?.At, next?.Remaining ?? 0));
        if (next is { } due)
        {
            run.Order(new Effect.ScheduleTimer(timer.Id, timer.TokenId, node.Id, due.At));
        }
    }

    private static Problem? SetTimer(StepRun run, Node node, TimerPlan plan, long tokenId, long scopeId, IFeelScope variables)
    {
        var schedule = plan.Schedule(variables, run.Feel, run.World.Offset);
        if (!schedule.IsSuccess)
        {
            return schedule.Problem;
        }
        if (schedule.Value.First(run.World.Now, run.World.Offset) is not { } due)
        {
            return null;
        }
        var timer = new PendingTimer
        {
            Id = run.State.NextId,
            TokenId = tokenId,
            ScopeId = scopeId,
            NodeIndex = node.Index,
            Due = due.At,
            Remaining = due.Remaining,
        };
        run.Record(new ProcessEvent.TimerSet(timer));
        run.Order(new Effect.ScheduleTimer(timer.Id, tokenId, node.Id, due.At));
        return null;
    }

    private static Problem? Subscribe(StepRun run, Node node, EventPlan plan, long tokenId, long scopeId, IFeelScope variables)
    {
        if (plan.Name!.Evaluate(variables, run.Feel) is not FeelString { Value: { Length: > 0 } name })
        {
            return new Problem("bpmn.bad-name", $"“{node.Label}”等待的消息或信号的名称“{plan.Name.Text}”没有得到文字。");
        }
        string? key = null;
        if (plan.CorrelationKey is { } expression)
        {
            var value = expression.Evaluate(variables, run.Feel).Value;
            if (value.IsNull)
            {
                return new Problem("bpmn.no-correlation-key", $"“{node.Label}”的关联键“{expression.Text}”没有值。");
            }
            key = Variables.ToText(value);
        }
        var kind = plan.Kind == EventKind.Message ? SubscriptionKind.Message : SubscriptionKind.Signal;
        long id = Open(run, node, tokenId, scopeId, kind, name, key);
        run.Order(new Effect.OpenSubscription(id, tokenId, node.Id, kind, name, key));
        return null;
    }

    private static Problem? Watch(StepRun run, Node node, long tokenId, long scopeId)
    {
        Open(run, node, tokenId, scopeId, SubscriptionKind.Conditional, "", null);
        run.ConditionsMayHaveChanged = true;
        return null;
    }

    private static long Open(
        StepRun run, Node node, long tokenId, long scopeId, SubscriptionKind kind, string name, string? correlationKey)
    {
        long id = run.State.NextId;
        run.Record(new ProcessEvent.SubscriptionOpened(new Subscription
        {
            Id = id,
            TokenId = tokenId,
            ScopeId = scopeId,
            NodeIndex = node.Index,
            Kind = kind,
            Name = name,
            CorrelationKey = correlationKey,
        }));
        return id;
    }

    private static void Cancel(StepRun run, PendingTimer timer)
    {
        run.Record(new ProcessEvent.TimerCancelled(timer.Id));
        run.Order(new Effect.CancelTimer(timer.Id));
    }

    private static void Close(StepRun run, Subscription subscription)
    {
        run.Record(new ProcessEvent.SubscriptionClosed(subscription.Id));
        if (subscription.Kind != SubscriptionKind.Conditional)
        {
            run.Order(new Effect.CloseSubscription(subscription.Id));
        }
    }
}
