namespace Platform.Runtime.Activities;

/// <summary>What the designer's panel knows of an output.</summary>
/// <param name="Name">Name in <c>gov:output</c>.</param>
/// <param name="DisplayName">What administrators read.</param>
/// <param name="Description">What it holds; empty when not stated.</param>
/// <param name="TypeName">Name of the value's .NET type.</param>
public sealed record OutputDescriptor(string Name, string DisplayName, string Description, string TypeName);
