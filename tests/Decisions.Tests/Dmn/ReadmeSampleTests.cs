using Platform.Decisions.Analysis;
using Platform.Decisions.Dmn;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Tests.Dmn;

/// <summary>The sample of <c>Decisions/README.md</c>, as it stands there.</summary>
public sealed class ReadmeSampleTests
{
    [Fact]
    public void The_sample_of_the_readme_does_what_it_says()
    {
        var read = DmnReader.Read(File.OpenRead(Fixtures.Path("TraceTests.dispatch.dmn")));
        var compiled = CompiledDecisions.Compile(read.Model!);
        var result = compiled.Decisions.EvaluateDecision("派单", new FeelContext(
        [
            new("事项类别", FeelValue.Of("物业")), new("区划", FeelValue.Of("城关镇")), new("涉及人数", FeelValue.Of(3)),
        ]));

        result.Value.ToString().ShouldBe("\"住建局\"");
        result.Trace.Explain()[0].ShouldBe("派给住建局：规则 2，事项类别 = 物业，区划 = 城关镇；依据 《物业管理条例》第五条。");
        TableAnalysis.Of(compiled.Decisions).ShouldBeEmpty();
    }
}
