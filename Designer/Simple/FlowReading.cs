namespace Platform.Designer.Simple;

/// <summary>A process as the simple view shows it, or what prevents that. Exactly one of the two is given.</summary>
/// <param name="Flow">The flow from top to bottom.</param>
/// <param name="Obstacle">The first element that is not block-structured.</param>
public sealed record FlowReading(FlowSequence? Flow, FlowObstacle? Obstacle);

/// <summary>Why a process cannot be shown in the simple view.</summary>
/// <param name="ElementId">Element at which it shows; empty when the process as a whole is meant.</param>
/// <param name="Kind">What is in the way; the texts of the interface explain it.</param>
public sealed record FlowObstacle(string ElementId, FlowObstacleKind Kind);

/// <summary>What keeps a process from being block-structured.</summary>
public enum FlowObstacleKind
{
    /// <summary>There is no start event.</summary>
    NoStart,

    /// <summary>There is more than one start event.</summary>
    SeveralStarts,

    /// <summary>A path leads into the middle of another branch.</summary>
    EntersAnotherBranch,

    /// <summary>An element cannot be reached from the start.</summary>
    Unreachable,

    /// <summary>A sequence flow names an element that is not in the same scope.</summary>
    BrokenFlow,

    /// <summary>Blocks stand in blocks more than <see cref="FlowReader.MaxDepth"/> deep.</summary>
    TooDeep,
}
