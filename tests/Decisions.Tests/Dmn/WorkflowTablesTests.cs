using Platform.Decisions.Analysis;
using Platform.Decisions.Dmn;

namespace Platform.Decisions.Tests.Dmn;

/// <summary>The decision models that come with the product run, and their tables have no faults.</summary>
public sealed class WorkflowTablesTests
{
    public static TheoryData<string> Files() => [.. Fixtures.Repository("workflows", "*.dmn")];

    [Theory]
    [MemberData(nameof(Files))]
    public void Models_of_the_product_compile_without_issues_and_their_tables_are_clean(string file)
    {
        var read = DmnReader.Read(File.ReadAllText(Path.Combine(Fixtures.Root, file)));
        read.Model.ShouldNotBeNull(string.Join("; ", read.Issues));

        var compiled = CompiledDecisions.Compile(read.Model);

        compiled.Issues.ShouldBeEmpty();
        TableAnalysis.Of(compiled.Decisions).Select(f => f.Chinese).ShouldBeEmpty();
    }
}
