using Platform.Designer.Conditions;
using Platform.Designer.Simple;
using Platform.Kernel.Model;

namespace Platform.Designer.Panel;

/// <summary>What the host knows and the panel offers: things to choose from, and previews that need the real calendar and organisation.</summary>
public sealed record PanelContext
{
    /// <summary>Nothing known.</summary>
    public static PanelContext Empty { get; } = new();

    /// <summary>Activities that a step can be.</summary>
    public IReadOnlyList<ActivityChoice> Activities { get; init; } = [];

    /// <summary>Names of posts, for suggestions.</summary>
    public IReadOnlyList<string> Posts { get; init; } = [];

    /// <summary>Roles that posts carry: the code and the posts that have it.</summary>
    public IReadOnlyList<ConditionChoice> Roles { get; init; } = [];

    /// <summary>Units whose posts can be meant: FEEL for each and its name.</summary>
    public IReadOnlyList<ConditionChoice> Units { get; init; } = [];

    /// <summary>Places in the texts of notices: name and an invented example.</summary>
    public IReadOnlyList<ConditionChoice> NoticePlaces { get; init; } = [];

    /// <summary>Address of the page where forms are made; null when there is none.</summary>
    public string? FormsAddress { get; init; }

    /// <summary>Names of form files in the process's folder.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>What people call a form, by the form's name.</summary>
    public Func<string, string> FormTitle { get; init; } = name => name;

    /// <summary>Letter templates of the process, by title.</summary>
    public IReadOnlyList<LetterChoice> Letters { get; init; } = [];

    /// <summary>Places in letters that are filled in by themselves: name and an invented example.</summary>
    public IReadOnlyList<ConditionChoice> LetterPlaces { get; init; } = [];

    /// <summary>Fields of a step's form that can take a letter, those for several lines first; key and label.</summary>
    public Func<UserTask, IReadOnlyList<ConditionChoice>> TextFieldsOf { get; init; } = _ => [];

    /// <summary>Address of the page where letters are made; null when there is none.</summary>
    public string? LettersAddress { get; init; }

    /// <summary>Address of the page that edits a letter, by the template's key; null when it cannot be edited.</summary>
    public Func<string, string?> LetterAddress { get; init; } = _ => null;

    /// <summary>Decisions that a rule step can ask.</summary>
    public IReadOnlyList<ConditionChoice> Decisions { get; init; } = [];

    /// <summary>Fields of all forms beside the process, each name once.</summary>
    public IReadOnlyList<ConditionVariable> Variables { get; init; } = [];

    /// <summary>What the platform knows of every case, for processes that handle cases.</summary>
    public IReadOnlyList<ConditionVariable> Facts { get; init; } = [];

    /// <summary>Fields of a form by the form's name, as conditions can ask about them; empty when it is not known.</summary>
    public Func<string, IReadOnlyList<ConditionVariable>> VariablesOf { get; init; } = _ => [];

    /// <summary>People whom a preview can take as the one who starts a case: the sample.</summary>
    public IReadOnlyList<ConditionChoice> Samples { get; init; } = [];

    /// <summary>Fields of a form by the form's name; empty when it is not known.</summary>
    public Func<string, IReadOnlyList<ConditionChoice>> FieldsOf { get; init; } = _ => [];

    /// <summary>Address of the page that edits a form, by the form's name; null when it cannot be edited.</summary>
    public Func<string, string?> FormAddress { get; init; } = _ => null;

    /// <summary>Who would get the task, in words, when the named sample (empty for none) starts the case; null when no preview can be given.</summary>
    public Func<ExtensionElement, string, string?>? WhoWould { get; init; }

    /// <summary>What would happen when, if the step began now and nobody did anything: warnings, the end, escalations; in words, in order.</summary>
    public Func<FlowElement, IReadOnlyList<string>> WhatWouldHappen { get; init; } = _ => [];

    /// <summary>When a deadline would end if the step began now, in words; null when no preview can be given.</summary>
    public Func<ExtensionElement, string?>? WhenWould { get; init; }

    /// <summary>The activity that a step is; null for a plain step or one that is not known.</summary>
    /// <param name="step">The step.</param>
    public ActivityChoice? ActivityOf(FlowElement step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return step.Extensions.Gov("activity") is { } type ? Activities.FirstOrDefault(a => a.Type == type) : null;
    }
}
