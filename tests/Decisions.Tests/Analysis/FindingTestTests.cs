using Platform.Decisions.Analysis;
using Platform.Decisions.Dmn;
using static Platform.Decisions.Tests.Dmn.Models;

namespace Platform.Decisions.Tests.Analysis;

/// <summary>The tests that a finding names are those of the rule that is missing: with it the gap is closed and nothing overlaps.</summary>
public sealed class FindingTestTests
{
    [Theory]
    [InlineData("number", "&lt; 100", "&gt; 200")]
    [InlineData("number", "[1..5)", "(7..9]")]
    [InlineData("number", "1, 3", "&gt; 8")]
    [InlineData("date", "&lt; @\"2026-01-01\"", "&gt; @\"2026-06-30\"")]
    [InlineData("string", "\"物业\"", "\"供水\", \"供暖\"")]
    [InlineData("boolean", "true", "true")]
    public void Rules_made_from_the_gaps_close_them(string type, string first, string second)
    {
        var tests = new List<string> { first };
        if (second != first)
        {
            tests.Add(second);
        }

        for (var round = 0; round < 10; round++)
        {
            var findings = TableAnalysis.Of(Table(type, tests));
            findings.ShouldAllBe(f => f.Kind == TableFindingKind.Gap);
            if (findings.Count == 0)
            {
                return;
            }

            tests.Add(findings[0].Combination.ShouldHaveSingleItem().Test.Replace("<", "&lt;", StringComparison.Ordinal));
        }

        Assert.Fail($"The gaps were not closed: {string.Join(" | ", tests)}");
    }

    [Fact]
    public void A_long_list_of_values_is_cut_in_words_and_whole_in_the_test()
    {
        var gap = TableAnalysis.Of(Table("string", Enumerable.Range(1, 30).Select(i => $"\"值{i}\""))).ShouldHaveSingleItem();

        gap.Chinese.ShouldBe("「d」没有规则适用于：x 为 值1、值2、值3、值4、值5、值6、值7、值8等 30 个值以外的值。");
        gap.Combination[0].Test.Split(',').Length.ShouldBe(30);
    }

    [Fact]
    public void Shapes_tell_types_and_choices_of_columns()
    {
        var decisions = Of("""
            <itemDefinition name="层级"><typeRef>string</typeRef><allowedValues><text>"县", "镇", "村"</text></allowedValues></itemDefinition>
            <inputData id="a" name="level"><variable name="level" typeRef="层级"/></inputData>
            <inputData id="b" name="days"><variable name="days" typeRef="number"/></inputData>
            <decision id="d" name="d"><informationRequirement><requiredInput href="#a"/></informationRequirement><informationRequirement><requiredInput href="#b"/></informationRequirement>
              <decisionTable id="t"><input label="层级"><inputExpression><text>level</text></inputExpression></input>
                <input><inputExpression><text>days</text></inputExpression></input><input><inputExpression typeRef="date"><text>day</text></inputExpression></input>
                <output name="ok" typeRef="boolean"/></decisionTable></decision>
            """);

        var shape = TableShape.Of(decisions).ShouldHaveSingleItem();

        shape.TableId.ShouldBe("t");
        shape.Inputs.Select(c => c.Values).ShouldBe([ColumnValues.Text, ColumnValues.Number, ColumnValues.Date]);
        shape.Inputs[0].Choices.Select(c => c.ToString()).ShouldBe(["\"县\"", "\"镇\"", "\"村\""]);
        shape.Outputs.ShouldHaveSingleItem().Values.ShouldBe(ColumnValues.Boolean);
    }

    private static CompiledDecisions Table(string type, IEnumerable<string> tests)
    {
        var rules = string.Concat(tests.Select(t => $"<rule><inputEntry><text>{t}</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>"));
        return Of($"""
            <inputData id="i" name="x"><variable name="x" typeRef="{type}"/></inputData>
            <decision id="d" name="d"><informationRequirement><requiredInput href="#i"/></informationRequirement>
              <decisionTable><input><inputExpression><text>x</text></inputExpression></input><output/>{rules}</decisionTable></decision>
            """);
    }
}
