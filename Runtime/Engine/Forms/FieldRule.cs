using System.Text.Json.Serialization;
using Platform.Decisions.Feel;

namespace Platform.Runtime.Forms;

/// <summary>A condition that a form must meet.</summary>
public sealed record FieldRule
{
    /// <summary>FEEL over the form's values and the process variables; must be true.</summary>
    public required string Rule { get; init; }

    /// <summary>What to tell the person when it is not; null for a general sentence.</summary>
    public string? Message { get; init; }

    /// <summary>The rule, parsed once.</summary>
    [JsonIgnore]
    internal FeelParseResult<FeelExpression> Parsed => field ??= FeelExpression.Parse(Rule);
}
