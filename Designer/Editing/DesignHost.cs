namespace Platform.Designer.Editing;

/// <summary>What the designer asks of the program it stands in: keep, check and publish. The designer itself knows no database.</summary>
public sealed record DesignHost
{
    /// <summary>Keeps the file; answers with a problem in words, or null when it is kept.</summary>
    public required Func<byte[], Task<string?>> SaveAsync { get; init; }

    /// <summary>Finds what is wrong or doubtful with the file.</summary>
    public required Func<byte[], Task<IReadOnlyList<DesignIssue>>> CheckAsync { get; init; }

    /// <summary>Publishes what was kept, with a note of what changed; answers in words.</summary>
    public required Func<string, Task<PublishAnswer>> PublishAsync { get; init; }
}

/// <summary>Something found in a model.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="IsError">Whether it prevents publishing.</param>
/// <param name="ElementId">Element it concerns; null for the whole file.</param>
/// <param name="Message">A sentence to the administrator.</param>
public sealed record DesignIssue(string Code, bool IsError, string? ElementId, string Message);

/// <summary>What became of publishing.</summary>
/// <param name="IsDone">Whether a version was published.</param>
/// <param name="Message">What happened, in words.</param>
public sealed record PublishAnswer(bool IsDone, string Message);
