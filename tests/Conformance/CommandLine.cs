namespace Platform.Conformance;

/// <summary>Finds the command that the first argument names and hands it the others.</summary>
internal static class CommandLine
{
    /// <summary>Runs the named command. 0: nothing failed; 1: something failed; 2: called wrongly.</summary>
    internal static int Run(IReadOnlyDictionary<string, Func<string[], TextWriter, int>> commands, string[] args, TextWriter output)
    {
        if (args is [var name, .. var rest] && commands.TryGetValue(name, out var command))
        {
            return command(rest, output);
        }

        output.WriteLine($"usage: Conformance {string.Join('|', commands.Keys)} DIR [options]");
        return 2;
    }
}
