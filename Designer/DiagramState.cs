namespace Platform.Designer;

/// <summary>What a diagram shows about one running instance. Ids that the diagram does not contain are ignored.</summary>
public sealed record DiagramState
{
    /// <summary>Nothing taken, nothing open.</summary>
    public static DiagramState Empty { get; } = new();

    /// <summary>Ids of the elements that were completed at least once.</summary>
    public IReadOnlyCollection<string> Taken { get; init; } = [];

    /// <summary>Ids of the sequence flows that were followed at least once.</summary>
    public IReadOnlyCollection<string> Flows { get; init; } = [];

    /// <summary>The same flows in the order in which they were taken, each as often as it was; empty when only the result is to be shown.</summary>
    public IReadOnlyList<TakenFlow> Path { get; init; } = [];

    /// <summary>Elements that wait for somebody or something.</summary>
    public IReadOnlyCollection<OpenElement> Open { get; init; } = [];

    /// <summary>Elements that cannot go on without an operator.</summary>
    public IReadOnlyCollection<OpenElement> Stuck { get; init; } = [];

    /// <summary>Ids of what the version that it is compared with does not have.</summary>
    public IReadOnlyCollection<string> Added { get; init; } = [];

    /// <summary>Ids of what the newer version does not have any more.</summary>
    public IReadOnlyCollection<string> Removed { get; init; } = [];

    /// <summary>Ids of what has other settings in the other version.</summary>
    public IReadOnlyCollection<string> Changed { get; init; } = [];

    /// <summary>Ids of what only stands elsewhere on the other drawing.</summary>
    public IReadOnlyCollection<string> Moved { get; init; } = [];
}
