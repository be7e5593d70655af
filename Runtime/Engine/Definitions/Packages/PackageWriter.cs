using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Platform.Runtime.Definitions.Packages;

/// <summary>Writes packages. The same files make the same bytes, so that packages can be compared.</summary>
public static class PackageWriter
{
    /// <summary>The earliest moment that a zip file can state.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a package.</summary>
    /// <param name="package">What it holds; <see cref="ProcessPackage.WasChanged"/> is not looked at.</param>
    /// <returns>A zip file.</returns>
    public static byte[] Write(ProcessPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        var files = package.Files.Where(f => f.Key != ProcessPackage.ManifestName).OrderBy(f => f.Key, StringComparer.Ordinal).ToList();
        var manifest = new PackageManifest { Process = package.Key, Name = package.Name, File = package.ProcessFile, Hash = ContentHash.Of(files) };
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, ProcessPackage.ManifestName, ToBytes(manifest));
            foreach (var (name, bytes) in files)
            {
                Add(zip, name, bytes);
            }
        }

        return content.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        stream.Write(content);
    }

    /// <summary>Chinese names stay readable for whoever opens the package by hand.</summary>
    private static byte[] ToBytes(PackageManifest manifest)
    {
        using var content = new MemoryStream();
        using (var json = new Utf8JsonWriter(content, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            JsonSerializer.Serialize(json, manifest, PackageJson.Default.PackageManifest);
        }

        return content.ToArray();
    }
}
