using System.Collections.Immutable;
using Platform.Decisions.Feel;

namespace Platform.Kernel.Execution;

/// <summary>What a scope is. Numbers are stored; never renumber.</summary>
public enum ScopeKind
{
    /// <summary>The process itself.</summary>
    Process = 0,

    /// <summary>The inside of a sub-process.</summary>
    SubProcess = 1,

    /// <summary>The body of a multi-instance or loop element; its tokens are the instances.</summary>
    Loop = 2,

    /// <summary>Variables of one token only.</summary>
    Local = 3,

    /// <summary>A completed sub-process, kept for compensation.</summary>
    Kept = 4,
}

/// <summary>A place where tokens run and variables live.</summary>
public sealed record Scope
{
    /// <summary>Id in the instance; <see cref="InstanceState.RootScopeId"/> for the process.</summary>
    public required long Id { get; init; }

    /// <summary>Scope whose variables are seen through this one; -1 for the process.</summary>
    public required long ParentId { get; init; }

    /// <summary>Token that waits for this scope; 0 for the process and for kept scopes.</summary>
    public required long OwnerTokenId { get; init; }

    /// <summary>Index of the sub-process or looping element; -1 for the process.</summary>
    public required int NodeIndex { get; init; }

    /// <summary>What it is.</summary>
    public required ScopeKind Kind { get; init; }

    /// <summary>Variables of this scope itself.</summary>
    public ImmutableDictionary<string, FeelValue> Variables { get; init; } = ImmutableDictionary<string, FeelValue>.Empty;

    /// <summary>Items of a sequential loop, fixed at entry; null when it has none.</summary>
    public FeelList? Items { get; init; }
}
