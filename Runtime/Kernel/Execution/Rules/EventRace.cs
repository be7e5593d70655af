using System.Collections.Immutable;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution.Rules;

/// <summary>Waiting for events: for one of its own, or for the first of those behind an event-based gateway (BPMN 2.0.2 §13.4.4).</summary>
internal static class EventRace
{
    /// <summary>A token begins to wait for any of these events.</summary>
    internal static void Begin(StepRun run, Token token, ImmutableArray<Node> events)
    {
        run.Record(new ProcessEvent.TokenParked(token.Id, TokenStatus.Event));
        foreach (var node in events)
        {
            if (node.Event is not null && Arms.Arm(run, node, token.Id, token.ScopeId, run.VariablesAt(token)) is { } problem)
            {
                Arms.Disarm(run, token.Id);
                Moves.Stick(run, token, problem);
                return;
            }
        }
    }

    /// <summary>One of the events happened: the token goes on there, and nothing waits for the others.</summary>
    internal static void Win(StepRun run, Node winner, Token token)
    {
        if (token.NodeIndex == winner.Index)
        {
            Interpreter.Complete(run, token);
            return;
        }
        var flow = winner.Incoming[0];
        Arms.Disarm(run, token.Id);
        run.Record(new ProcessEvent.ElementCompleted(token.Id, token.NodeIndex));
        run.Record(new ProcessEvent.FlowTaken(token.Id, flow.Index));
        long id = Moves.Enter(run, winner, token.ScopeId, token.Lineage, flow.Index);
        Interpreter.Complete(run, run.State.FindToken(id)!);
    }
}
