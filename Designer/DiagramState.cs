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

    /// <summary>Elements that wait for somebody or something.</summary>
    public IReadOnlyCollection<OpenElement> Open { get; init; } = [];

    /// <summary>Elements that cannot go on without an operator.</summary>
    public IReadOnlyCollection<OpenElement> Stuck { get; init; } = [];
}
