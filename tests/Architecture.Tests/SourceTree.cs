using System.Reflection;

namespace Platform.Architecture.Tests;

/// <summary>The repository's files as these tests see them; build output and vendored files are left out.</summary>
internal static class SourceTree
{
    private static readonly string[] Ignored = ["artifacts", "node_modules", ".git", "data", "TestResults", "BenchmarkDotNet.Artifacts", ".vs"];

    /// <summary>The folder that holds Platform.sln.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>Paths relative to the root, with forward slashes.</summary>
    internal static IEnumerable<string> Files(params string[] extensions) =>
        Walk(Root)
            .Where(path => extensions.Length == 0 || extensions.Any(e => path.EndsWith(e, StringComparison.Ordinal)))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'));

    internal static string Read(string relativePath) => File.ReadAllText(Path.Combine(Root, relativePath));

    internal static bool IsGenerated(string path) =>
        path.Contains("/Migrations/", StringComparison.Ordinal) || path.Contains("/wwwroot/", StringComparison.Ordinal);

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
        {
            yield return file;
        }

        foreach (string child in Directory.EnumerateDirectories(folder).Where(c => !Ignored.Contains(Path.GetFileName(c))))
        {
            foreach (string file in Walk(child))
            {
                yield return file;
            }
        }
    }

    private static string FindRoot()
    {
        string? folder = Path.GetDirectoryName(Assembly.GetExecutingAssembly().Location);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Platform.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("Expected Platform.sln above the test assembly, but found none.");
    }
}
