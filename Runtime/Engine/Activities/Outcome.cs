namespace Platform.Runtime.Activities;

/// <summary>A way in which an activity may end.</summary>
/// <param name="Value">What gateways compare, for ever stable: <c>agree</c>.</param>
/// <param name="Text">What the button says: 同意.</param>
/// <param name="NeedsOpinion">Whether an opinion must be written.</param>
public sealed record Outcome(string Value, string Text, bool NeedsOpinion = false);
