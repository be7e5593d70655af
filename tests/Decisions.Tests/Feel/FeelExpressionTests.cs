using Platform.Decisions.Feel;

namespace Platform.Decisions.Tests.Feel;

public sealed class FeelExpressionTests
{
    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("-3 ** 2", "9")]
    [InlineData("2 ** 3 ** 2", "64")]
    [InlineData("10 / 4", "2.5")]
    [InlineData("if 1 < 2 then \"是\" else \"否\"", "\"是\"")]
    [InlineData("for i in 1..3 return i * i", "[1, 4, 9]")]
    [InlineData("some x in [1, 2, 3] satisfies x > 2", "true")]
    [InlineData("every x in [1, 2, 3] satisfies x > 2", "false")]
    [InlineData("[1, 2, 3, 4][item > 2]", "[3, 4]")]
    [InlineData("[{a: 1}, {a: 2}][a = 2].a", "[2]")]
    [InlineData("{a: 1, b: a + 1}.b", "2")]
    [InlineData("5 in [1..10]", "true")]
    [InlineData("date(\"2026-11-22\") + duration(\"P1M\")", "@\"2026-12-22\"")]
    public void An_expression_gives_its_value(string text, string expected) => Feel.ShouldGive(text, expected);

    [Fact]
    public void A_name_with_spaces_and_operators_is_found_in_scope() =>
        Feel.Eval("事项 类别 + \"-\" + a-b", ("事项 类别", FeelValue.Of("物业")), ("a-b", FeelValue.Of("x")))
            .ShouldBe(FeelValue.Of("物业-x"));

    [Fact]
    public void The_example_of_the_library_page_runs()
    {
        var rule = FeelExpression.Parse("if 涉及人数 >= 5 or 金额 > 10000 then \"重大\" else \"一般\"").Expression!;

        var facts = new FeelScope(new Dictionary<string, FeelValue>
        {
            ["涉及人数"] = FeelValue.Of(7),
            ["金额"] = FeelValue.Of(320.50m),
        });

        rule.Evaluate(facts).Value.ToString().ShouldBe("\"重大\"");
    }
}
