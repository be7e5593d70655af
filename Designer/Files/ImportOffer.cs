namespace Platform.Designer.Files;

/// <summary>What an incoming file would change, before a person agrees.</summary>
public sealed record ImportOffer
{
    /// <summary>Why it cannot be taken, in words; null when it can.</summary>
    public string? Refusal { get; init; }

    /// <summary>Stable code of the refusal; null when it can be taken.</summary>
    public string? Code { get; init; }

    /// <summary>The process that would take the present one's place, BPMN 2.0 XML; null leaves it.</summary>
    public byte[]? Process { get; init; }

    /// <summary>What would change beside the process.</summary>
    public IReadOnlyList<OfferedFile> Files { get; init; } = [];

    /// <summary>What a person should know before agreeing, in whole sentences.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Whether nothing at all would change.</summary>
    public bool ChangesNothing => Process is null && Files.All(f => f.Change == OfferedChange.Same);

    /// <summary>Takes over what stands beside the process; answers null, or why it could not.</summary>
    public Func<Task<string?>> TakeAsync { get; init; } = () => Task.FromResult<string?>(null);

    /// <summary>Puts back what stood beside the process; answers null, or why it could not.</summary>
    public Func<Task<string?>> PutBackAsync { get; init; } = () => Task.FromResult<string?>(null);
}

/// <summary>A file beside the process that would change.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Change">What would happen to it.</param>
public sealed record OfferedFile(string Name, OfferedChange Change);

/// <summary>What would happen to a file.</summary>
public enum OfferedChange
{
    /// <summary>It would come.</summary>
    Added,

    /// <summary>It would have other content.</summary>
    Replaced,

    /// <summary>It would go.</summary>
    Removed,

    /// <summary>Nothing.</summary>
    Same,
}
