using Platform.Decisions.Feel;

namespace Platform.Kernel.Graph;

/// <summary>A text of the model that is either meant as it stands or is a FEEL expression.</summary>
public sealed record FeelText
{
    private FeelText(string text, FeelExpression? expression)
    {
        Text = text;
        Expression = expression;
    }

    /// <summary>The text as it stands, or the text of the expression.</summary>
    public string Text { get; }

    /// <summary>The expression; null when the text is meant as it stands.</summary>
    public FeelExpression? Expression { get; }

    /// <summary>A text that is meant as it stands.</summary>
    /// <param name="text">The text.</param>
    public static FeelText Constant(string text) => new(text, null);

    /// <summary>A text that is computed.</summary>
    /// <param name="expression">The expression.</param>
    public static FeelText Computed(FeelExpression expression) => new(expression.Text, expression);

    /// <summary>The value: the text itself, or what the expression gives.</summary>
    /// <param name="scope">Variables.</param>
    /// <param name="options">How to evaluate.</param>
    public FeelValue Evaluate(IFeelScope scope, FeelOptions options) =>
        Expression is null ? FeelValue.Of(Text) : Expression.Evaluate(scope, options).Value;
}
