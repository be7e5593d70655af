using Platform.Decisions.Feel;

namespace Platform.Kernel.Graph;

/// <summary>A variable that takes the value of an expression.</summary>
/// <param name="Target">Name of the variable.</param>
/// <param name="Source">Where the value comes from.</param>
public sealed record VariableMapping(string Target, FeelExpression Source);
