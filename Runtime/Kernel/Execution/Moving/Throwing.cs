using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel.Execution.Rules;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution;

/// <summary>What throwing and end events do. The token goes on afterwards unless the throw took it away.</summary>
internal static class Throwing
{
    /// <summary>Throws what the plan says from where the token stands.</summary>
    internal static void Throw(StepRun run, Token token, EventPlan plan)
    {
        switch (plan.Kind)
        {
            case EventKind.Error:
                ErrorPropagation.FromEnd(run, token, plan.Code ?? "", plan.Message);
                return;
            case EventKind.Cancel:
                TransactionCancel.Begin(run, token);
                return;
            case EventKind.Compensation:
                Compensation.Throw(run, token, plan);
                return;
            case EventKind.Escalation:
                Escalations.FromEvent(run, token, plan.Code ?? "");
                break;
            case EventKind.Message or EventKind.Signal:
                if (Send(run, token, plan) is { } problem)
                {
                    Moves.Stick(run, token, problem);
                    return;
                }
                break;
            default:
                break;
        }
        if (run.State.FindToken(token.Id) is { } left)
        {
            Interpreter.Complete(run, left);
        }
    }

    private static Problem? Send(StepRun run, Token token, EventPlan plan)
    {
        var scope = run.VariablesAt(token);
        if (plan.Name!.Evaluate(scope, run.Feel) is not FeelString { Value: { Length: > 0 } name })
        {
            return new Problem("bpmn.bad-name", $"“{run.NodeOf(token).Label}”发出的消息或信号的名称“{plan.Name.Text}”没有得到文字。");
        }
        if (plan.Kind == EventKind.Signal)
        {
            run.Record(new ProcessEvent.SignalSent(token.Id, name));
            run.Order(new Effect.BroadcastSignal(name, ImmutableDictionary<string, FeelValue>.Empty));
            return null;
        }
        var key = plan.CorrelationKey?.Evaluate(scope, run.Feel).Value;
        run.Record(new ProcessEvent.MessageSent(token.Id, name));
        run.Order(new Effect.PublishMessage(
            name,
            key is null or { IsNull: true } ? null : Variables.ToText(key),
            Variables.LocalTo(run.State, token)));
        return null;
    }
}
