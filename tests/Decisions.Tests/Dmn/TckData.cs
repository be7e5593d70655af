namespace Platform.Decisions.Tests.Dmn;

/// <summary>Where the TCK data lies, when this machine has it.</summary>
internal static class TckData
{
    /// <summary>The folder, or null.</summary>
    internal static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Combine(folder.FullName, "shared", "conformance", "dmn-tck");
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        return null;
    }

    /// <summary>Every model of the data; empty when it is absent.</summary>
    internal static IEnumerable<string> Models() =>
        Find() is { } data ? Directory.EnumerateFiles(data, "*.dmn", SearchOption.AllDirectories) : [];
}
