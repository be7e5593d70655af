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

    /// <summary>Names of form files in the process's folder.</summary>
    public IReadOnlyList<string> Forms { get; init; } = [];

    /// <summary>Names of decisions that a rule step can ask.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];

    /// <summary>What conditions can ask about.</summary>
    public IReadOnlyList<ConditionVariable> Variables { get; init; } = [];

    /// <summary>Who would get the task, in words, for the sample of the page; null when no preview can be given.</summary>
    public Func<ExtensionElement, string?>? WhoWould { get; init; }

    /// <summary>When a deadline would end if the step began now, in words; null when no preview can be given.</summary>
    public Func<ExtensionElement, string?>? WhenWould { get; init; }
}
