using Platform.Kernel.Execution;
using Platform.Kernel.Graph;

namespace Platform.KernelTesting;

/// <summary>What holds of every state between two steps, whatever the model: nothing is left over and nothing moves.</summary>
public static class StateInvariants
{
    /// <summary>Every breach, as a sentence.</summary>
    /// <param name="graph">Graph of the instance.</param>
    /// <param name="state">A state after a step.</param>
    public static IEnumerable<string> Breaches(ProcessGraph graph, InstanceState state)
    {
        if (state.Status != InstanceStatus.Running)
        {
            if (!state.Tokens.IsEmpty || !state.Timers.IsEmpty || !state.Subscriptions.IsEmpty || state.Scopes.Length != 1)
            {
                yield return "an ended instance still holds something";
            }
            yield break;
        }
        if (state.Tokens.IsEmpty)
        {
            yield return "a running instance has no token";
        }
        foreach (var token in state.Tokens)
        {
            foreach (string breach in Breaches(graph, state, token))
            {
                yield return breach;
            }
        }
        foreach (var scope in state.Scopes.Where(s => s.Kind is not (ScopeKind.Process or ScopeKind.Kept)))
        {
            if (state.FindToken(scope.OwnerTokenId) is null)
            {
                yield return $"scope {scope.Id} has no owner";
            }
        }
        foreach (var scope in state.Scopes.Where(s => s.Kind is ScopeKind.SubProcess or ScopeKind.Loop))
        {
            if (!state.Tokens.Any(t => t.ScopeId == scope.Id))
            {
                yield return $"scope {scope.Id} has no token and is not complete";
            }
        }
        foreach (var (id, tokenId, scopeId) in state.Timers.Select(t => (t.Id, t.TokenId, t.ScopeId))
            .Concat(state.Subscriptions.Select(s => (s.Id, s.TokenId, s.ScopeId))))
        {
            if (state.FindScope(scopeId) is null || (tokenId != 0 && state.FindToken(tokenId) is null))
            {
                yield return $"timer or subscription {id} waits for nobody";
            }
        }
        if (state.NextId <= state.Tokens.Max(t => t.Id))
        {
            yield return "an id would be used twice";
        }
    }

    private static IEnumerable<string> Breaches(ProcessGraph graph, InstanceState state, Token token)
    {
        string name = $"token {token.Id} at {graph.Nodes[token.NodeIndex].Id}";
        if (token.Status == TokenStatus.Ready)
        {
            yield return $"{name} still moves";
        }
        if (state.FindScope(token.ScopeId) is null)
        {
            yield return $"{name} is in no scope";
        }
        bool owns = state.Scopes.Any(s => s.OwnerTokenId == token.Id && s.Kind is ScopeKind.SubProcess or ScopeKind.Loop);
        if (token.Status == TokenStatus.Scope && !state.Scopes.Any(s => s.OwnerTokenId == token.Id && s.Kind != ScopeKind.Local))
        {
            yield return $"{name} waits for a scope that is not there";
        }
        if (token.Status is not (TokenStatus.Scope or TokenStatus.Compensating) && owns
            && state.Scopes.Any(s => s.OwnerTokenId == token.Id && s.Kind != ScopeKind.Local))
        {
            yield return $"{name} owns a scope but does not wait for it";
        }
        if (token.LocalScopeId != 0 && state.FindScope(token.LocalScopeId) is null)
        {
            yield return $"{name} has lost its variables";
        }
    }
}
