namespace Platform.Decisions.Feel;

/// <summary>The outcome of reading a text as an expression or as unary tests.</summary>
/// <typeparam name="T"><see cref="FeelExpression"/> or <see cref="FeelUnaryTests"/>.</typeparam>
/// <param name="Expression">What was read; null when the text has errors.</param>
/// <param name="Errors">Why it could not be read; empty when it could.</param>
public sealed record FeelParseResult<T>(T? Expression, IReadOnlyList<FeelWarning> Errors)
    where T : class
{
    /// <summary>Whether the text was read.</summary>
    public bool IsValid => Expression is not null;
}
