using System.Xml.Linq;
using Platform.Decisions.Dmn.Model;

namespace Platform.Decisions.Drawing;

/// <summary>One requirement of a model, with both ends in it.</summary>
/// <param name="Id">Id of the requirement; null when the file gives none.</param>
/// <param name="From">Id of what is needed.</param>
/// <param name="To">Id of what needs it.</param>
/// <param name="Kind">How it is drawn.</param>
internal sealed record Need(string? Id, string From, string To, DrawnEdgeKind Kind)
{
    /// <summary>Every requirement whose ends are both elements of the model with an id; others point into imports or nowhere.</summary>
    public static IReadOnlyList<Need> Of(DecisionModel model)
    {
        var known = model.Elements.Select(e => e.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. model.Elements.Where(e => e.Id is not null).SelectMany(Of).Where(n => known.Contains(n.From) && n.From != n.To).DistinctBy(n => (n.From, n.To, n.Kind))];
    }

    private static IEnumerable<Need> Of(DrgElement element)
    {
        var (information, knowledge) = element switch
        {
            Decision decision => (decision.InformationRequirements, decision.KnowledgeRequirements),
            BusinessKnowledgeModel function => ((IReadOnlyList<Requirement>)[], function.KnowledgeRequirements),
            _ => ((IReadOnlyList<Requirement>)[], (IReadOnlyList<Requirement>)[]),
        };
        return information.Select(r => new Need(r.Id, Target(r.Href), element.Id!, DrawnEdgeKind.Information))
            .Concat(knowledge.Select(r => new Need(r.Id, Target(r.Href), element.Id!, DrawnEdgeKind.Knowledge)))
            .Concat(element.AuthorityRequirements.Select(fragment => XElement.Parse(fragment.Xml)).SelectMany(required => required.Elements().Attributes("href")
                .Select(href => new Need(required.Attribute("id")?.Value, Target(href.Value), element.Id!, DrawnEdgeKind.Authority))));
    }

    private static string Target(string href) => href.StartsWith('#') ? href[1..] : href;
}
