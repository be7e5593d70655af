using System.Collections.Immutable;

namespace Platform.Kernel.Graph;

/// <summary>A graph, or the reasons why there is none.</summary>
public sealed record GraphCompileResult
{
    /// <summary>The graph; null exactly when an issue is an error.</summary>
    public ProcessGraph? Graph { get; init; }

    /// <summary>Errors and warnings in document order of their elements.</summary>
    public required ImmutableArray<GraphIssue> Issues { get; init; }
}
