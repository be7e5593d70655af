namespace Platform.Designer.Versions;

/// <summary>What happened to an element between two versions.</summary>
public enum ChangeKind
{
    /// <summary>It is only in the newer one.</summary>
    Added,

    /// <summary>It is only in the older one.</summary>
    Removed,

    /// <summary>It is in both, with other settings.</summary>
    Changed,

    /// <summary>It is in both and only stands elsewhere on the drawing.</summary>
    Moved,
}

/// <summary>A setting of an element that is not the same in both versions.</summary>
/// <param name="Name">Which: a stable name such as <c>name</c>, <c>deadline.promise</c>, <c>outcome:agree</c> or <c>condition</c>.</param>
/// <param name="Before">What it was, in words where words are known; null when it was not there.</param>
/// <param name="After">What it is now; null when it is not there any more.</param>
public sealed record PartChange(string Name, string? Before, string? After);

/// <summary>An element that is not the same in both versions.</summary>
public sealed record ElementChange
{
    /// <summary>Id of the element.</summary>
    public required string ElementId { get; init; }

    /// <summary>What sort of element, as BPMN names it: <c>userTask</c>, <c>sequenceFlow</c> …</summary>
    public required string ElementKind { get; init; }

    /// <summary>Its name, in the newer version when it is there, without the number in front; for a sequence flow the names of both ends.</summary>
    public required string Title { get; init; }

    /// <summary>What happened.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>Its settings that changed; empty unless <see cref="Kind"/> is <see cref="ChangeKind.Changed"/>.</summary>
    public IReadOnlyList<PartChange> Parts { get; init; } = [];

    /// <summary>The table in colours when it is a decision whose table changed; null otherwise.</summary>
    public TableDiff? Table { get; init; }

    /// <summary>Tables inside other logic that are in both and changed; empty for none.</summary>
    public IReadOnlyList<InnerTable> InnerTables { get; init; } = [];
}

/// <summary>A table inside other logic that changed.</summary>
/// <param name="Path">Where it stands; <see cref="DiffWords.Place"/> says it in words.</param>
/// <param name="Diff">What differs.</param>
public sealed record InnerTable(string Path, TableDiff Diff);
