using Platform.Designer.Expressions;

namespace Platform.Designer.Tests.Expressions;

public sealed class FeelProblemTests
{
    [Theory]
    [InlineData("1 + ) 2", ")")]
    [InlineData("if 1 then 2", "")]
    [InlineData("金额 > > 5", ">")]
    public void The_wrong_part_is_where_it_stands(string text, string wrong)
    {
        var problem = FeelProblem.Of(text, null, name => name).ShouldNotBeNull();

        problem.Wrong.ShouldStartWith(wrong);
        (problem.Before + problem.Wrong + problem.After).ShouldBe(text);
    }

    [Fact]
    public void A_name_that_nobody_knows_is_marked()
    {
        var problem = FeelProblem.Of("amount * rate", ["amount"], name => $"?{name}").ShouldNotBeNull();

        (problem.Message, problem.Start, problem.Wrong).ShouldBe(("?rate", 9, "rate"));
    }

    [Fact]
    public void A_long_expression_is_shown_around_the_wrong_part_only()
    {
        var text = string.Join(" + ", Enumerable.Repeat("amount", 40)) + " ++ ) + " + string.Join(" + ", Enumerable.Repeat("amount", 40));
        var problem = FeelProblem.Of(text, null, name => name).ShouldNotBeNull();

        problem.Before.Length.ShouldBeLessThan(30);
        problem.After.Length.ShouldBeLessThan(30);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("amount + 1")]
    public void An_expression_and_an_empty_field_are_fine(string text) => FeelProblem.Of(text, ["amount"], name => name).ShouldBeNull();
}
