using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution.Rules;

/// <summary>Cancelling a transaction: what runs inside is cut short, what completed inside is compensated, then it is left by its cancel event (BPMN 2.0.2 §13.5.2).</summary>
internal static class TransactionCancel
{
    /// <summary>A cancel end event was reached.</summary>
    internal static void Begin(StepRun run, Token end)
    {
        Cancellation.CancelTokens(run, end.ScopeId, except: end.Id);
        Arms.DisarmScope(run, end.ScopeId);
        if (!Compensation.CompensateAll(run, end, end.ScopeId))
        {
            Leave(run, end);
        }
    }

    /// <summary>Everything inside is undone: leave the transaction.</summary>
    internal static void Leave(StepRun run, Token end)
    {
        var scope = run.State.FindScope(end.ScopeId)!;
        var transaction = BoundaryEvents.WholeOf(run.State, run.State.FindToken(scope.OwnerTokenId)!);
        var boundary = run.NodeOf(transaction).Boundaries.FirstOrDefault(b => b.Event!.Kind == EventKind.Cancel);
        if (boundary is not null)
        {
            BoundaryEvents.Fire(run, boundary, transaction);
            return;
        }
        // Nobody waits for the cancellation: the transaction just ends.
        Cancellation.Cancel(run, transaction);
        ScopeCompletion.Look(run, transaction.ScopeId);
    }
}
