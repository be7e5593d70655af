namespace Platform.Kernel.Graph;

/// <summary>A result of an activity that becomes a variable of another name.</summary>
/// <param name="Result">Name of the result.</param>
/// <param name="Variable">Name of the variable.</param>
public sealed record ResultMapping(string Result, string Variable);
