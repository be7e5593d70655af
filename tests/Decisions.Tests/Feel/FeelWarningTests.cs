using Platform.Decisions.Feel;

namespace Platform.Decisions.Tests.Feel;

/// <summary>A null that comes of an error, or of another null, says so with its place.</summary>
public sealed class FeelWarningTests
{
    [Theory]
    [InlineData("null.b", "feel.null", FeelSeverity.Information, 0, 6)]
    [InlineData("1 + (null < 5)", "feel.null", FeelSeverity.Information, 5, 8)]
    [InlineData("2 between null and 10", "feel.null", FeelSeverity.Information, 0, 21)]
    [InlineData("null in [1..10]", "feel.null", FeelSeverity.Information, 0, 15)]
    [InlineData("5 in [1..null]", "feel.operands", FeelSeverity.Warning, 0, 14)]
    [InlineData("all([true, 123])", "feel.argument", FeelSeverity.Warning, 0, 16)]
    [InlineData("any([false, null])", "feel.null", FeelSeverity.Information, 0, 18)]
    [InlineData("null()", "feel.not-a-function", FeelSeverity.Warning, 0, 6)]
    [InlineData("{a: null}.a()", "feel.not-a-function", FeelSeverity.Warning, 0, 13)]
    [InlineData("no such()", "feel.unknown-function", FeelSeverity.Warning, 0, 7)]
    public void A_null_says_why_and_where(string text, string code, FeelSeverity severity, int start, int length)
    {
        var warning = Feel.Warnings(text)[0];

        (warning.Code, warning.Severity, warning.Start, warning.Length).ShouldBe((code, severity, start, length));
        warning.Chinese.ShouldEndWith("。");
        warning.English.ShouldEndWith(".");
    }

    [Theory]
    [InlineData("null = 1")]
    [InlineData("[{a: 1}, null].a")]
    [InlineData("all([false, 123])")]
    [InlineData("null and false")]
    [InlineData("[1, null][item = 1]")]
    public void What_has_an_answer_warns_of_nothing(string text) => Feel.Warnings(text).ShouldBeEmpty();

    [Fact]
    public void Information_leaves_room_for_what_went_wrong()
    {
        var result = FeelExpression.Parse("[for i in 1..200 return null < i, 1 + \"a\"]").Expression!.Evaluate(FeelScope.Empty);

        result.Warnings.Count(w => w.Severity == FeelSeverity.Information).ShouldBe(50);
        result.Warnings.ShouldContain(w => w.Severity == FeelSeverity.Warning);
    }
}
