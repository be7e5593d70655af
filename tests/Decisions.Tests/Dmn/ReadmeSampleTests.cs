using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Platform.Decisions.Analysis;
using Platform.Decisions.Dmn;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Tests.Dmn;

/// <summary>The samples of <c>Decisions/README.md</c>: compiled and run here, and word for word the same there.</summary>
public sealed class ReadmeSampleTests
{
    [Fact]
    public void The_expression_of_the_readme_gives_what_it_says()
    {
        var rule = FeelExpression.Parse("if 涉及人数 >= 5 or 金额 > 10000 then \"重大\" else \"一般\"").Expression!;

        var facts = new FeelScope(new Dictionary<string, FeelValue>
        {
            ["涉及人数"] = FeelValue.Of(7),
            ["金额"] = FeelValue.Of(320.50m),
        });

        rule.Evaluate(facts).Value.ShouldBe(FeelValue.Of("重大"));
    }

    [Fact]
    public void The_model_of_the_readme_gives_what_it_says()
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

    [Fact]
    public void The_function_of_the_readme_can_be_called()
    {
        var overdue = FeelFunction.Of(
            "逾期天数",
            [new FeelParameter("到期日", FeelType.Date)],
            FeelType.Number,
            (session, arguments) => FeelValue.Of(3));

        FeelExpression.Parse("逾期天数(@\"2026-11-20\") > 2").Expression!
            .Evaluate(new FeelScope(new Dictionary<string, FeelValue> { ["逾期天数"] = overdue })).Value.ShouldBe(FeelBoolean.True);
    }

    /// <summary>Lines that print, and the comments behind them, are asserted above instead.</summary>
    [Fact]
    public void Every_statement_of_the_readme_stands_in_this_file()
    {
        var here = Lines(File.ReadAllText(SourcePath())).Select(l => l.Replace("Fixtures.Path(\"TraceTests.dispatch.dmn\")", "\"dispatch.dmn\"", StringComparison.Ordinal)).ToHashSet();
        var readme = File.ReadAllText(Path.Combine(Fixtures.Root, "Decisions", "README.md"));

        var statements = Regex.Matches(readme, "```csharp\n(.*?)```", RegexOptions.Singleline)
            .SelectMany(block => Lines(block.Groups[1].Value))
            .Where(line => !line.StartsWith("Console.", StringComparison.Ordinal) && !line.StartsWith("foreach", StringComparison.Ordinal))
            .ToList();

        statements.Count.ShouldBeGreaterThan(15);
        statements.Where(line => !here.Contains(line)).ShouldBeEmpty();
    }

    private static IEnumerable<string> Lines(string text) => text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0);

    private static string SourcePath([CallerFilePath] string path = "") =>
        File.Exists(path) ? path : Path.Combine(Fixtures.Root, "tests", "Decisions.Tests", "Dmn", "ReadmeSampleTests.cs");
}
