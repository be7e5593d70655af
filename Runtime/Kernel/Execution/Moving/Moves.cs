using System.Collections.Immutable;
using Platform.Kernel.Execution.Rules;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution;

/// <summary>How tokens come, go and get stuck. Everything that adds or removes a token goes through here.</summary>
internal static class Moves
{
    /// <summary>A token comes to an element; it runs when it is made ready.</summary>
    internal static long Enter(
        StepRun run, Node node, long scopeId, ImmutableArray<Branch> lineage, int flowIndex = -1, int round = 0, long compensatesFor = 0)
    {
        long id = run.State.NextId;
        run.Record(new ProcessEvent.TokenEntered(new Token
        {
            Id = id,
            NodeIndex = node.Index,
            ScopeId = scopeId,
            Lineage = lineage,
            Round = round > 0 ? round : node.CountsRounds ? run.State.RoundOf(node.Index) + 1 : 0,
            FlowIndex = flowIndex,
            CompensatesFor = compensatesFor,
        }));
        return id;
    }

    /// <summary>As <see cref="Enter"/>, and the token runs next.</summary>
    internal static void EnterAndRun(StepRun run, Node node, long scopeId, ImmutableArray<Branch> lineage) =>
        run.MakeReady(Enter(run, node, scopeId, lineage));

    /// <summary>A token leaves by whatever flows its conditions allow, or ends where there are none.</summary>
    internal static void Leave(StepRun run, Token token, string? outcome = null)
    {
        var node = run.NodeOf(token);
        if (node.LeavesUnconditionally)
        {
            LeaveBy(run, token, node.Outgoing, outcome);
            return;
        }
        var chosen = Conditions.Choose(node, run.VariablesAt(token), run.Feel);
        if (chosen.IsSuccess)
        {
            LeaveBy(run, token, chosen.Value, outcome);
        }
        else
        {
            Stick(run, token, chosen.Problem!, leaving: true);
        }
    }

    /// <summary>A token leaves by one flow.</summary>
    internal static void LeaveBy(StepRun run, Token token, Flow flow)
    {
        run.Record(new ProcessEvent.ElementCompleted(token.Id, token.NodeIndex));
        run.Record(new ProcessEvent.FlowTaken(token.Id, flow.Index));
        run.MakeReady(Enter(run, flow.Target, token.ScopeId, token.Lineage, flow.Index));
    }

    /// <summary>A token ends: nothing follows it, and its level may be complete.</summary>
    internal static void End(StepRun run, Token token, string? outcome = null)
    {
        run.Record(new ProcessEvent.ElementCompleted(token.Id, token.NodeIndex, outcome));
        ScopeCompletion.Look(run, token.ScopeId);
    }

    /// <summary>Opens the inside of a sub-process and starts it.</summary>
    internal static void OpenScope(StepRun run, Token token, Node node)
    {
        long id = run.State.NextId;
        run.Record(new ProcessEvent.ScopeEntered(new Scope
        {
            Id = id,
            ParentId = token.VariableScopeId,
            OwnerTokenId = token.Id,
            NodeIndex = node.Index,
            Kind = ScopeKind.SubProcess,
        }));
        run.Record(new ProcessEvent.TokenParked(token.Id, TokenStatus.Scope));
        if (EventSubProcesses.Arm(run, node.Inner!, id) is { } problem)
        {
            Cancellation.CancelScope(run, run.State.FindScope(id)!);
            Stick(run, token, problem);
            return;
        }
        var entries = node.Kind == ElementKind.EventSubProcess ? node.Inner!.StartEvents : node.Inner!.Entries;
        Start(run, entries, id, token.Lineage, token.Id);
    }

    /// <summary>Starts a level at these nodes; several are branches of one fork.</summary>
    internal static void Start(StepRun run, ImmutableArray<Node> entries, long scopeId, ImmutableArray<Branch> lineage, long fork)
    {
        Span<long> ids = entries.Length <= 16 ? stackalloc long[entries.Length] : new long[entries.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            ids[i] = Enter(run, entries[i], scopeId, entries.Length == 1 ? lineage : lineage.Add(new Branch(fork, i)));
        }
        MakeReadyInOrder(run, ids);
    }

    /// <summary>Ends everything else on the level of a token, then the token.</summary>
    internal static void TerminateLevel(StepRun run, Token token)
    {
        Cancellation.CancelTokens(run, token.ScopeId, except: token.Id);
        End(run, token);
    }

    /// <summary>A token cannot go on: an incident.</summary>
    internal static void Stick(StepRun run, Token token, Problem problem, bool leaving = false)
    {
        if (token.Status == TokenStatus.Task)
        {
            // A retry creates the task again.
            run.Order(new Effect.CancelTask(token.Id));
        }
        run.Record(new ProcessEvent.IncidentRaised(token.Id, problem.Code, problem.Message, leaving));
        run.Order(new Effect.RaiseIncident(token.Id, run.NodeOf(token).Id, problem));
    }

    /// <summary>The variables that only this token saw are gone.</summary>
    internal static void DropLocalScope(StepRun run, Token token)
    {
        if (token.LocalScopeId != 0 && run.State.FindScope(token.LocalScopeId) is not null)
        {
            run.Record(new ProcessEvent.ScopeLeft(token.LocalScopeId));
        }
    }

    /// <summary>A token leaves by these flows; several are branches of a fork.</summary>
    private static void LeaveBy(StepRun run, Token token, ImmutableArray<Flow> flows, string? outcome)
    {
        if (flows.IsEmpty)
        {
            End(run, token, outcome);
            return;
        }
        run.Record(new ProcessEvent.ElementCompleted(token.Id, token.NodeIndex, outcome));
        Span<long> ids = flows.Length <= 16 ? stackalloc long[flows.Length] : new long[flows.Length];
        for (int i = 0; i < flows.Length; i++)
        {
            var flow = flows[i];
            run.Record(new ProcessEvent.FlowTaken(token.Id, flow.Index));
            var lineage = flows.Length == 1 ? token.Lineage : token.Lineage.Add(new Branch(token.Id, i));
            ids[i] = Enter(run, flow.Target, token.ScopeId, lineage, flow.Index);
        }
        MakeReadyInOrder(run, ids);
    }

    // The last one made ready runs first.
    private static void MakeReadyInOrder(StepRun run, ReadOnlySpan<long> ids)
    {
        for (int i = ids.Length - 1; i >= 0; i--)
        {
            run.MakeReady(ids[i]);
        }
    }
}
