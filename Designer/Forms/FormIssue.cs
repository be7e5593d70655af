namespace Platform.Designer.Forms;

/// <summary>Something wrong with a form while it is designed.</summary>
/// <param name="Field">Position of the field; -1 for the whole form.</param>
/// <param name="Setting">Which setting: <c>key</c>, <c>label</c>, <c>options</c> …</param>
/// <param name="Code">Name of the sentence that says it.</param>
/// <param name="Detail">What the sentence names; empty for nothing.</param>
/// <param name="Position">For an expression, the character at which it cannot be understood, from 1; 0 otherwise.</param>
public sealed record FormIssue(int Field, string Setting, string Code, string Detail = "", int Position = 0);
