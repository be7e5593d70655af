using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution.Rules;

/// <summary>An error goes outwards from where it was thrown to the nearest event that catches it (BPMN 2.0.2 §10.5.5, §13.5.5).</summary>
internal static class ErrorPropagation
{
    /// <summary>Work at a token threw: its own border may catch. Nothing catching it is an incident.</summary>
    internal static void FromWork(StepRun run, Token token, string code, string? message)
    {
        if (token.Status is TokenStatus.Work or TokenStatus.Child)
        {
            // What threw is over: cancelling the token must not order it to be cancelled.
            run.Record(new ProcessEvent.TokenParked(token.Id, TokenStatus.Ready));
            token = run.State.FindToken(token.Id)!;
        }
        if (Catching.Find(run, BoundaryEvents.WholeOf(run.State, token), EventKind.Error, code) is { } caught)
        {
            Catch(run, token, caught, code, message);
            return;
        }
        run.Record(new ProcessEvent.ErrorThrown(token.Id, code, -1));
        string text = string.IsNullOrEmpty(message) ? "" : $"：{message}";
        Moves.Stick(run, token, new Problem("bpmn.error-uncaught", $"“{run.NodeOf(token).Label}”出现业务错误“{code}”，流程没有处理{text}。"));
    }

    /// <summary>An end event threw. Nothing catching it ends the instance with the error.</summary>
    internal static void FromEnd(StepRun run, Token token, string code, string? message)
    {
        if (Catching.FindAround(run, token, EventKind.Error, code) is { } caught)
        {
            Catch(run, token, caught, code, message);
            return;
        }
        run.Record(new ProcessEvent.ErrorThrown(token.Id, code, -1));
        Cancellation.CancelAll(run);
        run.Record(new ProcessEvent.InstanceTerminated(message ?? $"业务错误“{code}”没有被处理。", code));
        run.Order(new Effect.EndInstance(InstanceStatus.Terminated, run.State.Variables, code, message));
    }

    private static void Catch(StepRun run, Token token, Caught caught, string code, string? message)
    {
        run.Record(new ProcessEvent.ErrorThrown(token.Id, code, caught.Event.Index));
        var plan = caught.Event.Event!;
        var variables = ImmutableDictionary<string, FeelValue>.Empty;
        if (plan.CodeVariable is { } codeName)
        {
            variables = variables.SetItem(codeName, FeelValue.Of(code));
        }
        if (plan.MessageVariable is { } messageName)
        {
            variables = variables.SetItem(messageName, FeelValue.Of(message));
        }
        Variables.Set(run, caught.ScopeId, variables);
        Firing.Fire(run, caught.Event, caught.TokenId, caught.ScopeId);
    }
}
