using Platform.Decisions.Feel;

namespace Platform.Decisions.Tests.Feel;

/// <summary>Short words for tests: evaluate a text, and get what it should be.</summary>
internal static class Feel
{
    public static FeelValue Eval(string text, params (string Name, FeelValue Value)[] variables)
    {
        var parsed = FeelExpression.Parse(text, variables.Select(variable => variable.Name));
        parsed.Errors.ShouldBeEmpty(text);
        return parsed.Expression.ShouldNotBeNull().Evaluate(Scope(variables), Options).Value;
    }

    public static IReadOnlyList<FeelWarning> Warnings(string text) =>
        FeelExpression.Parse(text) is { Expression: { } expression } ? expression.Evaluate(FeelScope.Empty).Warnings : FeelExpression.Parse(text).Errors;

    public static FeelOptions Options { get; } = new() { Now = new DateTimeOffset(2026, 11, 22, 9, 30, 0, TimeSpan.FromHours(8)) };

    public static FeelScope Scope(params (string Name, FeelValue Value)[] variables) =>
        new(variables.ToDictionary(variable => variable.Name, variable => variable.Value));

    /// <summary>Asserts that the text gives the same value as the expected text.</summary>
    public static void ShouldGive(string text, string expected)
    {
        var actual = Eval(text);
        actual.ToString().ShouldBe(Eval(expected).ToString(), text);
    }
}
