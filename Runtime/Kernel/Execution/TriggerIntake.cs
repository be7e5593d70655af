using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel.Execution.Rules;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution;

/// <summary>Takes a trigger in: refuses it, or makes the change that sets tokens moving. A refusal has changed nothing that the caller keeps.</summary>
internal static class TriggerIntake
{
    /// <summary>Null, or why the trigger is refused.</summary>
    internal static Problem? Accept(StepRun run, Trigger trigger)
    {
        if (trigger is Trigger.StartProcess start)
        {
            return ProcessStart.Begin(run, start);
        }
        if (run.State.Scopes.IsEmpty || !run.IsRunning)
        {
            return new Problem("instance.ended", "流程实例已经结束，不能再操作。");
        }
        return trigger switch
        {
            Trigger.ResumeToken t => Resume(run, t),
            Trigger.FireTimer t => FireTimer(run, t),
            Trigger.DeliverMessage t => Deliver(run, t.SubscriptionId, SubscriptionKind.Message, t.Variables),
            Trigger.DeliverSignal t => Deliver(run, t.SubscriptionId, SubscriptionKind.Signal, t.Variables),
            Trigger.ThrowError t => ThrowError(run, t),
            Trigger.ThrowEscalation t => ThrowEscalation(run, t),
            Trigger.FailWork t => Fail(run, t),
            Trigger.RetryToken t => Retry(run, t),
            Trigger.ChildEnded t => EndChild(run, t),
            Trigger.SetVariables t => SetVariables(run, t),
            Trigger.CancelInstance t => End(run, InstanceStatus.Cancelled, new ProcessEvent.InstanceCancelled(t.Reason)),
            Trigger.TerminateInstance t => End(run, InstanceStatus.Terminated, new ProcessEvent.InstanceTerminated(t.Reason)),
            _ => throw new InvalidOperationException($"Expected a known trigger, but got {trigger.GetType().Name}."),
        };
    }

    private static Problem? Resume(StepRun run, Trigger.ResumeToken trigger)
    {
        if (run.State.FindToken(trigger.TokenId) is not { } token)
        {
            return Gone();
        }
        if (token.Status is not (TokenStatus.Task or TokenStatus.Work or TokenStatus.Event)
            || run.NodeOf(token).Kind == ElementKind.EventGateway)
        {
            return NotWaiting(run, token);
        }
        Variables.SetResults(run, token, trigger.Variables, trigger.Outcome);
        Interpreter.Complete(run, token, trigger.Outcome);
        return null;
    }

    private static Problem? FireTimer(StepRun run, Trigger.FireTimer trigger)
    {
        if (run.State.FindTimer(trigger.TimerId) is not { } timer)
        {
            return new Problem("timer.gone", "这个定时已经触发或取消。");
        }
        var node = run.Graph.Nodes[timer.NodeIndex];
        Arms.Advance(run, timer, node, new VariableScope(run.State, VariableScopeOf(run.State, timer.TokenId, timer.ScopeId)));
        Firing.Fire(run, node, timer.TokenId, timer.ScopeId);
        return null;
    }

    private static Problem? Deliver(
        StepRun run, long subscriptionId, SubscriptionKind kind, ImmutableDictionary<string, FeelValue> variables)
    {
        if (run.State.FindSubscription(subscriptionId) is not { } subscription || subscription.Kind != kind)
        {
            return new Problem("subscription.gone", "这里已经不再等待该消息或信号。");
        }
        run.Record(kind == SubscriptionKind.Message
            ? new ProcessEvent.MessageReceived(subscriptionId, subscription.NodeIndex, subscription.Name)
            : new ProcessEvent.SignalReceived(subscriptionId, subscription.NodeIndex, subscription.Name));
        Variables.Set(run, VariableScopeOf(run.State, subscription.TokenId, subscription.ScopeId), variables);
        Firing.Fire(run, run.Graph.Nodes[subscription.NodeIndex], subscription.TokenId, subscription.ScopeId);
        return null;
    }

    private static Problem? ThrowError(StepRun run, Trigger.ThrowError trigger)
    {
        if (run.State.FindToken(trigger.TokenId) is not { } token)
        {
            return Gone();
        }
        if (!HasWork(token))
        {
            return NotWaiting(run, token);
        }
        Variables.Set(run, token.VariableScopeId, trigger.Variables);
        ErrorPropagation.FromWork(run, token, trigger.ErrorCode, trigger.Message);
        return null;
    }

    private static Problem? ThrowEscalation(StepRun run, Trigger.ThrowEscalation trigger)
    {
        if (run.State.FindToken(trigger.TokenId) is not { } token)
        {
            return Gone();
        }
        if (!HasWork(token))
        {
            return NotWaiting(run, token);
        }
        Variables.Set(run, token.VariableScopeId, trigger.Variables);
        Escalations.FromWork(run, token, trigger.Code);
        return null;
    }

    private static Problem? Fail(StepRun run, Trigger.FailWork trigger)
    {
        if (run.State.FindToken(trigger.TokenId) is not { } token)
        {
            return Gone();
        }
        if (token.Status == TokenStatus.Event || !HasWork(token))
        {
            return NotWaiting(run, token);
        }
        Moves.Stick(run, token, trigger.Problem);
        return null;
    }

    private static Problem? Retry(StepRun run, Trigger.RetryToken trigger)
    {
        if (run.State.FindToken(trigger.TokenId) is not { } token)
        {
            return Gone();
        }
        if (token.Status is not (TokenStatus.Incident or TokenStatus.LeaveIncident))
        {
            return new Problem("token.no-incident", $"“{run.NodeOf(token).Label}”没有需要重试的故障。");
        }
        run.Record(new ProcessEvent.IncidentResolved(token.Id));
        run.Order(new Effect.ClearIncident(token.Id));
        if (token.Status == TokenStatus.LeaveIncident)
        {
            Moves.Leave(run, run.State.FindToken(token.Id)!);
        }
        else
        {
            run.MakeReady(token.Id);
        }
        return null;
    }

    private static Problem? EndChild(StepRun run, Trigger.ChildEnded trigger)
    {
        if (run.State.FindToken(trigger.TokenId) is not { } token)
        {
            return Gone();
        }
        if (token.Status != TokenStatus.Child)
        {
            return NotWaiting(run, token);
        }
        var plan = run.NodeOf(token).Activity!;
        var results = plan.PassesAllOut ? trigger.Variables : ImmutableDictionary<string, FeelValue>.Empty;
        var mapped = Variables.Evaluate(plan.CallOutputs, new FeelScope(trigger.Variables), run.Feel);
        Variables.Set(run, token.VariableScopeId, results.SetItems(mapped));
        if (trigger.EscalationCode is { } escalation)
        {
            Escalations.FromWork(run, token, escalation);
        }
        if (run.State.FindToken(token.Id) is not { } waiting)
        {
            return null;
        }
        if (trigger.ErrorCode is { } error)
        {
            ErrorPropagation.FromWork(run, waiting, error, trigger.ErrorMessage);
        }
        else if (trigger.Status != InstanceStatus.Completed)
        {
            string label = run.NodeOf(waiting).Label;
            Moves.Stick(run, waiting, new Problem("bpmn.child-not-completed", $"“{label}”调用的流程被撤销或终止，没有办完。"));
        }
        else
        {
            Interpreter.Complete(run, waiting);
        }
        return null;
    }

    private static Problem? SetVariables(StepRun run, Trigger.SetVariables trigger)
    {
        long scopeId = InstanceState.RootScopeId;
        if (trigger.ScopeTokenId is { } tokenId)
        {
            if (run.State.FindToken(tokenId) is not { } token)
            {
                return Gone();
            }
            scopeId = token.VariableScopeId;
        }
        Variables.Set(run, scopeId, trigger.Variables);
        return null;
    }

    private static Problem? End(StepRun run, InstanceStatus status, ProcessEvent fact)
    {
        Cancellation.CancelAll(run);
        run.Record(fact);
        run.Order(new Effect.EndInstance(status, run.State.Variables));
        return null;
    }

    private static bool HasWork(Token token) =>
        token.Status is TokenStatus.Task or TokenStatus.Work or TokenStatus.Child or TokenStatus.Event;

    private static long VariableScopeOf(InstanceState state, long tokenId, long scopeId) =>
        state.FindToken(tokenId)?.VariableScopeId ?? scopeId;

    private static Problem Gone() => new("token.gone", "这项工作已经办完或取消。");

    private static Problem NotWaiting(StepRun run, Token token) =>
        new("token.not-waiting", $"“{run.NodeOf(token).Label}”现在不能这样操作。");
}
