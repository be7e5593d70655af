using Platform.Decisions.Dmn;
using Platform.Decisions.Feel;
using static Platform.Decisions.Tests.Dmn.Models;

namespace Platform.Decisions.Tests.Dmn;

public sealed class BoxedExpressionTests
{
    private static readonly CompiledDecisions Boxes = Fixture("BoxedExpressionTests.boxes.dmn");

    [Theory]
    [InlineData("literal", "{person: {full name: \"王五\", date-of-birth: date(\"1970-02-03\")}}", "\"王五 1970\"")]
    [InlineData("context result", "{x: 4}", "[2, 3]")]
    [InlineData("context", "{}", "{a: 1, b: null}")]
    [InlineData("list", "{x: 4}", "[4, 5]")]
    [InlineData("list", "{x: \"a\"}", "null")]
    [InlineData("relation", "{}", "[{name: \"甲\", age: 30}, {name: \"乙\", age: null}]")]
    [InlineData("function in a context", "{}", "[4, 6, null]")]
    [InlineData("invocation", "{}", "7")]
    [InlineData("invocation of an unknown parameter", "{}", "null")]
    [InlineData("conditional", "{x: 2}", "\"more\"")]
    [InlineData("conditional", "{x: \"a\"}", "\"not more\"")]
    [InlineData("for", "{x: [1, 2, 3]}", "[1, 3, 7]")]
    [InlineData("some", "{x: [1, 2]}", "true")]
    [InlineData("some", "{x: [1, \"a\"]}", "null")]
    [InlineData("some", "{x: []}", "false")]
    [InlineData("every", "{x: [2, 3]}", "true")]
    [InlineData("every", "{x: [1, \"a\"]}", "false")]
    [InlineData("every", "{x: [2..4]}", "true")]
    [InlineData("every", "{}", "null")]
    [InlineData("filter", "{}", "[{name: \"甲\", age: 30}]")]
    [InlineData("small one", "{small: 9}", "9")]
    [InlineData("small one", "{small: 10}", "null")]
    [InlineData("few ones", "{few: [1, 2]}", "[1, 2]")]
    [InlineData("few ones", "{few: [1, 2, 3]}", "null")]
    [InlineData("few ones", "{few: 1}", "[1]")]
    [InlineData("no logic", "{}", "null")]
    [InlineData("factorial", "{x: 20}", "2432902008176640000")]
    [InlineData("without requirement", "{x: 1}", "\"not seen\"")]
    [InlineData("typed list", "{x: 1}", "[1]")]
    [InlineData("typed list", "{x: \"a\"}", "null")]
    public void Boxes_give_what_the_standard_says(string decision, string inputs, string expected)
    {
        var result = Boxes.EvaluateDecision(decision, (FeelContext)Evaluated(inputs));

        result.Value.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("2", "5")]
    [InlineData("-1", "6")]
    [InlineData("9", "null")]
    [InlineData("item > 4", "[5, 6]")]
    [InlineData("\"a\"", "null")]
    public void A_filter_box_takes_a_condition_or_a_position(string match, string expected)
    {
        var decisions = Of($"""
            <decision name="d"><filter><in><literalExpression><text>[4, 5, 6]</text></literalExpression></in><match><literalExpression><text>{match}</text></literalExpression></match></filter></decision>
            """);

        decisions.EvaluateDecision("d", FeelContext.Empty).Value.ToString().ShouldBe(expected);
    }

    [Theory]
    [InlineData("[1..5]")]
    [InlineData("1..5")]
    public void A_for_box_sees_the_results_so_far(string list)
    {
        var decisions = Of($"""
            <decision name="d"><for iteratorVariable="n"><in><literalExpression><text>{list}</text></literalExpression></in>
            <return><literalExpression><text>if count(partial) = 0 then 1 else n * partial[-1]</text></literalExpression></return></for></decision>
            """);

        decisions.EvaluateDecision("d", FeelContext.Empty).Value.ToString().ShouldBe("[1, 2, 6, 24, 120]");
    }

    [Fact]
    public void Recursion_without_end_gives_null_and_a_warning_and_not_a_crash()
    {
        var result = Boxes.EvaluateDecision("factorial", Inputs(("x", FeelValue.Of(-1L))));

        result.Value.ShouldBe(FeelValue.Null);
        result.Warnings.ShouldNotBeEmpty();
    }

    [Fact]
    public void Values_of_the_wrong_type_are_named_with_their_element()
    {
        var result = Boxes.EvaluateDecision("small one", Inputs(("small", FeelValue.Of("x"))));

        result.Value.ShouldBe(FeelValue.Null);
        var warning = result.Warnings.ShouldHaveSingleItem();
        warning.Code.ShouldBe("dmn.type");
        warning.Chinese.ShouldBe("「small」：值 \"x\" 不符合类型 number ([0..9])。");
    }

    [Fact]
    public void Asking_for_what_the_model_lacks_gives_null_and_a_warning()
    {
        Boxes.EvaluateDecision("missing", FeelContext.Empty).Warnings.ShouldHaveSingleItem().Code.ShouldBe("dmn.unknown");
        Boxes.EvaluateService("literal", FeelContext.Empty).Warnings.ShouldHaveSingleItem().Code.ShouldBe("dmn.unknown");
        Boxes.EvaluateKnowledgeModel("difference", Inputs(("first", FeelValue.Of(3L)), ("second", FeelValue.Of(1L)))).Value.ShouldBe(FeelValue.Of(2L));
    }

    [Fact]
    public void External_functions_are_refused()
    {
        var result = Try("""
            <decision name="d"><context>
              <contextEntry><variable name="f"/><functionDefinition kind="Java"><formalParameter name="a"/><context><contextEntry><variable name="class"/><literalExpression><text>"java.lang.Math"</text></literalExpression></contextEntry></context></functionDefinition></contextEntry>
              <contextEntry><literalExpression><text>f(1)</text></literalExpression></contextEntry></context></decision>
            """);

        result.Issues.ShouldHaveSingleItem().Code.ShouldBe("dmn.external-function");
        result.Decisions.EvaluateDecision("d", FeelContext.Empty).Value.ShouldBe(FeelValue.Null);
    }

    [Fact]
    public void Loops_over_boxes_alone_end_with_the_budget()
    {
        var decisions = Of("""
            <decision name="d"><for iteratorVariable="a"><in><literalExpression><text>[1..1000000]</text></literalExpression></in><return>
              <every iteratorVariable="b"><in><literalExpression><text>[1..1000000]</text></literalExpression></in><satisfies><literalExpression><text>true</text></literalExpression></satisfies></every>
            </return></for></decision>
            """);

        var result = decisions.EvaluateDecision("d", FeelContext.Empty);

        result.Value.ShouldBe(FeelValue.Null);
        result.Warnings.ShouldContain(w => w.Code == "feel.budget-steps");
    }

    [Fact]
    public void One_evaluation_has_one_budget()
    {
        var decisions = Of("""
            <decision id="a" name="a"><literalExpression><text>for i in 1..1000 return i</text></literalExpression></decision>
            <decision name="b"><informationRequirement><requiredDecision href="#a"/></informationRequirement><literalExpression><text>for i in a return i</text></literalExpression></decision>
            """);
        var options = new FeelOptions { Budget = new FeelBudget { Steps = 1500 } };

        decisions.EvaluateDecision("a", FeelContext.Empty, options).Value.IsNull.ShouldBeFalse();
        decisions.EvaluateDecision("b", FeelContext.Empty, options).Value.IsNull.ShouldBeTrue();
    }
}
