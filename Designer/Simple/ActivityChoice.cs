using System.Collections.Immutable;
using Platform.Designer.Conditions;

namespace Platform.Designer.Simple;

/// <summary>A governance activity or plain element that may be put into a process, as the host describes it.</summary>
/// <param name="Type">Activity type such as <c>gov.SecretaryReview</c>; empty for a plain step.</param>
/// <param name="Name">Name shown to people, Chinese.</param>
/// <param name="Description">One sentence on what it is for; may be empty.</param>
/// <param name="Category">Group in the menu.</param>
/// <param name="IsHuman">True when a person does it (a user task), false when the platform does (a service task).</param>
public sealed record ActivityChoice(string Type, string Name, string Description, string Category, bool IsHuman)
{
    /// <summary>Whether it brings a deadline of its own.</summary>
    public bool HasDeadline { get; init; }

    /// <summary>Fields of the form that it brings, which hold when the process names no other.</summary>
    public ImmutableArray<ConditionVariable> Fields { get; init; } = [];

    /// <summary>What it finds out: name and label.</summary>
    public ImmutableArray<ConditionChoice> Outputs { get; init; } = [];

    /// <summary>What it is given.</summary>
    public ImmutableArray<ActivityInput> Inputs { get; init; } = [];

    /// <summary>The ways in which it may end when the process states none.</summary>
    public ImmutableArray<ConditionChoice> Outcomes { get; init; } = [];
}

/// <summary>Something that an activity is given.</summary>
/// <param name="Name">Name in the file.</param>
/// <param name="Label">What administrators read.</param>
/// <param name="Help">What it is for; may be empty.</param>
/// <param name="Options">The choices, values in FEEL; empty when it is an expression.</param>
/// <param name="Usual">FEEL used when nothing is given; null for none.</param>
public sealed record ActivityInput(string Name, string Label, string Help, ImmutableArray<ConditionChoice> Options, string? Usual);
