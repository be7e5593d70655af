namespace Platform.Designer.Editing;

/// <summary>What the designer asks of the program it stands in: keep, check and publish. The designer itself knows no database.</summary>
public sealed record DesignHost
{
    /// <summary>Keeps the file as the newest state of the draft.</summary>
    public required Func<byte[], Task<SaveAnswer>> SaveAsync { get; init; }

    /// <summary>The newest state that anybody kept, on which saves follow from then on; null when there is none any more.</summary>
    public required Func<Task<NewestWork?>> FetchNewestAsync { get; init; }

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

/// <summary>What somebody else made meanwhile.</summary>
/// <param name="Theirs">Their file.</param>
/// <param name="Common">The file that both states began from; null when it is not known.</param>
public sealed record NewestWork(byte[] Theirs, byte[]? Common);

/// <summary>What became of publishing.</summary>
/// <param name="IsDone">Whether a version was published.</param>
/// <param name="Message">What happened, in words.</param>
public sealed record PublishAnswer(bool IsDone, string Message)
{
    /// <summary>Whether somebody else published meanwhile what this work would put back; a person must choose unless both can be joined.</summary>
    public bool IsOvertaken { get; init; }
}

/// <summary>What became of saving.</summary>
/// <param name="Outcome">Whether it was kept.</param>
/// <param name="Message">Why not, in words; empty when it was.</param>
public sealed record SaveAnswer(SaveOutcome Outcome, string Message)
{
    /// <summary>It was kept.</summary>
    public static SaveAnswer Kept { get; } = new(SaveOutcome.Kept, "");
}

/// <summary>Whether a save was kept.</summary>
public enum SaveOutcome
{
    /// <summary>It was.</summary>
    Kept,

    /// <summary>Somebody else saved or published meanwhile; a person must choose.</summary>
    Overtaken,

    /// <summary>It could not be.</summary>
    Refused,
}
