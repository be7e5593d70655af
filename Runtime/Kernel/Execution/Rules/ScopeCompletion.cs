namespace Platform.Kernel.Execution.Rules;

/// <summary>A level is complete when no token runs on it any more (BPMN 2.0.2 §13.5.6, §13.3.4).</summary>
internal static class ScopeCompletion
{
    /// <summary>Looks whether a level is complete after one of its tokens ended, and if so completes what it is the inside of.</summary>
    internal static void Look(StepRun run, long scopeId)
    {
        if (run.State.FindScope(scopeId) is not { } scope || HasTokens(run.State, scopeId))
        {
            return;
        }
        Arms.DisarmScope(run, scopeId);
        if (scope.Kind == ScopeKind.Process)
        {
            run.Record(new ProcessEvent.InstanceCompleted());
            run.Order(new Effect.EndInstance(InstanceStatus.Completed, run.State.Variables));
            return;
        }
        var owner = run.State.FindToken(scope.OwnerTokenId)!;
        if (Compensation.ReportsBack(run, owner, scope))
        {
            return;
        }
        if (!Compensation.Keep(run, owner, scope))
        {
            run.Record(new ProcessEvent.ScopeLeft(scopeId));
        }
        Interpreter.Complete(run, owner);
    }

    private static bool HasTokens(InstanceState state, long scopeId)
    {
        foreach (var token in state.Tokens)
        {
            if (token.ScopeId == scopeId)
            {
                return true;
            }
        }
        return false;
    }
}
