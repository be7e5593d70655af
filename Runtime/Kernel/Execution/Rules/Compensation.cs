using System.Collections.Immutable;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution.Rules;

/// <summary>
/// Undoing what completed (BPMN 2.0.2 §10.7, §13.5.5). A completed activity with a handler is remembered; a completed sub-process that
/// holds such activities keeps its variables. A compensation event starts the handlers, the last completed first, and waits for them.
/// </summary>
internal sealed class Compensation : IExecutionRule
{
    public bool OnComplete(StepRun run, Token token, Node node, string? outcome)
    {
        if (token.CompensatesFor != 0)
        {
            ReportBack(run, token, outcome);
            return true;
        }
        if (node.CompensationHandler is not null && !node.IsForCompensation && node.Loop is null)
        {
            Remember(run, node, token.ScopeId, 0);
        }
        return false;
    }

    /// <summary>One instance of a loop completed: each is compensated on its own.</summary>
    internal static void RememberInstance(StepRun run, Node node, Token owner)
    {
        if (node.CompensationHandler is not null && !node.IsForCompensation)
        {
            Remember(run, node, owner.ScopeId, 0);
        }
    }

    /// <summary>A compensation event was reached.</summary>
    internal static void Throw(StepRun run, Token token, EventPlan plan)
    {
        bool isStarted = plan.CompensatedActivity is { } activity
            ? CompensateOne(run, token, activity)
            : CompensateAll(run, token, LevelOf(run, token));
        if (!isStarted || !plan.WaitsForCompensation)
        {
            Interpreter.Complete(run, run.State.FindToken(token.Id)!);
        }
    }

    /// <summary>Compensates everything completed on a level; false when there is nothing to do. The token waits.</summary>
    internal static bool CompensateAll(StepRun run, Token token, long scopeId) =>
        Start(run, token, [.. run.State.Compensables.Where(c => c.ScopeId == scopeId)]);

    /// <summary>A sub-process completed: keep its scope when something in it can be compensated and it has no handler of its own. True when kept.</summary>
    internal static bool Keep(StepRun run, Token owner, Scope scope)
    {
        var node = run.NodeOf(owner);
        bool isWorth = node.Kind is ElementKind.SubProcess or ElementKind.Transaction
            && node.CompensationHandler is null
            && run.State.Compensables.Any(c => c.ScopeId == scope.Id);
        if (!isWorth)
        {
            Forget(run, scope.Id);
            return false;
        }
        var whole = BoundaryEvents.WholeOf(run.State, owner);
        Snapshot(run, scope, whole.ScopeId);
        run.Record(new ProcessEvent.ScopeKept(scope.Id, whole.ScopeId));
        Remember(run, node, whole.ScopeId, scope.Id);
        return true;
    }

    /// <summary>A kept scope has been compensated: the token that stood for it reports back. False when the scope is an ordinary one.</summary>
    internal static bool ReportsBack(StepRun run, Token owner, Scope scope)
    {
        if (owner.CompensatesFor == 0 || run.NodeOf(owner).IsForCompensation)
        {
            return false;
        }
        Forget(run, scope.Id);
        run.Record(new ProcessEvent.ScopeLeft(scope.Id));
        ReportBack(run, owner);
        return true;
    }

    /// <summary>What completed in a scope can no longer be compensated; scopes kept for it are gone.</summary>
    internal static void Forget(StepRun run, long scopeId)
    {
        foreach (var compensable in run.State.Compensables)
        {
            if (compensable.ScopeId != scopeId)
            {
                continue;
            }
            run.Record(new ProcessEvent.CompensationUsed(compensable.Id));
            if (compensable.KeptScopeId != 0)
            {
                Forget(run, compensable.KeptScopeId);
                run.Record(new ProcessEvent.ScopeLeft(compensable.KeptScopeId));
            }
        }
    }

    /// <summary>Item and counters of a loop instance are about to go; what is kept takes them along (§10.7.1: the data as it was).</summary>
    private static void Snapshot(StepRun run, Scope kept, long levelId)
    {
        for (var scope = run.State.FindScope(kept.ParentId); scope is not null && scope.Id != levelId; scope = run.State.FindScope(scope.ParentId))
        {
            var missing = scope.Variables.RemoveRange(run.State.FindScope(kept.Id)!.Variables.Keys);
            if (!missing.IsEmpty)
            {
                run.Record(new ProcessEvent.VariablesSet(kept.Id, missing));
            }
        }
    }

    private static void Remember(StepRun run, Node node, long scopeId, long keptScopeId) =>
        run.Record(new ProcessEvent.CompensationArmed(new Compensable
        {
            Id = run.State.NextId,
            NodeIndex = node.Index,
            ScopeId = scopeId,
            KeptScopeId = keptScopeId,
        }));

    private static bool CompensateOne(StepRun run, Token token, Node activity)
    {
        var levels = new HashSet<long>();
        for (var scope = run.State.FindScope(token.ScopeId); scope is not null; scope = run.State.FindScope(scope.ParentId))
        {
            levels.Add(scope.Id);
        }
        return Start(
            run, token, [.. run.State.Compensables.Where(c => c.NodeIndex == activity.Index && levels.Contains(c.ScopeId))]);
    }

    /// <summary>The level whose activities are meant: that of the token, or of the event sub-process it runs in (§10.7.2).</summary>
    private static long LevelOf(StepRun run, Token token)
    {
        var scope = run.State.FindScope(token.ScopeId)!;
        return run.State.FindToken(scope.OwnerTokenId) is { } owner && run.NodeOf(owner).Kind == ElementKind.EventSubProcess
            ? owner.ScopeId
            : scope.Id;
    }

    private static bool Start(StepRun run, Token token, ImmutableArray<Compensable> targets)
    {
        if (targets.IsEmpty)
        {
            return false;
        }
        run.Record(new ProcessEvent.TokenParked(token.Id, TokenStatus.Compensating));
        StartHandlers(run, token, targets);
        return true;
    }

    private static void StartHandlers(StepRun run, Token token, ImmutableArray<Compensable> targets)
    {
        // Handlers run side by side; the last completed is made ready last and so runs first.
        for (int i = 0; i < targets.Length; i++)
        {
            var target = targets[i];
            var node = run.Graph.Nodes[target.NodeIndex];
            var lineage = token.Lineage.Add(new Branch(token.Id, i));
            run.Record(new ProcessEvent.CompensationUsed(target.Id));
            if (target.KeptScopeId == 0)
            {
                run.MakeReady(Moves.Enter(run, node.CompensationHandler!, target.ScopeId, lineage, compensatesFor: token.Id));
                continue;
            }
            long id = Moves.Enter(
                run, node, target.ScopeId, lineage, round: run.State.RoundOf(node.Index), compensatesFor: token.Id);
            run.Record(new ProcessEvent.TokenParked(id, TokenStatus.Scope));
            run.Record(new ProcessEvent.ScopeReopened(target.KeptScopeId, id));
            var inside = run.State.FindToken(id)!;
            StartHandlers(run, inside, [.. run.State.Compensables.Where(c => c.ScopeId == target.KeptScopeId)]);
        }
    }

    /// <summary>A handler is done: when it was the last, the token that asked for it goes on.</summary>
    private static void ReportBack(StepRun run, Token handler, string? outcome = null)
    {
        Arms.Disarm(run, handler.Id);
        Moves.DropLocalScope(run, handler);
        run.Record(new ProcessEvent.ElementCompleted(handler.Id, handler.NodeIndex, outcome));
        bool isLast = !run.State.Tokens.Any(t => t.CompensatesFor == handler.CompensatesFor);
        if (isLast && run.State.FindToken(handler.CompensatesFor) is { Status: TokenStatus.Compensating } thrower)
        {
            if (run.NodeOf(thrower).Event!.Kind == EventKind.Cancel)
            {
                TransactionCancel.Leave(run, thrower);
            }
            else
            {
                Interpreter.Complete(run, thrower);
            }
            return;
        }
        ScopeCompletion.Look(run, handler.ScopeId);
    }
}
