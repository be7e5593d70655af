namespace Platform.Designer;

/// <summary>A sequence flow that was taken, as part of the path of one instance.</summary>
/// <param name="Flow">The flow's id in the BPMN file.</param>
/// <param name="Act">Number of the act in which it was taken; flows of one act that do not wait for each other move together.</param>
/// <param name="Label">What is shown with it, such as the time; null for nothing.</param>
public sealed record TakenFlow(string Flow, long Act, string? Label);
