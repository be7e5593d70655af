using System.Collections.Immutable;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution;

/// <summary>Joining branches: when a parallel join fires, and what lineage the joined token has.</summary>
internal static class Joins
{
    /// <summary>A token arrived at a join: a parallel one fires as soon as every flow has a token (BPMN 2.0.2 §13.4.1); an inclusive one waits for quiet.</summary>
    internal static void OnArrival(StepRun run, Token token, Node node)
    {
        if (node.Kind != ElementKind.ParallelGateway)
        {
            return;
        }
        var waiting = FirstPerFlow(run.State, node, token.ScopeId);
        if (waiting.Count == node.Incoming.Length)
        {
            Fire(run, node, token.ScopeId, waiting);
        }
    }

    /// <summary>The token that has waited longest on each flow into a join; flows without one are left out.</summary>
    internal static List<Token> FirstPerFlow(InstanceState state, Node node, long scopeId)
    {
        var first = new List<Token>(node.Incoming.Length);
        foreach (var flow in node.Incoming)
        {
            foreach (var token in state.Tokens)
            {
                if (token.Status == TokenStatus.AtJoin && token.NodeIndex == node.Index
                    && token.ScopeId == scopeId && token.FlowIndex == flow.Index)
                {
                    first.Add(token);
                    break;
                }
            }
        }
        return first;
    }

    /// <summary>The join fires: one token goes on for those consumed.</summary>
    internal static void Fire(StepRun run, Node node, long scopeId, List<Token> consumed)
    {
        long id = run.State.NextId;
        var joined = new Token
        {
            Id = id,
            NodeIndex = node.Index,
            ScopeId = scopeId,
            Lineage = Merge(run.State, consumed, id),
        };
        run.Record(new ProcessEvent.JoinFired(joined, [.. consumed.Select(t => t.Id)]));
        Moves.Leave(run, joined);
    }

    /// <summary>
    /// What the consumed tokens have in common. Where they part at one fork that still has other live branches, the joined token is
    /// a branch of that fork of its own: it stands beside them, not before them.
    /// </summary>
    private static ImmutableArray<Branch> Merge(InstanceState state, List<Token> consumed, long joinedId)
    {
        var first = consumed[0].Lineage;
        int common = first.Length;
        foreach (var token in consumed)
        {
            common = Math.Min(common, CommonLength(first, token.Lineage, common));
        }
        if (common == first.Length || consumed.Exists(t => t.Lineage.Length == common))
        {
            return first[..common];
        }
        long fork = first[common].Fork;
        bool isOneFork = consumed.TrueForAll(t => t.Lineage[common].Fork == fork);
        bool isOpen = isOneFork && state.Tokens.Any(t => !consumed.Contains(t) && t.Lineage.Any(b => b.Fork == fork));
        return isOpen ? first[..common].Add(new Branch(fork, joinedId)) : first[..common];
    }

    private static int CommonLength(ImmutableArray<Branch> a, ImmutableArray<Branch> b, int limit)
    {
        int length = 0;
        while (length < limit && length < b.Length && a[length] == b[length])
        {
            length++;
        }
        return length;
    }
}
