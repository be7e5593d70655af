namespace Platform.Decisions.Dmn;

/// <summary>What compiling a model gave.</summary>
/// <param name="Decisions">The executable model. Parts with errors evaluate to null; a model with errors should not be deployed.</param>
/// <param name="Issues">Everything that was found.</param>
public sealed record DecisionCompileResult(CompiledDecisions Decisions, IReadOnlyList<DmnIssue> Issues)
{
    /// <summary>True when no issue is an error.</summary>
    public bool IsValid => Issues.All(i => i.Severity != DmnIssueSeverity.Error);
}
