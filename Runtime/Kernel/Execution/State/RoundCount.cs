namespace Platform.Kernel.Execution;

/// <summary>How often an element has been activated.</summary>
/// <param name="NodeIndex">The element.</param>
/// <param name="Count">Activations so far.</param>
public readonly record struct RoundCount(int NodeIndex, int Count);
