using System.Collections.Immutable;

namespace Platform.Designer.Panel;

/// <summary>One attribute of a repeated setting, as a column of a small table.</summary>
/// <param name="Attribute">Attribute name without prefix.</param>
/// <param name="Input">How it is entered and checked.</param>
/// <param name="Values">For choices: the values in order; their texts are found under the setting's name.</param>
public sealed record PanelColumn(string Attribute, PanelInput Input, ImmutableArray<string> Values)
{
    /// <summary>A column that is typed.</summary>
    /// <param name="attribute">Attribute name without prefix.</param>
    /// <param name="input">How it is checked.</param>
    /// <param name="start">What a new row starts with; null leaves it empty.</param>
    public PanelColumn(string attribute, PanelInput input, string? start = null)
        : this(attribute, input, ImmutableArray<string>.Empty) => Start = start;

    /// <summary>What a new row starts with; null leaves it empty.</summary>
    public string? Start { get; private init; }

    /// <summary>A column that is chosen.</summary>
    /// <param name="attribute">Attribute name without prefix.</param>
    /// <param name="values">The values in order; the first is what a new row starts with.</param>
    public static PanelColumn Choice(string attribute, params ImmutableArray<string> values) =>
        new(attribute, PanelInput.Choice, values) { Start = values[0] };
}

/// <summary>How a setting is entered and checked.</summary>
public enum PanelInput
{
    /// <summary>Words; must not be empty.</summary>
    Text,

    /// <summary>Words; may be empty.</summary>
    OptionalText,

    /// <summary>A whole number from 0 to 100,000.</summary>
    Count,

    /// <summary>A share from 0 to 1.</summary>
    Share,

    /// <summary>A percentage from 0 to 100.</summary>
    Percent,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day as yyyy-MM-dd.</summary>
    Date,

    /// <summary>A span of time, or an expression for one.</summary>
    Duration,

    /// <summary>A FEEL expression; may be empty.</summary>
    Feel,

    /// <summary>A condition, as a sentence; may be empty.</summary>
    Condition,

    /// <summary>Who is told: those who act, a relation, or a post.</summary>
    Recipient,

    /// <summary>One of a list.</summary>
    Choice,
}
