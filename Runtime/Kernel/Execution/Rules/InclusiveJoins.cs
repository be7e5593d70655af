using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution.Rules;

/// <summary>
/// An inclusive join fires when no token can still reach one of its empty flows, unless that token can as well reach a flow that already
/// has one (BPMN 2.0.2 §13.4.3). Decided when nothing moves, because only then is it known where tokens are.
/// </summary>
internal sealed class InclusiveJoins : IQuietRule
{
    public bool OnQuiet(StepRun run)
    {
        foreach (var token in run.State.Tokens)
        {
            if (token.Status != TokenStatus.AtJoin || run.NodeOf(token) is not { Kind: ElementKind.InclusiveGateway } join)
            {
                continue;
            }
            if (!MustWait(run.State, join, token.ScopeId))
            {
                Joins.Fire(run, join, token.ScopeId, Joins.FirstPerFlow(run.State, join, token.ScopeId));
                return true;
            }
        }
        return false;
    }

    private static bool MustWait(InstanceState state, Node join, long scopeId)
    {
        var waiting = new HashSet<int>();
        foreach (var token in state.Tokens)
        {
            if (IsAt(token, join, scopeId))
            {
                waiting.Add(token.FlowIndex);
            }
        }
        foreach (var token in state.Tokens)
        {
            if (token.ScopeId == scopeId && !IsAt(token, join, scopeId) && CanFill(token, join, waiting))
            {
                return true;
            }
        }
        return false;
    }

    private static bool CanFill(Token token, Node join, HashSet<int> waiting)
    {
        bool reachesEmpty = false;
        for (int i = 0; i < join.Incoming.Length; i++)
        {
            if (!join.Reaches[i].Contains(token.NodeIndex))
            {
                continue;
            }
            if (waiting.Contains(join.Incoming[i].Index))
            {
                return false;
            }
            reachesEmpty = true;
        }
        return reachesEmpty;
    }

    private static bool IsAt(Token token, Node join, long scopeId) =>
        token.Status == TokenStatus.AtJoin && token.NodeIndex == join.Index && token.ScopeId == scopeId;
}
