using System.Text;
using Platform.Runtime.Definitions.Packages;

namespace Platform.Runtime.Tests.Definitions.Packages;

public sealed class PackagedTitleTests
{
    [Theory]
    [InlineData("apply.form.json", """{"title":"申请","fields":[{"key":"days","label":"天数","type":"number"}]}""", PackagedKind.Form, "申请")]
    [InlineData("level.dict.json", """{"title":"层级","items":[{"value":"a","text":"县"}]}""", PackagedKind.Dictionary, "层级")]
    [InlineData("level.dict.json", """{"items":[{"value":"a","text":"县"}]}""", PackagedKind.Dictionary, "level.dict.json")]
    [InlineData("texts/reply.md", "# 答复意见书\n\n{称呼}：", PackagedKind.Letter, "答复意见书")]
    [InlineData("01-顺利办结.scenario.yaml", "steps: []", PackagedKind.Scenario, "顺利办结")]
    [InlineData("scenarios/2026.scenario.yaml", "steps: []", PackagedKind.Scenario, "scenarios/2026.scenario.yaml")]
    [InlineData("README.md", "# 说明", PackagedKind.Other, "README.md")]
    [InlineData("broken.form.json", "{", PackagedKind.Form, "broken.form.json")]
    [InlineData("broken.bpmn", "<", PackagedKind.Process, "broken.bpmn")]
    [InlineData("broken.dmn", "<", PackagedKind.Decisions, "broken.dmn")]
    public void A_file_is_called_by_its_title_and_by_its_name_where_it_has_none(string name, string content, PackagedKind kind, string title) =>
        PackagedTitle.Of(name, Encoding.UTF8.GetBytes(content)).ShouldBe(new PackagedTitle(kind, title));
}
