using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution;

/// <summary>
/// Everything an instance is between two steps: small, flat, immutable, and the fold of its facts.
/// Names nothing that the graph of its version knows; elements are indexes.
/// </summary>
public sealed record InstanceState
{
    /// <summary>Id of the process scope.</summary>
    public const long RootScopeId = 0;

    /// <summary>Id of the process.</summary>
    public required string ProcessId { get; init; }

    /// <summary>Where the instance is in its life.</summary>
    public InstanceStatus Status { get; init; }

    /// <summary>Next id for a token, scope, timer, subscription or compensation; ids are never used twice.</summary>
    public long NextId { get; init; } = 1;

    /// <summary>Live tokens by ascending id.</summary>
    public ImmutableArray<Token> Tokens { get; init; } = [];

    /// <summary>Open scopes by ascending id; the process first.</summary>
    public ImmutableArray<Scope> Scopes { get; init; } = [];

    /// <summary>Pending timers by ascending id.</summary>
    public ImmutableArray<PendingTimer> Timers { get; init; } = [];

    /// <summary>Open subscriptions by ascending id.</summary>
    public ImmutableArray<Subscription> Subscriptions { get; init; } = [];

    /// <summary>Completed activations that can be compensated, by ascending id.</summary>
    public ImmutableArray<Compensable> Compensables { get; init; } = [];

    /// <summary>Activations per element, by ascending index; elements never activated are left out.</summary>
    public ImmutableArray<RoundCount> Rounds { get; init; } = [];

    /// <summary>Versions of the decisions that the process asks but does not bring itself, by reference; empty for most.</summary>
    public ImmutableDictionary<string, int> DecisionVersions { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Variables of the process itself.</summary>
    public ImmutableDictionary<string, FeelValue> Variables =>
        Scopes.IsEmpty ? ImmutableDictionary<string, FeelValue>.Empty : Scopes[0].Variables;

    /// <summary>The variable of the process, or null when there is none of that name.</summary>
    /// <param name="name">Name of the variable.</param>
    public FeelValue? Variable(string name) => Variables.GetValueOrDefault(name);

    /// <summary>All variables visible at a token: its own, those of the scopes around it, those of the process.</summary>
    /// <param name="tokenId">The token; one that does not exist sees the process.</param>
    public IFeelScope VariablesAt(long tokenId) =>
        new VariableScope(this, FindToken(tokenId)?.VariableScopeId ?? RootScopeId);

    /// <summary>The live token of that id, or null.</summary>
    /// <param name="id">Id of the token.</param>
    public Token? FindToken(long id)
    {
        int index = StateFold.IndexOf(Tokens, id);
        return index < 0 ? null : Tokens[index];
    }

    /// <summary>The open scope of that id, or null.</summary>
    /// <param name="id">Id of the scope.</param>
    public Scope? FindScope(long id)
    {
        int index = StateFold.IndexOf(Scopes, id);
        return index < 0 ? null : Scopes[index];
    }

    /// <summary>The pending timer of that id, or null.</summary>
    /// <param name="id">Id of the timer.</param>
    public PendingTimer? FindTimer(long id)
    {
        int index = StateFold.IndexOf(Timers, id);
        return index < 0 ? null : Timers[index];
    }

    /// <summary>The open subscription of that id, or null.</summary>
    /// <param name="id">Id of the subscription.</param>
    public Subscription? FindSubscription(long id)
    {
        int index = StateFold.IndexOf(Subscriptions, id);
        return index < 0 ? null : Subscriptions[index];
    }

    /// <summary>How often an element has been activated.</summary>
    /// <param name="nodeIndex">The element.</param>
    public int RoundOf(int nodeIndex)
    {
        int index = StateFold.IndexOf(Rounds, nodeIndex);
        return index < 0 ? 0 : Rounds[index].Count;
    }

    /// <summary>The state after one more fact. The only place where state changes; facts of an instance must be applied in their order.</summary>
    /// <param name="graph">Graph of the instance's version.</param>
    /// <param name="fact">What happened.</param>
    public InstanceState Apply(ProcessGraph graph, ProcessEvent fact) => StateFold.Apply(this, graph, fact);

    /// <summary>The state that these facts of one instance, from its first on, lead to.</summary>
    /// <param name="graph">Graph of the instance's version.</param>
    /// <param name="facts">All facts in order.</param>
    public static InstanceState Replay(ProcessGraph graph, IEnumerable<ProcessEvent> facts) =>
        facts.Aggregate(Unborn(graph), (state, fact) => state.Apply(graph, fact));

    /// <summary>The state before the first fact.</summary>
    internal static InstanceState Unborn(ProcessGraph graph) => new() { ProcessId = graph.ProcessId };
}
