using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Platform.Kernel;
using Platform.Kernel.Xml;

namespace Platform.Runtime.Definitions.Packages;

/// <summary>
/// Reads packages that may come from anybody. Nothing is written to disk, sizes are counted while unpacking and never believed,
/// names that lead elsewhere are refused, and every file must be what its name says.
/// </summary>
public static class PackageReader
{
    /// <summary>Largest package in bytes.</summary>
    public const int MostPacked = 16 * 1024 * 1024;

    /// <summary>Most files in a package.</summary>
    public const int MostFiles = 500;

    /// <summary>Most bytes of all files of a package together once unpacked.</summary>
    public const int MostUnpacked = 32 * 1024 * 1024;

    private const int Block = 81_920;

    /// <summary>Old Windows programs write Chinese names so, without saying it.</summary>
    private static readonly Encoding UnstatedNames = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>Whether content looks like a package, by its first bytes.</summary>
    /// <param name="content">A file.</param>
    public static bool IsPackage(ReadOnlySpan<byte> content) => content is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    /// <summary>Reads a package.</summary>
    /// <param name="content">The zip file.</param>
    /// <returns>
    /// The package; or <c>package.too-large</c>, <c>package.damaged</c>, <c>package.encrypted</c>, <c>package.too-many-files</c>, <c>package.file-name</c>,
    /// <c>package.duplicate-file</c>, <c>package.newer-format</c>, <c>package.no-process</c>, <c>package.several-processes</c>, or what <see cref="PackagedFile"/> refuses.
    /// </returns>
    public static Result<ProcessPackage> Read(byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length > MostPacked)
        {
            return new Problem("package.too-large", $"流程包超过 {MostPacked / 1024 / 1024} 兆，没有读取。");
        }

        try
        {
            return Unpack(content).Match(Understand, problem => problem);
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or IOException or ArgumentException)
        {
            return new Problem("package.damaged", "流程包已经损坏，无法打开。请重新导出或重新接收一次。");
        }
    }

    private static Result<Dictionary<string, byte[]>> Unpack(byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read, leaveOpen: false, UnstatedNames);
        var files = new Dictionary<string, byte[]>(StringComparer.OrdinalIgnoreCase);
        if (zip.Entries.Count > MostFiles)
        {
            return new Problem("package.too-many-files", $"流程包里有 {zip.Entries.Count} 个文件，最多 {MostFiles} 个。");
        }

        long unpacked = 0;
        foreach (var entry in zip.Entries.Where(e => !IsChaff(e.FullName)))
        {
            if (PackagedFile.NameProblem(entry.FullName) is { } problem)
            {
                return problem;
            }

            if (entry.IsEncrypted)
            {
                return new Problem("package.encrypted", "流程包设了密码。请去掉密码后再导入。");
            }

            if (Open(entry, MostUnpacked - unpacked) is not { } bytes)
            {
                return new Problem("package.too-large", $"流程包解开后超过 {MostUnpacked / 1024 / 1024} 兆，没有读取。");
            }

            unpacked += bytes.Length;
            if (!files.TryAdd(entry.FullName, bytes))
            {
                return new Problem("package.duplicate-file", $"流程包里有两个同名文件“{entry.FullName}”。");
            }
        }

        return WithoutFolder(files);
    }

    /// <summary>Folders and what file managers leave behind.</summary>
    private static bool IsChaff(string name) =>
        name.EndsWith('/') || name.StartsWith("__MACOSX/", StringComparison.Ordinal) || name.Split('/')[^1] is ".DS_Store" or "Thumbs.db" or "desktop.ini";

    /// <summary>The bytes of an entry, or null when there are more than allowed, whatever the entry says about its size.</summary>
    private static byte[]? Open(ZipArchiveEntry entry, long most)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        var block = new byte[Block];
        int count;
        while ((count = stream.Read(block, 0, block.Length)) > 0)
        {
            if (content.Length + count > most)
            {
                return null;
            }

            content.Write(block, 0, count);
        }

        return content.ToArray();
    }

    /// <summary>Who packs a folder by hand has all files one level down.</summary>
    private static Dictionary<string, byte[]> WithoutFolder(Dictionary<string, byte[]> files)
    {
        var top = files.Keys.Select(name => name[..(name.IndexOf('/', StringComparison.Ordinal) + 1)]).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return top is [{ Length: > 0 } folder]
            ? files.ToDictionary(f => f.Key[folder.Length..], f => f.Value, StringComparer.Ordinal)
            : new(files, StringComparer.Ordinal);
    }

    private static Result<ProcessPackage> Understand(Dictionary<string, byte[]> files)
    {
        var manifest = files.Remove(ProcessPackage.ManifestName, out var stated) ? ReadManifest(stated) : null;
        if (manifest?.Problem is { } unreadable)
        {
            return unreadable;
        }

        if (files.Select(f => PackagedFile.ContentProblem(f.Key, f.Value)).FirstOrDefault(p => p is not null) is { } problem)
        {
            return problem;
        }

        var processes = files.Where(f => f.Key.EndsWith(PackagedFile.Bpmn, StringComparison.OrdinalIgnoreCase))
            .OrderBy(f => f.Key == manifest?.Value.File ? 0 : 1).ThenBy(f => f.Key, StringComparer.Ordinal).ToList();
        if (processes.Count == 0)
        {
            return new Problem("package.no-process", "流程包里没有流程文件（.bpmn）。");
        }

        if (processes.Count > 1 && manifest?.Value.File != processes[0].Key)
        {
            return new Problem("package.several-processes", $"流程包里有 {processes.Count} 个流程文件，看不出以哪一个为主。请只留一个再导入。");
        }

        var process = BpmnReader.Read(processes[0].Value.AsSpan()).Definitions!.Processes.OrderBy(p => p.Id == manifest?.Value.Process ? 0 : 1).First();
        return new ProcessPackage
        {
            Key = process.Id!,
            Name = string.IsNullOrWhiteSpace(process.Name) ? process.Id! : process.Name,
            ProcessFile = processes[0].Key,
            Files = files,
            WasChanged = manifest is not null && manifest.Value.Hash != ContentHash.Of(files),
        };
    }

    private static Result<PackageManifest> ReadManifest(byte[] content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, PackageJson.Default.PackageManifest) switch
            {
                { Format: PackageManifest.FormatName, FormatVersion: > PackageManifest.NewestVersion } =>
                    new Problem("package.newer-format", "流程包由更新的平台导出，这里还不能读取。请先升级平台。"),
                { Format: PackageManifest.FormatName } manifest => manifest,
                _ => new Problem("package.not-ours", $"“{ProcessPackage.ManifestName}”说明这不是流程包。"),
            };
        }
        catch (JsonException)
        {
            return new Problem("package.not-ours", $"“{ProcessPackage.ManifestName}”无法读取，这不是流程包。");
        }
    }
}
