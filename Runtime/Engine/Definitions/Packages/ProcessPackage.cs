namespace Platform.Runtime.Definitions.Packages;

/// <summary>A whole process as one file that can be sent to another county: its BPMN with decisions, forms, dictionaries, texts and scenarios.</summary>
public sealed record ProcessPackage
{
    /// <summary>How the names of package files end.</summary>
    public const string FileEnding = ".zip";

    /// <summary>Name of the file in a package that says what it is.</summary>
    public const string ManifestName = "package.json";

    /// <summary>Process id.</summary>
    public required string Key { get; init; }

    /// <summary>Name of the process for people.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the file that holds the process.</summary>
    public required string ProcessFile { get; init; }

    /// <summary>Every file by name, the process among them.</summary>
    public required IReadOnlyDictionary<string, byte[]> Files { get; init; }

    /// <summary>Whether the files are not those that were packed; false for a package without a manifest, of which nobody knows.</summary>
    public bool WasChanged { get; init; }

    /// <summary>The BPMN file.</summary>
    public byte[] Process => Files[ProcessFile];

    /// <summary>What stands beside the process, by name.</summary>
    public IReadOnlyDictionary<string, byte[]> Others => Files.Where(f => f.Key != ProcessFile).ToDictionary(StringComparer.Ordinal);
}
