namespace Platform.Runtime.Forms;

/// <summary>One choice of a field.</summary>
/// <param name="Value">What is stored.</param>
/// <param name="Text">What people read.</param>
public sealed record FieldOption(string Value, string Text);
