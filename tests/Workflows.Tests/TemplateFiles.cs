namespace Platform.Workflows.Tests;

/// <summary>Finds the templates of the repository.</summary>
internal static class TemplateFiles
{
    public static string ThreeLedgers { get; } = Path.Combine(Root(), "workflows", "shiquan-three-ledgers");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Platform.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Expected the tests to run below the repository, but found no Platform.sln above.");
    }
}
