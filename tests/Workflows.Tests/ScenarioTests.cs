using Platform.Governance.Scenarios;
using Platform.Host.Commands;
using Platform.Workflows.Tests.Rehearsals;

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
    public async Task A_process_that_an_official_starts_is_played_from_its_start_form_to_its_end()
    {
        var folder = Directory.CreateTempSubdirectory("shanzhi-started-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "leave.bpmn"), StartedProcess.Bpmn);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "start.form.json"), StartedProcess.Form);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "请假获批.scenario.yaml"), StartedProcess.Scenario);
            using var said = new StringWriter();

            var code = await ScenarioCommand.RunAsync([folder.FullName], said, CancellationToken.None);

            code.ShouldBe(0, said.ToString());
            said.ToString().ShouldEndWith("1 passed, 0 failed, 0 skipped" + Environment.NewLine);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
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
