using System.Collections.Immutable;

namespace Platform.Host.Pages.Admin.Rehearsing;

/// <summary>Something that can be done about a matter of a rehearsal beside its tasks.</summary>
/// <param name="Name">Name of the step of a scenario.</param>
/// <param name="Scope">Which matters it is for.</param>
/// <param name="Words">What has to be said.</param>
public sealed record SideAct(string Name, SideScope Scope, ImmutableArray<SideWord> Words);

/// <summary>Which matters something is for.</summary>
public enum SideScope
{
    /// <summary>Cases that came in.</summary>
    Cases,

    /// <summary>Processes that somebody started.</summary>
    Started,

    /// <summary>Both.</summary>
    All,
}

/// <summary>A word of a step.</summary>
/// <param name="Name">As a scenario writes it.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="TextKey">Key of its label in the texts.</param>
public sealed record SideWord(string Name, SideWordKind Kind, string TextKey)
{
    /// <summary>What may be chosen from.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>Whether it may stay empty.</summary>
    public bool IsOptional { get; init; }
}

/// <summary>What a word of a step holds.</summary>
public enum SideWordKind
{
    /// <summary>A line.</summary>
    Text,

    /// <summary>How many days.</summary>
    Days,

    /// <summary>One of a few.</summary>
    Choice,

    /// <summary>A day in the future.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>Somebody, of whom none is more likely than another.</summary>
    Person,

    /// <summary>Somebody, most likely one of those who have the task.</summary>
    Handler,

    /// <summary>Somebody, most likely the head of those who have the task.</summary>
    Head,

    /// <summary>All matters of the rehearsal, without being asked.</summary>
    Matters,

    /// <summary>Name of the matter that arises, without being asked.</summary>
    NewMatter,
}
