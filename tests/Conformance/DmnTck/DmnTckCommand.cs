namespace Platform.Conformance.DmnTck;

/// <summary><c>dmn-tck DIR [--failures]</c>.</summary>
internal static class DmnTckCommand
{
    internal static int Run(string[] args, TextWriter output)
    {
        if (args is not [var directory, ..] || !Directory.Exists(directory))
        {
            output.WriteLine("usage: dmn-tck DIR [--failures]");
            return 2;
        }

        foreach (var folder in TckSuite.Find(directory))
        {
            output.WriteLine($"{folder.Name}: {folder.Cases.Count} cases");
        }

        return 0;
    }
}
