using Platform.Kernel.Execution.Rules;

namespace Platform.Kernel.Execution;

/// <summary>Cutting short what runs: a token with everything that hangs on it, a scope, a whole instance.</summary>
internal static class Cancellation
{
    /// <summary>Cancels a token: (1) what it waits for inside, (2) compensation it asked for, (3) its timers and subscriptions, (4) its work, (5) itself.</summary>
    internal static void Cancel(StepRun run, Token token)
    {
        foreach (var scope in run.State.Scopes)
        {
            if (scope.OwnerTokenId == token.Id && scope.Kind != ScopeKind.Local && run.State.FindScope(scope.Id) is { } open)
            {
                CancelScope(run, open);
            }
        }
        foreach (var handler in run.State.Tokens)
        {
            if (handler.CompensatesFor == token.Id && run.State.FindToken(handler.Id) is { } live)
            {
                Cancel(run, live);
            }
        }
        Arms.Disarm(run, token.Id);
        CancelWork(run, token);
        Moves.DropLocalScope(run, token);
        run.Record(new ProcessEvent.ElementCancelled(token.Id, token.NodeIndex));
    }

    /// <summary>Cancels every token of a scope but one.</summary>
    internal static void CancelTokens(StepRun run, long scopeId, long except = 0)
    {
        foreach (var token in run.State.Tokens)
        {
            if (token.ScopeId == scopeId && token.Id != except && run.State.FindToken(token.Id) is { } live)
            {
                Cancel(run, live);
            }
        }
    }

    /// <summary>Cancels a scope with its tokens, its event sub-processes and what could be compensated in it.</summary>
    internal static void CancelScope(StepRun run, Scope scope)
    {
        CancelTokens(run, scope.Id);
        Arms.DisarmScope(run, scope.Id);
        Compensation.Forget(run, scope.Id);
        run.Record(new ProcessEvent.ScopeLeft(scope.Id));
    }

    /// <summary>Cancels all that runs in the instance; the caller records how it ended.</summary>
    internal static void CancelAll(StepRun run)
    {
        CancelTokens(run, InstanceState.RootScopeId);
        Arms.DisarmScope(run, InstanceState.RootScopeId);
    }

    private static void CancelWork(StepRun run, Token token)
    {
        switch (token.Status)
        {
            case TokenStatus.Task:
                run.Order(new Effect.CancelTask(token.Id));
                break;
            case TokenStatus.Work:
                run.Order(new Effect.CancelWork(token.Id));
                break;
            case TokenStatus.Child:
                run.Order(new Effect.CancelChild(token.Id));
                break;
            case TokenStatus.Incident or TokenStatus.LeaveIncident:
                run.Order(new Effect.ClearIncident(token.Id));
                break;
            default:
                break;
        }
    }
}
