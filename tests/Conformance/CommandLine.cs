namespace Platform.Conformance;

/// <summary>Finds the command that the first argument names and hands it the others.</summary>
internal static class CommandLine
{
    /// <summary>Runs the named command. 0: nothing failed; 1: something failed; 2: called wrongly.</summary>
    internal static async Task<int> RunAsync(
        IReadOnlyDictionary<string, Func<string[], TextWriter, Task<int>>> commands, string[] args, TextWriter output)
    {
        if (args is [var name, .. var rest] && commands.TryGetValue(name, out var command))
        {
            return await command(rest, output);
        }

        await output.WriteLineAsync($"usage: Conformance {string.Join('|', commands.Keys)} DIR [options]");
        return 2;
    }

    /// <summary>A command that does nothing slow.</summary>
    internal static Func<string[], TextWriter, Task<int>> Sync(Func<string[], TextWriter, int> command) =>
        (args, output) => Task.FromResult(command(args, output));
}
