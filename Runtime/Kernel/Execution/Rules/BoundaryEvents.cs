using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution.Rules;

/// <summary>Events on the border of an activity (BPMN 2.0.2 §13.5.3): armed when the activity is entered, as a whole also when it is multiplied.</summary>
internal sealed class BoundaryEvents : IExecutionRule
{
    public bool OnEnter(StepRun run, Token token, Node node)
    {
        if (node.Boundaries.IsEmpty || IsInstance(run.State, token))
        {
            return false;
        }
        foreach (var boundary in node.Boundaries)
        {
            if (!Arms.IsArmed(run.State, boundary.Index, token.Id)
                && Arms.Arm(run, boundary, token.Id, token.ScopeId, run.VariablesAt(token)) is { } problem)
            {
                Arms.Disarm(run, token.Id);
                Moves.Stick(run, token, problem);
                return true;
            }
        }
        return false;
    }

    /// <summary>The event happened at an activity: the activity is cut short, or a token is added beside it.</summary>
    internal static void Fire(StepRun run, Node boundary, Token host)
    {
        if (boundary.Event!.IsInterrupting)
        {
            Cancellation.Cancel(run, host);
            Moves.EnterAndRun(run, boundary, host.ScopeId, host.Lineage);
            return;
        }
        var beside = host.Lineage.Add(new Branch(host.Id, run.State.NextId));
        Moves.EnterAndRun(run, boundary, host.ScopeId, beside);
    }

    /// <summary>Whether a token is one instance of a loop; the border belongs to the token that owns the loop.</summary>
    internal static bool IsInstance(InstanceState state, Token token) =>
        token.ScopeId != InstanceState.RootScopeId && state.FindScope(token.ScopeId)!.Kind == ScopeKind.Loop;

    /// <summary>The token that stands for the whole activity: itself, or the owner of its loop.</summary>
    internal static Token WholeOf(InstanceState state, Token token) =>
        IsInstance(state, token) ? state.FindToken(state.FindScope(token.ScopeId)!.OwnerTokenId)! : token;
}
