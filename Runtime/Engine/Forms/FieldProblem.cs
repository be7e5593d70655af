namespace Platform.Runtime.Forms;

/// <summary>What is wrong with one field.</summary>
/// <param name="Key">The field; empty for a rule on several.</param>
/// <param name="Code">Stable code: <c>field.required</c>, <c>field.type</c>, <c>field.too-long</c>, <c>field.out-of-range</c>, <c>field.not-an-option</c>, <c>field.invalid</c>, <c>field.unknown</c>.</param>
/// <param name="Message">A sentence to the person who fills in the form.</param>
public sealed record FieldProblem(string Key, string Code, string Message);
