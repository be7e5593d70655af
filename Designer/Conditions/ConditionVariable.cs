using System.Collections.Immutable;

namespace Platform.Designer.Conditions;

/// <summary>Something a condition can ask about: a form field or a process variable.</summary>
/// <param name="Name">Name in FEEL, such as <c>金额</c>.</param>
/// <param name="Label">Name shown to people.</param>
/// <param name="Kind">What can be compared with it.</param>
/// <param name="Choices">For choices: value and text of each; empty otherwise.</param>
public sealed record ConditionVariable(string Name, string Label, ConditionKind Kind, ImmutableArray<ConditionChoice> Choices)
{
    /// <summary>Where it comes from, as a heading in lists; empty for no heading.</summary>
    public string Group { get; init; } = "";
}

/// <summary>One of the values that a choice can have.</summary>
/// <param name="Value">Value as stored.</param>
/// <param name="Text">Text shown to people.</param>
public sealed record ConditionChoice(string Value, string Text);

/// <summary>What kind of value a variable holds.</summary>
public enum ConditionKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A number or an amount of money.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>One of a list of values.</summary>
    Choice,

    /// <summary>Several values, such as the units that help.</summary>
    List,

    /// <summary>Something of which one only asks whether it is there, such as a person or a time.</summary>
    Other,
}
