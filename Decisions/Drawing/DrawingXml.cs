using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Dmn.Xml;

namespace Platform.Decisions.Drawing;

/// <summary>Reads and completes the drawing that a file carries (DMNDI, DMN 1.5 §13.3).</summary>
public static class DrawingXml
{
    private static readonly XNamespace Di = DmnNames.Diagram;
    private static readonly XNamespace Common = "http://www.omg.org/spec/DMN/20180521/DC/";
    private static readonly XNamespace Lines = "http://www.omg.org/spec/DMN/20180521/DI/";

    /// <summary>
    /// The model with a drawing of everything that has an id, for other programs. What is drawn already stays word for word, what is drawn of
    /// elements that are gone is taken out, and requirements without an id get one.
    /// </summary>
    /// <param name="model">The model.</param>
    public static DecisionModel WithDrawing(DecisionModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var named = model with { Elements = [.. model.Elements.Select(Named)] };
        var root = named.Diagrams is { } own ? XmlWriting.Parsed(own) : new XElement(Di + "DMNDI");
        var diagram = root.Element(Di + "DMNDiagram");
        if (diagram is null)
        {
            root.Add(diagram = new XElement(Di + "DMNDiagram", new XAttribute("id", "diagram-1")));
        }

        Forget(root, named);
        var shown = root.Descendants().Attributes("dmnElementRef").Select(a => a.Value).ToHashSet(StringComparer.Ordinal);
        var drawing = DecisionDrawing.Of(named);
        foreach (var node in drawing.Nodes.Where(n => !shown.Contains(n.Element.Id!)))
        {
            diagram.Add(Shape(node));
        }

        foreach (var edge in drawing.Edges.Where(e => e.Id is not null && !shown.Contains(e.Id)))
        {
            diagram.Add(new XElement(Di + "DMNEdge", new XAttribute("id", "edge-" + edge.Id), new XAttribute("dmnElementRef", edge.Id!), edge.Points.Select(Waypoint)));
        }

        return named with { Diagrams = diagram.HasElements ? XmlReading.Fragment(root) : null };
    }

    /// <summary>What the first diagram of a file places; nothing when there is none, or none that can be read.</summary>
    internal static DrawnFile Read(DecisionModel model)
    {
        var diagram = model.Diagrams is { } own ? XmlWriting.Parsed(own).Element(Di + "DMNDiagram") : null;
        var places = new Dictionary<string, DrawnFrame>(StringComparer.Ordinal);
        var ways = new Dictionary<string, ImmutableArray<DrawnPoint>>(StringComparer.Ordinal);
        var known = model.Elements.Select(e => e.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var element in diagram?.Elements() ?? [])
        {
            var of = element.Attribute("dmnElementRef")?.Value;
            if (of is not null && element.Name == Di + "DMNShape" && known.Contains(of) && element.Elements().FirstOrDefault(e => e.Name.LocalName == "Bounds") is { } bounds
                && Number(bounds, "x") is { } x && Number(bounds, "y") is { } y && Number(bounds, "width") is > 0 and { } width && Number(bounds, "height") is > 0 and { } height)
            {
                places.TryAdd(of, new DrawnFrame(x, y, width, height));
            }
            else if (of is not null && element.Name == Di + "DMNEdge")
            {
                ways.TryAdd(of, [.. element.Elements().Where(e => e.Name.LocalName == "waypoint").Select(e => new DrawnPoint(Number(e, "x") ?? 0, Number(e, "y") ?? 0))]);
            }
        }

        return new DrawnFile(places, ways);
    }

    private static DrgElement Named(DrgElement element) => element switch
    {
        Decision decision => decision with { InformationRequirements = Named(decision.InformationRequirements, decision.Id), KnowledgeRequirements = Named(decision.KnowledgeRequirements, decision.Id) },
        BusinessKnowledgeModel function => function with { KnowledgeRequirements = Named(function.KnowledgeRequirements, function.Id) },
        _ => element,
    };

    private static IReadOnlyList<Requirement> Named(IReadOnlyList<Requirement> requirements, string? of) => of is null || requirements.All(r => r.Id is not null)
        ? requirements
        : [.. requirements.Select(r => r.Id is null && r.Href.StartsWith('#') ? r with { Id = $"{of}-needs-{r.Href[1..]}" } : r)];

    // A shape of something that is not in the file makes other programs complain. Names with a prefix belong to imports.
    private static void Forget(XElement root, DecisionModel model)
    {
        var ids = XElement.Parse(DmnWriter.Write(model with { Diagrams = null })).DescendantsAndSelf().Attributes("id").Select(a => a.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var drawn in root.Elements(Di + "DMNDiagram").Elements()
            .Where(e => e.Attribute("dmnElementRef")?.Value is { } of && !of.Contains(':', StringComparison.Ordinal) && !ids.Contains(of)).ToList())
        {
            drawn.Remove();
        }
    }

    private static XElement Shape(DrawnNode node) => new(
        Di + "DMNShape",
        new XAttribute("id", "shape-" + node.Element.Id),
        new XAttribute("dmnElementRef", node.Element.Id!),
        new XElement(
            Common + "Bounds",
            new XAttribute("x", Text(node.Frame.X)), new XAttribute("y", Text(node.Frame.Y)), new XAttribute("width", Text(node.Frame.Width)), new XAttribute("height", Text(node.Frame.Height))));

    private static XElement Waypoint(DrawnPoint point) => new(Lines + "waypoint", new XAttribute("x", Text(point.X)), new XAttribute("y", Text(point.Y)));

    private static string Text(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);

    private static double? Number(XElement element, string name) =>
        double.TryParse(element.Attribute(name)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}

/// <summary>What a file places.</summary>
/// <param name="Places">Rectangles by id of the element.</param>
/// <param name="Ways">Points by id of the requirement.</param>
internal sealed record DrawnFile(IReadOnlyDictionary<string, DrawnFrame> Places, IReadOnlyDictionary<string, ImmutableArray<DrawnPoint>> Ways);
