using Platform.Decisions.Dmn;
using Platform.Decisions.Feel;
using static Platform.Decisions.Tests.Dmn.Models;

namespace Platform.Decisions.Tests.Dmn;

public sealed class HitPolicyTests
{
    private static readonly CompiledDecisions Policies = Fixture("HitPolicyTests.policies.dmn");

    [Theory]
    [InlineData("unique", 25, "2")]
    [InlineData("any", 25, "2")]
    [InlineData("agreeing", 5, "null")]
    [InlineData("agreeing", 25, "\"b\"")]
    [InlineData("priority", 5, "1")]
    [InlineData("priority", 25, "2")]
    [InlineData("first", 5, "3")]
    [InlineData("first", 15, "1")]
    [InlineData("collect", 5, "[3, 1, 2]")]
    [InlineData("sum", 5, "6")]
    [InlineData("count", 15, "2")]
    [InlineData("count", 99, "0")]
    [InlineData("least", 5, "1")]
    [InlineData("greatest", 15, "2")]
    [InlineData("rule order", 5, "[3, 1, 2]")]
    [InlineData("output order", 5, "[1, 2, 3]")]
    [InlineData("unique", 99, "null")]
    [InlineData("collect", 99, "null")]
    [InlineData("sum", 99, "null")]
    [InlineData("default", 5, "1")]
    [InlineData("default", 99, "99")]
    [InlineData("several outputs", 5, "{level: \"high\", weight: 2}")]
    [InlineData("several outputs", 25, "{level: \"high\", weight: 1}")]
    [InlineData("several defaults", 99, "{level: null, weight: null}")]
    public void Matching_rules_give_what_the_hit_policy_says(string decision, int x, string expected)
    {
        var result = Policies.EvaluateDecision(decision, Inputs(("x", FeelValue.Of((long)x))));

        result.Value.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("unique", "dmn.not-unique", "规则 1、2、3 同时符合")]
    [InlineData("any", "dmn.not-any", "结论不同")]
    public void Rules_that_contradict_give_null_and_say_which(string decision, string code, string words)
    {
        var result = Policies.EvaluateDecision(decision, Inputs(("x", FeelValue.Of(5L))));

        result.Value.ShouldBe(FeelValue.Null);
        var warning = result.Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe(code);
        warning.Chinese.ShouldContain(words);
        warning.Chinese.ShouldStartWith($"「{decision}」");
    }

    [Fact]
    public void A_table_without_a_rule_that_applies_says_so_and_nothing_went_wrong()
    {
        var decisions = Of("""
            <inputData id="a" name="事项类别"><variable name="事项类别"/></inputData>
            <decision id="d" name="派单"><informationRequirement><requiredInput href="#a"/></informationRequirement>
              <decisionTable id="t"><input><inputExpression><text>事项类别</text></inputExpression></input><output/>
                <rule><inputEntry><text>"物业"</text></inputEntry><outputEntry><text>"住建局"</text></outputEntry></rule>
              </decisionTable></decision>
            """);

        var result = decisions.EvaluateDecision("派单", Inputs(("事项类别", FeelValue.Of("噪声"))));

        var information = result.Warnings.ShouldHaveSingleItem();
        (information.Code, information.Severity).ShouldBe(("dmn.no-rule", FeelSeverity.Information));
        information.Chinese.ShouldBe("「派单」：没有规则符合：事项类别 = \"噪声\"。");
        information.English.ShouldBe("'派单': no rule applies to 事项类别 = \"噪声\".");
        result.Trace.Explain().ShouldBe(["派单：没有规则符合，没有结论；事项类别 = 噪声。"]);
    }

    [Fact]
    public void Outputs_that_are_not_among_the_output_values_are_refused()
    {
        var decisions = Of("""
            <decision name="d"><decisionTable><input><inputExpression><text>1</text></inputExpression></input>
              <output><outputValues><text>"a","b"</text></outputValues></output>
              <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>"c"</text></outputEntry></rule>
            </decisionTable></decision>
            """);

        var result = decisions.EvaluateDecision("d", FeelContext.Empty);

        result.Value.ShouldBe(FeelValue.Null);
        result.Warnings.ShouldHaveSingleItem().Code.ShouldBe("dmn.output-values");
    }

    [Theory]
    [InlineData("\"x\"", "null")]
    [InlineData("\"a\"", "1")]
    [InlineData("null", "2")]
    public void Inputs_that_are_not_among_the_input_values_are_refused_but_null_may_be_tested(string input, string expected)
    {
        var decisions = Of("""
            <inputData id="i" name="i"><variable name="i"/></inputData>
            <decision name="d"><informationRequirement><requiredInput href="#i"/></informationRequirement>
              <decisionTable hitPolicy="FIRST"><input><inputExpression><text>i</text></inputExpression><inputValues><text>"a","b"</text></inputValues></input>
              <output/>
              <rule><inputEntry><text>"a"</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>
              <rule><inputEntry><text>null</text></inputEntry><outputEntry><text>2</text></outputEntry></rule>
              <rule><inputEntry><text>-</text></inputEntry><outputEntry><text>3</text></outputEntry></rule>
            </decisionTable></decision>
            """);

        var result = decisions.EvaluateDecision("d", Inputs(("i", Evaluated(input))));

        result.Value.ToString().ShouldBe(expected);
        result.Warnings.Any(w => w.Code == "dmn.input-values").ShouldBe(expected == "null");
    }
}
