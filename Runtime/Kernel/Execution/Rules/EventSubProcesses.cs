using System.Collections.Immutable;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution.Rules;

/// <summary>Event sub-processes (BPMN 2.0.2 §13.5.4): armed while their level runs, started by their event.</summary>
internal static class EventSubProcesses
{
    /// <summary>Arms those of a level that was just entered; null, or why one cannot be.</summary>
    internal static Problem? Arm(StepRun run, GraphScope level, long scopeId)
    {
        foreach (var subProcess in level.EventSubProcesses)
        {
            var start = subProcess.Inner!.StartEvents[0];
            if (Arms.Arm(run, start, 0, scopeId, new VariableScope(run.State, scopeId)) is { } problem)
            {
                return problem;
            }
        }
        return null;
    }

    /// <summary>The event happened: an interrupting one ends what runs on the level first, and none can start after it.</summary>
    internal static void Fire(StepRun run, Node start, long scopeId)
    {
        var owner = run.State.FindToken(run.State.FindScope(scopeId)!.OwnerTokenId);
        var trunk = owner?.Lineage ?? ImmutableArray<Branch>.Empty;
        if (start.Event!.IsInterrupting)
        {
            Cancellation.CancelTokens(run, scopeId);
            Arms.DisarmScope(run, scopeId);
        }
        else
        {
            trunk = trunk.Add(new Branch(owner?.Id ?? 0, run.State.NextId));
        }
        Moves.EnterAndRun(run, start.Parent.Owner!, scopeId, trunk);
    }
}
