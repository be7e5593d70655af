using Platform.Decisions.Feel;

namespace Platform.Decisions.Tests.Feel;

public sealed class FeelUnaryTestsTests
{
    [Theory]
    [InlineData("-", "5", true)]
    [InlineData("", "null", true)]
    [InlineData("5", "5", true)]
    [InlineData("1, 5, 9", "5", true)]
    [InlineData("1, 9", "5", false)]
    [InlineData("< 5", "5", false)]
    [InlineData("<= 5, > 10", "5", true)]
    [InlineData("[1..5)", "5", false)]
    [InlineData("]1..5]", "5", true)]
    [InlineData("not(1, 5)", "5", false)]
    [InlineData("not(< 3)", "5", true)]
    [InlineData("\"物业\", \"供暖\"", "\"供暖\"", true)]
    [InlineData("[\"物业\", \"供暖\"]", "\"供暖\"", true)]
    [InlineData("true", "true", true)]
    [InlineData("false", "true", false)]
    [InlineData("null", "null", true)]
    [InlineData("? > 3 and ? < 9", "5", true)]
    [InlineData("? > 3 and ? < 9", "15", false)]
    [InlineData("contains(?, \"业\")", "\"物业\"", true)]
    [InlineData("count(?) > 1", "[1, 2]", true)]
    [InlineData("some x in ? satisfies x > 1", "[1, 2]", true)]
    [InlineData("limit > 3", "\"anything\"", true)]
    [InlineData("> limit", "5", false)]
    [InlineData("date(\"2026-11-22\")", "@\"2026-11-22\"", true)]
    [InlineData(">= @\"2026-11-01\"", "@\"2026-11-22\"", true)]
    [InlineData("limit * 2 - 5", "5", true)]
    [InlineData("-5", "-5", true)]
    public void A_value_is_held_against_the_tests(string tests, string input, bool expected)
    {
        var parsed = FeelUnaryTests.Parse(tests, ["limit"]);

        parsed.Errors.ShouldBeEmpty();
        parsed.Expression!.Test(Feel.Eval(input), Feel.Scope(("limit", FeelValue.Of(5)))).Value.ShouldBe(FeelValue.Of(expected));
    }

    [Theory]
    [InlineData("< 5", "null")]
    [InlineData("< 5", "\"text\"")]
    [InlineData("? > 5", "\"text\"")]
    public void Tests_that_do_not_apply_are_open(string tests, string input) =>
        FeelUnaryTests.Parse(tests).Expression!.Test(Feel.Eval(input), FeelScope.Empty).Value.ShouldBe(FeelValue.Null);

    [Fact]
    public void Constant_tests_can_be_looked_at()
    {
        var tests = FeelUnaryTests.Parse("< 5, [7..9), \"x\", limit").Expression!;

        tests.Constants.Select(constant => constant?.ToString()).ShouldBe(["(< 5)", "[7..9)", "\"x\"", null]);
        tests.References.ShouldBe(["limit"]);
        (tests.IsNegated, tests.IsAny).ShouldBe((false, false));
    }

    [Theory]
    [InlineData("1,")]
    [InlineData("<")]
    [InlineData("not(1")]
    [InlineData("[1..")]
    [InlineData("1 2")]
    public void Broken_tests_are_refused(string tests) => FeelUnaryTests.Parse(tests).Errors.ShouldHaveSingleItem();
}
