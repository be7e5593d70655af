using Platform.Testing;

namespace Platform.Conformance.BpmnExec;

/// <summary>bpmn-exec DIR [--database sqlite|postgres]: runs the execution cases of a folder on the kernel, or through the engine.</summary>
internal static class BpmnExecCommand
{
    /// <summary>0: every case passed; 1: some failed; 2: called wrongly.</summary>
    internal static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        int option = Array.IndexOf(args, "--database");
        string? database = option >= 0 && option + 1 < args.Length ? args[option + 1] : null;
        string? folder = args.Where((_, i) => option < 0 || (i != option && i != option + 1)).FirstOrDefault();
        if (folder is null || !Directory.Exists(Path.Combine(folder, "cases")) || (option >= 0 && database is not ("sqlite" or "postgres")))
        {
            await output.WriteLineAsync("usage: bpmn-exec DIR [--database sqlite|postgres]   DIR holds cases/ and bpmn/");
            return 2;
        }
        int passed = 0;
        int failed = 0;
        foreach (var test in ExecCase.ReadAll(folder))
        {
            await using var host = await HostAsync(database, test);
            var failures = await ExecRunner.RunAsync(test, host);
            bool isPassed = failures.Count == 0;
            passed += isPassed ? 1 : 0;
            failed += isPassed ? 0 : 1;
            await output.WriteLineAsync($"{(isPassed ? "passed" : "FAILED")} {test.Id}");
            foreach (string failure in failures)
            {
                await output.WriteLineAsync($"       {failure}");
            }
        }
        await output.WriteLineAsync($"{passed} passed, {failed} failed, 0 skipped");
        return failed == 0 ? 0 : 1;
    }

    private static async Task<IExecHost> HostAsync(string? database, ExecCase test) => database switch
    {
        "sqlite" => await EngineExecHost.StartAsync(DatabaseKind.Sqlite, test.Clock),
        "postgres" => await EngineExecHost.StartAsync(DatabaseKind.PostgreSql, test.Clock),
        _ => new KernelExecHost(test.Clock),
    };
}
