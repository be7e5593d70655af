namespace Platform.Runtime.Definitions.Packages;

/// <summary>What an incoming file would do to a draft.</summary>
public sealed record DraftImport
{
    /// <summary>The process that would take the place of the draft's; null leaves it.</summary>
    public byte[]? Process { get; init; }

    /// <summary>What would change beside the process, additions first.</summary>
    public required IReadOnlyList<PlannedFile> Files { get; init; }

    /// <summary>Whether the package was changed after it was packed.</summary>
    public bool WasChanged { get; init; }
}

/// <summary>One file beside a process that an import changes.</summary>
/// <param name="Name">Name of the file.</param>
/// <param name="Kind">What happens to it.</param>
/// <param name="Before">Its content so far; null when there is none.</param>
/// <param name="After">Its content afterwards; null when it goes.</param>
public sealed record PlannedFile(string Name, FileChange Kind, byte[]? Before, byte[]? After);

/// <summary>What happens to a file.</summary>
public enum FileChange
{
    /// <summary>It was not there.</summary>
    Added,

    /// <summary>It has other content.</summary>
    Replaced,

    /// <summary>It goes.</summary>
    Removed,

    /// <summary>Nothing.</summary>
    Same,
}
