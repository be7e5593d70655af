namespace Platform.Decisions.Feel;

/// <summary>The outcome of an evaluation.</summary>
/// <param name="Value">The value; FEEL's null when it could not be computed.</param>
/// <param name="Warnings">Why something was null, in the order in which it happened; usually empty.</param>
public sealed record FeelResult(FeelValue Value, IReadOnlyList<FeelWarning> Warnings);
