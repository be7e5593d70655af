using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Governance.Scenarios;

namespace Platform.Workflows.Tests.Rehearsals;

public sealed class ScenarioWriterTests
{
    public static TheoryData<string> Files { get; } =
        [.. Directory.EnumerateFiles(TemplateFiles.ThreeLedgers, "*.scenario.yaml").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void What_was_read_is_written_so_that_it_reads_the_same(string file)
    {
        var scenario = ScenarioReader.Read(file, File.ReadAllText(Path.Combine(TemplateFiles.ThreeLedgers, file))).Value;

        var again = ScenarioReader.Read(file, ScenarioWriter.Write(scenario)).Value;

        ShouldBeTheSame(again, scenario);
    }

    [Theory]
    [InlineData("是")]
    [InlineData("无")]
    [InlineData("true")]
    [InlineData("12")]
    [InlineData("013900001234")]
    [InlineData("")]
    [InlineData("a: b, c}")]
    [InlineData("- 办理: { 任务: 假 }")]
    [InlineData("“引号”\"与\\反斜杠\n第二行\t# 不是注释")]
    [InlineData(" 前后有空格 ")]
    [InlineData("*星号 &引用 !标签 %百分 @at `反引号`")]
    [InlineData("县住建局（本级）第3科")]
    [InlineData("\u2028行分隔\ufeff")]
    public void Any_text_comes_back_as_it_was(string text)
    {
        var scenario = new Scenario
        {
            Name = "甲" + text,
            Start = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)),
            Steps =
            [
                new ScenarioStep.Register("群众", Words(("标题", FeelValue.Of(text)), ("匿名", FeelValue.Of(true)), ("人数", FeelValue.Of(5)))) { Case = "乙" },
                new ScenarioStep.Start("dengji", Words(("a", FeelValue.Of(text))), "form.invalid") { Process = "leave" },
                new ScenarioStep.Release("签收", "zhujian", "bm-zhujian"),
                new ScenarioStep.Operate("挂账申请", Words(("谁", FeelValue.Of("zhujian")), ("理由", FeelValue.Of(text)), ("复看", FeelValue.Of("2026-04-01"))), null),
                new ScenarioStep.Claim("签收", "zhujian", "bm-zhujian"),
                new ScenarioStep.Complete("办理", "zhujian", "ok", Words(("list", FeelValue.Of([FeelValue.Of(text), FeelValue.Of("b")]))), text.Length == 0 ? null : text, null) { Unit = "bm-zhujian" },
                new ScenarioStep.MoveTo(new DateTimeOffset(2026, 3, 3, 9, 0, 1, TimeSpan.FromHours(8))),
                ScenarioStep.Pass.WorkingDays(2),
                new ScenarioStep.Expect(Words(("待办", FeelValue.Of(Array.Empty<FeelValue>())), ("状态", FeelValue.Of("办理中")))),
            ],
        };

        var read = ScenarioReader.Read("剧本", ScenarioWriter.Write(scenario));

        read.Problem?.Message.ShouldBeNull();
        ShouldBeTheSame(read.Value, scenario);
    }

    private static void ShouldBeTheSame(Scenario actual, Scenario expected)
    {
        (actual.Name, actual.Purpose, actual.Start).ShouldBe((expected.Name, expected.Purpose, expected.Start));
        actual.Steps.Select(Text).ShouldBe(expected.Steps.Select(Text));
    }

    private static string Text(ScenarioStep step) => step switch
    {
        ScenarioStep.Register s => $"{s.Case} 登记 {s.Who} {Text(s.Words)}",
        ScenarioStep.Start s => $"{s.Case} 发起 {s.Who} {s.Process} {Text(s.Form)} {s.Refused}",
        ScenarioStep.Release s => $"{s.Case} 退签 {s.Task} {s.Who} {s.Unit}",
        ScenarioStep.Claim s => $"{s.Case} 签收 {s.Task} {s.Who} {s.Unit}",
        ScenarioStep.Complete s => $"{s.Case} 办理 {s.Task} {s.Who} {s.Unit} {s.Outcome} {Text(s.Form)} {s.Opinion} {s.Refused}",
        ScenarioStep.Operate s => $"{s.Case} {s.Name} {Text(s.Words)} {s.Refused}",
        ScenarioStep.Expect s => $"{s.Case} 期望 {Text(s.Words)}",
        _ => (step with { Line = 0 }).ToString(),
    };

    private static string Text(ImmutableDictionary<string, FeelValue> words) =>
        string.Join(';', words.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));

    private static ImmutableDictionary<string, FeelValue> Words(params (string Key, FeelValue Value)[] words) =>
        words.ToImmutableDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
}
