namespace Platform.Conformance.BpmnExec;

/// <summary>bpmn-exec DIR: runs the execution cases of a folder on the kernel.</summary>
internal static class BpmnExecCommand
{
    /// <summary>0: every case passed; 1: some failed; 2: called wrongly.</summary>
    internal static int Run(string[] args, TextWriter output)
    {
        string? folder = args.FirstOrDefault(a => !a.StartsWith('-'));
        if (folder is null || !Directory.Exists(Path.Combine(folder, "cases")))
        {
            output.WriteLine("usage: bpmn-exec DIR   DIR holds cases/ and bpmn/");
            return 2;
        }
        int passed = 0;
        int failed = 0;
        foreach (var test in ExecCase.ReadAll(folder))
        {
            var failures = ExecRunner.Run(test);
            bool isPassed = failures.Count == 0;
            passed += isPassed ? 1 : 0;
            failed += isPassed ? 0 : 1;
            output.WriteLine($"{(isPassed ? "passed" : "FAILED")} {test.Id}");
            foreach (string failure in failures)
            {
                output.WriteLine($"       {failure}");
            }
        }
        output.WriteLine($"{passed} passed, {failed} failed, 0 skipped");
        return failed == 0 ? 0 : 1;
    }
}
