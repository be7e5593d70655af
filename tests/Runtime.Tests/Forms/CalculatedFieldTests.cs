using System.Text;
using Platform.Decisions.Feel;
using Platform.Runtime.Definitions;
using Platform.Runtime.Forms;

namespace Platform.Runtime.Tests.Forms;

public sealed class CalculatedFieldTests
{
    private const string File = """
        {"title":"报销","fields":[
          {"key":"price","label":"单价","type":"money"},
          {"key":"count","label":"数量","type":"number"},
          {"key":"sum","label":"合计","type":"money","calculated":"price * count"},
          {"key":"large","label":"大额","type":"boolean","calculated":"sum > limit"}],
         "validation":[{"rule":"sum = null or sum <= 10000","message":"合计不能超过一万元。"}]}
        """;

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private static readonly FormSpec Form = FormSpec.Read("expense.form.json", Encoding.UTF8.GetBytes(File)).Value;

    [Fact]
    public void A_calculated_value_follows_from_the_others_and_may_be_used_by_later_ones()
    {
        var answer = Check(("price", FeelValue.Of("12.50")), ("count", FeelValue.Of(4)));

        answer.IsValid.ShouldBeTrue(answer.Summary);
        answer.Values["sum"].ShouldBe(FeelValue.Of(50m));
        answer.Values["large"].ShouldBe(FeelValue.Of(true));
    }

    [Fact]
    public void Nobody_can_hand_in_another_value()
    {
        var answer = Check(("price", FeelValue.Of(10)), ("count", FeelValue.Of(1)), ("sum", FeelValue.Of(9999)));

        answer.Values["sum"].ShouldBe(FeelValue.Of(10m));
    }

    [Fact]
    public void What_cannot_be_calculated_yet_is_empty() => Check(("price", FeelValue.Of(10))).Values["sum"].IsNull.ShouldBeTrue();

    [Fact]
    public void Rules_see_calculated_values() =>
        Check(("price", FeelValue.Of(10000)), ("count", FeelValue.Of(2))).Problems.ShouldHaveSingleItem().Message.ShouldBe("合计不能超过一万元。");

    [Fact]
    public void A_formula_that_cannot_be_understood_is_refused() =>
        FormSpec.Read("x.form.json", Encoding.UTF8.GetBytes("""{"title":"x","fields":[{"key":"a","label":"甲","type":"number","calculated":"1 +"}]}""")).Problem!.Code.ShouldBe("form.inconsistent");

    [Fact]
    public async Task Publishing_puts_the_choices_of_a_dictionary_into_the_fields_that_ask_for_it()
    {
        await using var engine = await TestEngine.StartAsync();

        var version = await engine.DeployAsync(Task, ("town.form.json", Town), ("镇.dict.json", """{"items":[{"value":"1","text":"城关镇"},{"value":"2","text":"东河镇"}]}"""));

        var form = (await engine.Get<GraphCache>().GetAsync(TestCounty.Tenant, version.Id, default)).UserTask("t")!.Form;
        form.Field("town")!.Options.Select(option => option.Text).ShouldBe(["城关镇", "东河镇"]);
        FormCheck.Check(form, new Dictionary<string, FeelValue> { ["town"] = FeelValue.Of("9") }, FeelScope.Empty, Now).IsValid.ShouldBeFalse();
        FormCheck.Check(form, new Dictionary<string, FeelValue> { ["town"] = FeelValue.Of("2") }, FeelScope.Empty, Now).IsValid.ShouldBeTrue();
    }

    [Theory]
    [InlineData(null, "form.no-dictionary")]
    [InlineData("""{"items":[]}""", "dictionary.inconsistent")]
    [InlineData("""{"items":[{"value":"1","text":"a"},{"value":"1","text":"b"}]}""", "dictionary.inconsistent")]
    [InlineData("不是字典", "dictionary.unreadable")]
    public async Task A_form_without_its_dictionary_is_not_published(string? dictionary, string code)
    {
        await using var engine = await TestEngine.StartAsync();
        var files = new Dictionary<string, byte[]> { ["p.bpmn"] = Encoding.UTF8.GetBytes(Definitions.PublishDrafts.Bpmn("登记")), ["town.form.json"] = Encoding.UTF8.GetBytes(Town) };
        if (dictionary is not null)
        {
            files["镇.dict.json"] = Encoding.UTF8.GetBytes(dictionary);
        }

        var refused = await engine.Get<DefinitionService>().DeployAsync(new Deploy { TenantId = TestCounty.Tenant, Name = "x", Files = files }, default);

        refused.Problem!.Details.Select(detail => detail.Code).ShouldContain(code);
    }

    private const string Town = """{"title":"选镇","fields":[{"key":"town","label":"乡镇","type":"choice","dictionary":"镇"}]}""";

    private const string Task = """
        <startEvent id="s"/><userTask id="t" name="登记"><extensionElements><gov:assignment post="登记员"/><gov:form ref="town.form.json"/></extensionElements></userTask><endEvent id="e"/>
        <sequenceFlow id="f1" sourceRef="s" targetRef="t"/><sequenceFlow id="f2" sourceRef="t" targetRef="e"/>
        """;

    private static FormAnswer Check(params (string Key, FeelValue Value)[] values) =>
        FormCheck.Check(Form, values.ToDictionary(v => v.Key, v => v.Value), new FeelScope(new Dictionary<string, FeelValue> { ["limit"] = FeelValue.Of(20) }), Now);
}
