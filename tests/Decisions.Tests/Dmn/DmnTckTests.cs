using Platform.Conformance.DmnTck;
using Xunit.Abstractions;

namespace Platform.Decisions.Tests.Dmn;

/// <summary>Runs the data of the DMN TCK when this machine has it.</summary>
public sealed class DmnTckTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Now = new(2026, 5, 6, 9, 30, 0, TimeSpan.FromHours(8));

    public static TheoryData<string> Folders()
    {
        var folders = new TheoryData<string>();
        foreach (var folder in TckData.Find() is { } data ? TckSuite.Find(data) : [])
        {
            folders.Add(Path.GetRelativePath(TckData.Find()!, folder.Path));
        }

        if (folders.Count == 0)
        {
            folders.Add(string.Empty);
        }

        return folders;
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_case_of_the_compatibility_kit_passes_and_every_error_is_reported(string folder)
    {
        if (folder.Length == 0)
        {
            output.WriteLine("The DMN TCK data is not on this machine; its cases were not run.");
            return;
        }

        foreach (var found in TckSuite.Find(Path.Combine(TckData.Find()!, folder)).Where(f => !TckRunner.IsSkipped(f)))
        {
            new TckRunner(found, Now, demandWarnings: true).Run()
                .Where(o => !o.HasPassed)
                .Select(o => $"{o.Case.Id}: {string.Join(" | ", o.Failures)}")
                .ShouldBeEmpty();
        }
    }

    [Fact]
    public void The_runner_tells_right_results_from_wrong_ones()
    {
        var folder = TckSuite.Find(Fixtures.Path("DmnTckTests.mini")).ShouldHaveSingleItem();

        var lenient = new TckRunner(folder, Now).Run().Where(o => !o.HasPassed).Select(o => o.Case.Id);
        var strict = new TckRunner(folder, Now, demandWarnings: true).Run().Where(o => !o.HasPassed).Select(o => o.Case.Id);

        lenient.ShouldBe(["wrong number", "strange type"]);
        strict.ShouldBe(["wrong number", "error without a warning", "strange type"]);
    }
}
