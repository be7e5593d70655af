using System.Text.Json.Serialization;

namespace Platform.Runtime.Definitions.Packages;

/// <summary>What a package says about itself. The format is read for ever; a newer one is refused with words.</summary>
internal sealed record PackageManifest
{
    public const string FormatName = "shanzhi-process";
    public const int NewestVersion = 1;

    /// <summary>Always <see cref="FormatName"/>.</summary>
    public string Format { get; init; } = FormatName;

    /// <summary>Version of the format.</summary>
    public int FormatVersion { get; init; } = NewestVersion;

    /// <summary>Process id.</summary>
    public string Process { get; init; } = "";

    /// <summary>Name of the process.</summary>
    public string Name { get; init; } = "";

    /// <summary>Name of the file that holds the process.</summary>
    public string File { get; init; } = "";

    /// <summary><see cref="ContentHash"/> of all other files.</summary>
    public string Hash { get; init; } = "";
}

/// <summary>How a manifest stands in a package.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(PackageManifest))]
internal sealed partial class PackageJson : JsonSerializerContext;
