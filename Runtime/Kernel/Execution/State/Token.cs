using System.Collections.Immutable;

namespace Platform.Kernel.Execution;

/// <summary>One activation of one element. Moving on makes a new token, so an id names one task, one piece of work or one wait for ever.</summary>
public sealed record Token
{
    /// <summary>Id in the instance, from 1.</summary>
    public required long Id { get; init; }

    /// <summary>Index of the element in the graph.</summary>
    public required int NodeIndex { get; init; }

    /// <summary>Scope the token runs in; <see cref="InstanceState.RootScopeId"/> for the process.</summary>
    public required long ScopeId { get; init; }

    /// <summary>Scope of variables that only this token sees; 0 when it has none.</summary>
    public long LocalScopeId { get; init; }

    /// <summary>Fork activations that the token descends from and has not joined, outermost first.</summary>
    public ImmutableArray<Branch> Lineage { get; init; } = [];

    /// <summary>How often the element had been activated when this token came, from 1; 0 for gateways and events that are passed.</summary>
    public int Round { get; init; }

    /// <summary>What it waits for.</summary>
    public TokenStatus Status { get; init; }

    /// <summary>Index of the flow it came by; -1 when it came otherwise.</summary>
    public int FlowIndex { get; init; } = -1;

    /// <summary>For a compensation handler, the token that threw the compensation; otherwise 0.</summary>
    public long CompensatesFor { get; init; }

    /// <summary>Where the token sees its variables.</summary>
    internal long VariableScopeId => LocalScopeId != 0 ? LocalScopeId : ScopeId;
}
