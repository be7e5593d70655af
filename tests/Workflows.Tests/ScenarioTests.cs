using Platform.Governance.Scenarios;
using Platform.Host.Commands;

namespace Platform.Workflows.Tests;

/// <summary>Every scenario that comes with a template ends as it is written, on the real engine.</summary>
public sealed class ScenarioTests
{
    public static TheoryData<string> Files { get; } =
        [.. Directory.EnumerateFiles(TemplateFiles.ThreeLedgers, "*.scenario.yaml").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_scenario_ends_as_written(string file)
    {
        var result = await ScenarioCommand.PlayAsync(Path.Combine(TemplateFiles.ThreeLedgers, file), CancellationToken.None);

        result.Problem?.Message.ShouldBeNull();
    }

    [Fact]
    public void There_are_at_least_twelve() => Files.Count.ShouldBeGreaterThanOrEqualTo(12);

    [Theory]
    [InlineData("剧本: 甲\n开始: 2026-03-02 09:00\n步骤:\n  - 跳舞: { 谁: a }\n", "第 4 行")]
    [InlineData("剧本: 甲\n开始: 昨天\n步骤: []\n", "第 2 行")]
    [InlineData("剧本: 甲\n开始: 2026-03-02 09:00\n步骤:\n  - 过: 很久\n", "第 4 行")]
    [InlineData("[1, 2", "第")]
    public void What_cannot_be_understood_is_named_with_its_line(string text, string line) =>
        ScenarioReader.Read("剧本", text).Problem!.Message.ShouldContain(line);
}
