using System.Collections.Immutable;
using Platform.Decisions.Dmn.Model;

namespace Platform.Designer.Deciding;

/// <summary>Which decisions and functions a file holds, and what each of them needs (DMN 1.5 §6).</summary>
/// <param name="Parts">The decisions and functions in the order of the file.</param>
/// <param name="Inputs">Names of the values that come from outside.</param>
public sealed record DecisionOutline(ImmutableArray<OutlinePart> Parts, ImmutableArray<string> Inputs)
{
    /// <summary>Reads a model.</summary>
    /// <param name="model">The model.</param>
    public static DecisionOutline Of(DecisionModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new DecisionOutline(
            [.. model.Elements.Where(e => e is Decision or BusinessKnowledgeModel).Select(e => Part(e, model))],
            [.. model.Elements.OfType<InputData>().Select(Title)]);
    }

    private static OutlinePart Part(DrgElement element, DecisionModel model)
    {
        (BoxedExpression? logic, IEnumerable<Requirement> needs) = element switch
        {
            Decision decision => (decision.Logic, decision.InformationRequirements.Concat(decision.KnowledgeRequirements)),
            BusinessKnowledgeModel function => (function.Logic, function.KnowledgeRequirements),
            _ => (null, []),
        };
        return new OutlinePart(
            element.Id ?? element.Name,
            Title(element),
            element is BusinessKnowledgeModel ? LogicForm.Function : LogicForms.Of(logic),
            [.. needs.Select(need => model.Elements.FirstOrDefault(e => "#" + e.Id == need.Href) is { } found ? Title(found) : need.Href)]);
    }

    private static string Title(DrgElement element) => element.Label is { Length: > 0 } label ? label : element.Name;
}

/// <summary>A decision or function of a file.</summary>
/// <param name="Key">Its id, or its name when it has none.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Needs">What it needs, in words.</param>
public sealed record OutlinePart(string Key, string Name, LogicForm Form, ImmutableArray<string> Needs);
