using System.Collections.Frozen;

namespace Platform.Kernel.Graph;

/// <summary>What the compiler may know beside the model.</summary>
public sealed record CompileOptions
{
    /// <summary>Whether a decision can be asked. Null: decisions are not checked here, only looked up when run. Answering false makes the call an error.</summary>
    public Func<DecisionCall, bool>? KnowsDecision { get; init; }

    /// <summary>Expression or script text of another vendor, trimmed, to the FEEL that is meant.</summary>
    public IReadOnlyDictionary<string, string> ExpressionOverrides { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Names of variables that contain spaces or operators, which FEEL can only read when it knows them.</summary>
    public IReadOnlyList<string> KnownNames { get; init; } = [];
}
