using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel;

namespace Platform.Runtime.Forms;

/// <summary>A form that was checked.</summary>
/// <param name="Values">The accepted values by key, with their types; hidden and read-only fields left out, empty fields as null.</param>
/// <param name="Problems">What is wrong; empty when the form is good.</param>
public sealed record FormAnswer(ImmutableDictionary<string, FeelValue> Values, ImmutableArray<FieldProblem> Problems)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsValid => Problems.IsEmpty;

    /// <summary>What is wrong as one sentence.</summary>
    public string Summary => string.Join(" ", Problems.Select(p => p.Message));

    /// <summary>What is wrong as one problem <c>form.invalid</c> with a detail for each field.</summary>
    public Problem ToProblem() => new("form.invalid", Summary) { Details = [.. Problems.Select(p => new ProblemDetail(p.Key, p.Code, p.Message))] };
}
