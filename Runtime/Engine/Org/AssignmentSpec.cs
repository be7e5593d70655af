using Platform.Decisions.Feel;
using Platform.Kernel.Graph;
using Platform.Kernel.Model;

namespace Platform.Runtime.Org;

/// <summary>Who may act on a user task, as the process states it: <c>gov:assignment</c>. Parsed once, immutable.</summary>
public sealed record AssignmentSpec
{
    /// <summary>FEEL for one person (id or sign-in code), or null.</summary>
    public FeelExpression? Assignee { get; init; }

    /// <summary>FEEL for a person or a list of people, or null.</summary>
    public FeelExpression? Candidates { get; init; }

    /// <summary>Name of a post, alone or after the unit's name (联系办主任), or FEEL that gives it; null for none.</summary>
    public FeelText? Post { get; init; }

    /// <summary>Role of a post; null for none.</summary>
    public string? Role { get; init; }

    /// <summary>FEEL for the unit (id, code or name) whose posts are meant; null for any.</summary>
    public FeelExpression? Unit { get; init; }

    /// <summary>
    /// A relation: where to begin (<c>starter</c>, <c>previous</c> for the handler of the step before, <c>owner-unit</c>, or a variable in kebab case such as
    /// <c>handler-unit</c>), then hops separated by dots: <c>leader</c>, <c>unit</c>, <c>parent</c>, <c>members</c>.
    /// </summary>
    public string? Relation { get; init; }

    /// <summary>Whether deputies step in when the person meant is recused or the post is vacant.</summary>
    public bool Deputy { get; init; }

    /// <summary>Whether the task must be signed for (签收) even when only one person may act.</summary>
    public bool MustClaim { get; init; }

    /// <summary>Reads one <c>gov:assignment</c>.</summary>
    /// <param name="element">The element.</param>
    /// <param name="problems">Receives a Chinese sentence for everything that cannot be understood.</param>
    public static AssignmentSpec Read(ExtensionElement element, ICollection<string> problems) => new()
    {
        Assignee = Feel(element, "assignee", problems),
        Candidates = Feel(element, "candidates", problems),
        Post = Feel(element, "postFrom", problems) is { } postFrom ? FeelText.Computed(postFrom) : Text(element, "post", problems),
        Role = element.Attribute("role"),
        Unit = Feel(element, "unit", problems),
        Relation = element.Attribute("relation"),
        Deputy = element.Attribute("deputy") == "true",
        MustClaim = element.Attribute("claim") == "true",
    };

    /// <summary>Text as it stands, or FEEL after an equals sign.</summary>
    private static FeelText? Text(ExtensionElement element, string name, ICollection<string> problems) => element.Attribute(name) switch
    {
        null or "" => null,
        ['=', .. var feel] => Parse(feel, problems) is { } expression ? FeelText.Computed(expression) : null,
        var text => FeelText.Constant(text),
    };

    private static FeelExpression? Feel(ExtensionElement element, string name, ICollection<string> problems) =>
        element.Attribute(name) is { Length: > 0 } text ? Parse(text, problems) : null;

    private static FeelExpression? Parse(string text, ICollection<string> problems)
    {
        var parsed = FeelExpression.Parse(text);
        if (!parsed.IsValid)
        {
            problems.Add($"办理人设置中的表达式“{text}”无法理解：{parsed.Errors[0].Chinese}");
        }

        return parsed.Expression;
    }
}
