using System.Collections.Immutable;
using Platform.Runtime.Calendar;
using Platform.Runtime.Forms;

namespace Platform.Runtime.Activities;

/// <summary>What the designer and the catalogue know of an activity.</summary>
public sealed record ActivityDescriptor
{
    /// <summary>Namespace and type: <c>gov.SecretaryReview</c>.</summary>
    public required string Type { get; init; }

    /// <summary>What administrators read.</summary>
    public required string DisplayName { get; init; }

    /// <summary>What it does; empty when not stated.</summary>
    public required string Description { get; init; }

    /// <summary>Heading in the palette.</summary>
    public required string Category { get; init; }

    /// <summary>How it is carried out.</summary>
    public required ActivityKind Kind { get; init; }

    /// <summary>Name of an icon; null for the kind's own.</summary>
    public string? Icon { get; init; }

    /// <summary>Inputs in the order of declaration.</summary>
    public ImmutableArray<InputDescriptor> Inputs { get; init; } = [];

    /// <summary>Outputs in the order of declaration.</summary>
    public ImmutableArray<OutputDescriptor> Outputs { get; init; } = [];

    /// <summary>Ways in which it may end.</summary>
    public ImmutableArray<Outcome> Outcomes { get; init; } = [];

    /// <summary>The form of a human activity, else null.</summary>
    public FormSpec? Form { get; init; }

    /// <summary>The default deadline of a human activity, else null.</summary>
    public DeadlineSpec? DefaultDeadline { get; init; }

    /// <summary>Parts that a page must show beside the form.</summary>
    public ImmutableArray<string> Shows { get; init; } = [];
}
