using Platform.Decisions.Dmn.Model;

namespace Platform.Decisions.Dmn;

/// <summary>What reading a file gave.</summary>
/// <param name="Model">The model; null when an issue of severity <see cref="DmnIssueSeverity.Error"/> was found.</param>
/// <param name="Issues">Everything that was found, in document order.</param>
public sealed record DmnReadResult(DecisionModel? Model, IReadOnlyList<DmnIssue> Issues);

/// <summary>Bounds for files of unknown origin.</summary>
public sealed record DmnReadOptions
{
    /// <summary>Bounds that fit every hand-made model.</summary>
    public static DmnReadOptions Default { get; } = new();

    /// <summary>Largest number of characters, at least 1.</summary>
    public int MaxCharacters { get; init; } = 32 * 1024 * 1024;

    /// <summary>Deepest nesting of elements, 1 to 500.</summary>
    public int MaxDepth { get; init; } = 200;

    /// <summary>Largest number of elements, at least 1.</summary>
    public int MaxElements { get; init; } = 1_000_000;
}
