namespace Platform.Kernel.Execution;

/// <summary>A completed activation that can be compensated (BPMN 2.0.2 §10.7).</summary>
public sealed record Compensable
{
    /// <summary>Id in the instance; a later completion has a larger one.</summary>
    public required long Id { get; init; }

    /// <summary>Index of the completed activity.</summary>
    public required int NodeIndex { get; init; }

    /// <summary>Scope in which it completed.</summary>
    public required long ScopeId { get; init; }

    /// <summary>For a sub-process, its kept scope; otherwise 0.</summary>
    public long KeptScopeId { get; init; }
}
