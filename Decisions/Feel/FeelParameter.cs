namespace Platform.Decisions.Feel;

/// <summary>A parameter of a function.</summary>
/// <param name="Name">The name by which a call may give it.</param>
/// <param name="Type">What it accepts after implicit conversion.</param>
public sealed record FeelParameter(string Name, FeelType Type);
