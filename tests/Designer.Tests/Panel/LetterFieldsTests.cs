using Platform.Designer.Conditions;
using Platform.Designer.Panel;
using Platform.Designer.Panel.Fields;
using Platform.Designer.Simple;
using Platform.Kernel.Model;

namespace Platform.Designer.Tests.Panel;

public sealed class LetterFieldsTests
{
    private static readonly PanelContext Context = new()
    {
        Letters = [new LetterChoice("notice", "受理告知书", "# 受理告知书\n\n{称呼}：已经受理。")],
        LetterPlaces = [new ConditionChoice("称呼", "王秀英")],
        TextFieldsOf = _ => [new ConditionChoice("text", "告知内容")],
        LetterAddress = letter => "/letters/" + letter,
    };

    [Theory]
    [InlineData("notice", "text", null)]
    [InlineData("notice", null, "还要选把文书写到哪个字段")]
    [InlineData(null, "text", "还要选用哪个文书模板")]
    [InlineData("gone", "text", "没有找到这个文书模板")]
    [InlineData("notice", "gone", "表单里没有这个文字字段")]
    public async Task A_letter_that_nobody_would_be_offered_is_named(string? template, string? field, string? problem)
    {
        UserTask task = GovExtension.Attribute(GovExtension.Attribute(new UserTask { Id = "a" }, "notice", template), "noticeField", field);

        string html = await Rendering.ReadableAsync<LetterFields>(new() { [nameof(LetterFields.Task)] = task, [nameof(LetterFields.Context)] = Context });

        html.Contains("panel-problem", StringComparison.Ordinal).ShouldBe(problem is not null);
        html.ShouldContain(problem ?? "王秀英：已经受理。");
    }

    [Fact]
    public async Task A_form_without_room_for_a_letter_says_so()
    {
        UserTask task = GovExtension.Attribute(new UserTask { Id = "a" }, "notice", "notice");

        string html = await Rendering.ReadableAsync<LetterFields>(new() { [nameof(LetterFields.Task)] = task, [nameof(LetterFields.Context)] = Context with { TextFieldsOf = _ => [] } });

        html.ShouldContain("请先给表单加一个“多行文字”字段");
    }
}
