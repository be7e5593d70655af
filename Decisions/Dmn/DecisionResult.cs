using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn;

/// <summary>What evaluating a decision, service or function gave.</summary>
/// <param name="Value">The value; FEEL's null when something went wrong, with a warning that says what.</param>
/// <param name="Warnings">Everything that went wrong on the way, in order; the text names the element.</param>
/// <param name="Trace">How the value came about.</param>
public sealed record DecisionResult(FeelValue Value, IReadOnlyList<FeelWarning> Warnings, DecisionTrace Trace);
