namespace Platform.Decisions.Tests.Dmn;

/// <summary>Files of <c>tests/Fixtures</c>, copied beside the tests, and files of the repository.</summary>
internal static class Fixtures
{
    /// <summary>Root of the repository.</summary>
    internal static string Root { get; } = FindRoot();

    /// <summary>Path of a fixture.</summary>
    internal static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Fixtures", name);

    /// <summary>Files below a folder of the repository, relative to its root.</summary>
    internal static IEnumerable<string> Repository(string folder, string pattern) =>
        Directory.EnumerateFiles(System.IO.Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(f => System.IO.Path.GetRelativePath(Root, f));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Platform.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Expected the tests to lie below Platform.sln, but it was not found.");
    }
}
