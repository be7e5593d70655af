namespace Platform.Decisions.Feel;

/// <summary>A built-in function as an editor offers it (DMN 1.5 §10.3.4).</summary>
/// <param name="Name">Name as it is called, for example <c>string length</c>.</param>
/// <param name="Group">Group for people: 文本, 列表, 数字 and so on.</param>
/// <param name="Chinese">What it does, one sentence.</param>
/// <param name="Forms">Ways of calling it; never empty.</param>
/// <param name="Example">An expression that uses it.</param>
/// <param name="Result">What the example gives, as FEEL.</param>
public sealed record FeelFunctionInfo(
    string Name, string Group, string Chinese, IReadOnlyList<FeelFunctionForm> Forms, string Example, string Result);

/// <summary>One way of calling a built-in function.</summary>
/// <param name="Parameters">Its parameters in order, under the names that named arguments use.</param>
/// <param name="Repeats">Whether the last parameter may come several times.</param>
public sealed record FeelFunctionForm(IReadOnlyList<FeelParameter> Parameters, bool Repeats)
{
    /// <summary>The parameters as people read them: <c>string, start position, length</c>.</summary>
    public string Signature => string.Join(", ", Parameters.Select(p => p.Name)) + (Repeats ? ", …" : "");
}
