using Platform.Conformance.BpmnExec;

namespace Platform.Kernel.Tests.Execution;

/// <summary>The shared execution cases, when their folder is there.</summary>
public sealed class BpmnExecTests
{
    private const string NoData = "the shared folder is not here";

    public static TheoryData<string> Cases()
    {
        var cases = new TheoryData<string>();
        foreach (var test in All())
        {
            cases.Add(test.Id);
        }
        if (cases.Count == 0)
        {
            cases.Add(NoData);
        }
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Execution_case_runs_as_written(string id)
    {
        var test = All().FirstOrDefault(c => c.Id == id);

        await using var host = new KernelExecHost(test?.Clock ?? default);
        var failures = test is null ? [] : await ExecRunner.RunAsync(test, host);

        (test is null).ShouldBe(id == NoData);
        failures.ShouldBeEmpty();
    }

    private static IEnumerable<ExecCase> All()
    {
        string folder = Path.Combine(ClosedUnionTests.SourceFolder(), "..", "shared", "conformance", "bpmn-exec");
        return Directory.Exists(folder) ? ExecCase.ReadAll(folder) : [];
    }
}
