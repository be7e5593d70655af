using System.Collections.Immutable;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution;

/// <summary>How each fact changes the state. One case per fact, nothing else changes state.</summary>
internal static class StateFold
{
    internal static InstanceState Apply(InstanceState state, ProcessGraph graph, ProcessEvent fact) => fact switch
    {
        ProcessEvent.InstanceStarted f => Start(state, f),
        ProcessEvent.DecisionsBound f => state with { DecisionVersions = f.Versions },
        ProcessEvent.TokenEntered f => Enter(state, graph, f.Token),
        ProcessEvent.ElementCompleted f => RemoveToken(state, f.TokenId),
        ProcessEvent.ElementCancelled f => RemoveToken(state, f.TokenId),
        ProcessEvent.TaskOrdered f => SetStatus(state, f.TokenId, TokenStatus.Task),
        ProcessEvent.WorkOrdered f => SetStatus(state, f.TokenId, TokenStatus.Work),
        ProcessEvent.ChildOrdered f => SetStatus(state, f.TokenId, TokenStatus.Child),
        ProcessEvent.TokenParked f => SetStatus(state, f.TokenId, f.Status),
        ProcessEvent.JoinArrived f => SetStatus(state, f.TokenId, TokenStatus.AtJoin),
        ProcessEvent.JoinFired f => FireJoin(state, graph, f),
        ProcessEvent.IncidentRaised f =>
            SetStatus(state, f.TokenId, f.Leaving ? TokenStatus.LeaveIncident : TokenStatus.Incident),
        ProcessEvent.IncidentResolved f => SetStatus(state, f.TokenId, TokenStatus.Ready),
        ProcessEvent.ScopeEntered f => EnterScope(state, f.Scope),
        ProcessEvent.ScopeLeft f => state with { Scopes = Without(state.Scopes, f.ScopeId) },
        ProcessEvent.ScopeKept f => ChangeScope(state, f.ScopeId, s => s with { Kind = ScopeKind.Kept, OwnerTokenId = 0, ParentId = f.ParentId }),
        ProcessEvent.ScopeReopened f =>
            ChangeScope(state, f.ScopeId, s => s with { Kind = ScopeKind.SubProcess, OwnerTokenId = f.OwnerTokenId }),
        ProcessEvent.VariablesSet f =>
            ChangeScope(state, f.ScopeId, s => s with { Variables = s.Variables.SetItems(f.Variables) }),
        ProcessEvent.TimerSet f => state with { Timers = state.Timers.Add(f.Timer), NextId = After(state, f.Timer.Id) },
        ProcessEvent.TimerFired f => FireTimer(state, f),
        ProcessEvent.TimerCancelled f => state with { Timers = Without(state.Timers, f.TimerId) },
        ProcessEvent.SubscriptionOpened f =>
            state with { Subscriptions = state.Subscriptions.Add(f.Subscription), NextId = After(state, f.Subscription.Id) },
        ProcessEvent.SubscriptionClosed f => state with { Subscriptions = Without(state.Subscriptions, f.SubscriptionId) },
        ProcessEvent.ConditionChanged f => ChangeCondition(state, f),
        ProcessEvent.CompensationArmed f =>
            state with { Compensables = state.Compensables.Add(f.Compensable), NextId = After(state, f.Compensable.Id) },
        ProcessEvent.CompensationUsed f => state with { Compensables = Without(state.Compensables, f.CompensableId) },
        ProcessEvent.InstanceCompleted => End(state, InstanceStatus.Completed),
        ProcessEvent.InstanceCancelled => End(state, InstanceStatus.Cancelled),
        ProcessEvent.InstanceTerminated => End(state, InstanceStatus.Terminated),
        ProcessEvent.FlowTaken or ProcessEvent.MessageReceived or ProcessEvent.SignalReceived or ProcessEvent.ErrorThrown
            or ProcessEvent.EscalationThrown or ProcessEvent.MessageSent or ProcessEvent.SignalSent
            or ProcessEvent.DecisionMade => state,
        _ => throw new InvalidOperationException($"Expected a known fact, but got {fact.GetType().Name}."),
    };

    internal static int IndexOf(ImmutableArray<Token> items, long id)
    {
        for (int low = 0, high = items.Length - 1; low <= high;)
        {
            int middle = (low + high) >>> 1;
            long found = items[middle].Id;
            if (found == id)
            {
                return middle;
            }
            (low, high) = found < id ? (middle + 1, high) : (low, middle - 1);
        }
        return -1;
    }

    // Scopes, timers and subscriptions are few; a walk beats a search.
    internal static int IndexOf(ImmutableArray<Scope> items, long id)
    {
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i].Id == id)
            {
                return i;
            }
        }
        return -1;
    }

    internal static int IndexOf(ImmutableArray<PendingTimer> items, long id)
    {
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i].Id == id)
            {
                return i;
            }
        }
        return -1;
    }

    internal static int IndexOf(ImmutableArray<Subscription> items, long id)
    {
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i].Id == id)
            {
                return i;
            }
        }
        return -1;
    }

    internal static int IndexOf(ImmutableArray<RoundCount> items, int nodeIndex)
    {
        for (int low = 0, high = items.Length - 1; low <= high;)
        {
            int middle = (low + high) >>> 1;
            int found = items[middle].NodeIndex;
            if (found == nodeIndex)
            {
                return middle;
            }
            (low, high) = found < nodeIndex ? (middle + 1, high) : (low, middle - 1);
        }
        return -1;
    }

    private static InstanceState Start(InstanceState state, ProcessEvent.InstanceStarted fact) => state with
    {
        ProcessId = fact.ProcessId,
        Scopes =
        [
            new Scope
            {
                Id = InstanceState.RootScopeId,
                ParentId = -1,
                OwnerTokenId = 0,
                NodeIndex = -1,
                Kind = ScopeKind.Process,
                Variables = fact.Variables,
            },
        ],
    };

    // An ended instance keeps its variables and rounds for readers; nothing in it can happen any more.
    private static InstanceState End(InstanceState state, InstanceStatus status) => state with
    {
        Status = status,
        Tokens = [],
        Scopes = [state.Scopes[0]],
        Timers = [],
        Subscriptions = [],
        Compensables = [],
    };

    private static InstanceState Enter(InstanceState state, ProcessGraph graph, Token token) => state with
    {
        Tokens = state.Tokens.Add(token),
        NextId = After(state, token.Id),
        Rounds = token.Round > 0 && graph.Nodes[token.NodeIndex].CountsRounds
            ? Count(state.Rounds, token.NodeIndex, token.Round)
            : state.Rounds,
    };

    private static ImmutableArray<RoundCount> Count(ImmutableArray<RoundCount> rounds, int nodeIndex, int round)
    {
        int index = IndexOf(rounds, nodeIndex);
        if (index >= 0)
        {
            return rounds[index].Count >= round ? rounds : rounds.SetItem(index, new RoundCount(nodeIndex, round));
        }
        int place = 0;
        while (place < rounds.Length && rounds[place].NodeIndex < nodeIndex)
        {
            place++;
        }
        return rounds.Insert(place, new RoundCount(nodeIndex, round));
    }

    private static InstanceState RemoveToken(InstanceState state, long tokenId)
    {
        int index = IndexOf(state.Tokens, tokenId);
        return index < 0 ? state : state with { Tokens = state.Tokens.RemoveAt(index) };
    }

    private static InstanceState SetStatus(InstanceState state, long tokenId, TokenStatus status)
    {
        int index = IndexOf(state.Tokens, tokenId);
        return state with { Tokens = state.Tokens.SetItem(index, state.Tokens[index] with { Status = status }) };
    }

    private static InstanceState FireJoin(InstanceState state, ProcessGraph graph, ProcessEvent.JoinFired fact)
    {
        var consumed = fact.Consumed;
        var rest = state with { Tokens = state.Tokens.RemoveAll(t => consumed.Contains(t.Id)) };
        return Enter(rest, graph, fact.Token);
    }

    private static InstanceState EnterScope(InstanceState state, Scope scope)
    {
        var entered = state with { Scopes = state.Scopes.Add(scope), NextId = After(state, scope.Id) };
        if (scope.Kind != ScopeKind.Local)
        {
            return entered;
        }
        int owner = IndexOf(state.Tokens, scope.OwnerTokenId);
        return entered with
        {
            Tokens = entered.Tokens.SetItem(owner, entered.Tokens[owner] with { LocalScopeId = scope.Id }),
        };
    }

    private static InstanceState ChangeScope(InstanceState state, long scopeId, Func<Scope, Scope> change)
    {
        int index = IndexOf(state.Scopes, scopeId);
        return state with { Scopes = state.Scopes.SetItem(index, change(state.Scopes[index])) };
    }

    private static InstanceState FireTimer(InstanceState state, ProcessEvent.TimerFired fact)
    {
        int index = IndexOf(state.Timers, fact.TimerId);
        if (fact.NextDue is not { } due)
        {
            return state with { Timers = state.Timers.RemoveAt(index) };
        }
        var next = state.Timers[index] with { Due = due, Remaining = fact.Remaining };
        return state with { Timers = state.Timers.SetItem(index, next) };
    }

    private static InstanceState ChangeCondition(InstanceState state, ProcessEvent.ConditionChanged fact)
    {
        int index = IndexOf(state.Subscriptions, fact.SubscriptionId);
        var changed = state.Subscriptions[index] with { Holds = fact.Holds };
        return state with { Subscriptions = state.Subscriptions.SetItem(index, changed) };
    }

    private static ImmutableArray<Scope> Without(ImmutableArray<Scope> items, long id) => items.RemoveAt(IndexOf(items, id));

    private static ImmutableArray<PendingTimer> Without(ImmutableArray<PendingTimer> items, long id) =>
        items.RemoveAt(IndexOf(items, id));

    private static ImmutableArray<Subscription> Without(ImmutableArray<Subscription> items, long id) =>
        items.RemoveAt(IndexOf(items, id));

    private static ImmutableArray<Compensable> Without(ImmutableArray<Compensable> items, long id) =>
        items.RemoveAll(item => item.Id == id);

    private static long After(InstanceState state, long id) => Math.Max(state.NextId, id + 1);
}
