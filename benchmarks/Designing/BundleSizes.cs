using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Platform.Benchmarks.Designing;

/// <summary>What a browser loads for a part of the designer.</summary>
internal static partial class BundleSizes
{
    /// <summary>Bytes after gzip of a script with every script that it needs at once, and its styles.</summary>
    /// <param name="folder">Where the bundle is.</param>
    /// <param name="entry">Name of the script without ending.</param>
    internal static long Of(string folder, string entry)
    {
        HashSet<string> needed = [];
        Queue<string> open = new([entry + ".js"]);
        while (open.TryDequeue(out string? name))
        {
            if (needed.Add(name))
            {
                foreach (Match import in Import().Matches(File.ReadAllText(Path.Combine(folder, name))))
                {
                    open.Enqueue(import.Groups[1].Value);
                }
            }
        }

        string styles = Path.Combine(folder, entry + ".css");
        return needed.Select(n => Path.Combine(folder, n)).Concat(File.Exists(styles) ? [styles] : []).Sum(Packed);
    }

    private static long Packed(string file)
    {
        using MemoryStream packed = new();
        using (GZipStream zip = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(File.ReadAllBytes(file));
        }

        return packed.Length;
    }

    /// <summary>Static imports only; what is loaded when somebody asks for it comes later.</summary>
    [GeneratedRegex("""(?:from|import)\s*"\./([^"]+\.js)";""")]
    private static partial Regex Import();
}
