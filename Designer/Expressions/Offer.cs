namespace Platform.Designer.Expressions;

/// <summary>Something that would complete what is being typed.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Label">What it means, in words; may be empty.</param>
/// <param name="Insert">What to write.</param>
/// <param name="Start">Where the part begins that it replaces, in UTF-16 units from 0.</param>
/// <param name="End">Where that part ends.</param>
/// <param name="IsWhole">Whether the field is complete with it; otherwise one types on.</param>
public sealed record Offer(string Text, string Label, string Insert, int Start, int End, bool IsWhole = false);
