using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution.Rules;

/// <summary>An escalation goes outwards to the nearest event that catches it; nothing catching it changes nothing here (BPMN 2.0.2 §10.5.5).</summary>
internal static class Escalations
{
    /// <summary>Work at a token escalated: its own border may catch.</summary>
    internal static void FromWork(StepRun run, Token token, string code) =>
        Raise(run, token, code, Catching.Find(run, BoundaryEvents.WholeOf(run.State, token), EventKind.Escalation, code));

    /// <summary>An event escalated.</summary>
    internal static void FromEvent(StepRun run, Token token, string code) =>
        Raise(run, token, code, Catching.FindAround(run, token, EventKind.Escalation, code));

    private static void Raise(StepRun run, Token token, string code, Caught? caught)
    {
        run.Record(new ProcessEvent.EscalationThrown(token.Id, code, caught?.Event.Index ?? -1));
        if (caught is null)
        {
            run.Order(new Effect.EscalateToParent(code, run.State.Variables));
            return;
        }
        Firing.Fire(run, caught.Event, caught.TokenId, caught.ScopeId);
    }
}
