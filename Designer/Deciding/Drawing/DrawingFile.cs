using System.Xml.Linq;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Drawing;

namespace Platform.Designer.Deciding.Drawing;

/// <summary>The drawing of a model's requirements as a picture that stands alone, for letters and papers.</summary>
public static class DrawingFile
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The picture as SVG, without scripts, styles or links.</summary>
    /// <param name="model">The model.</param>
    public static string Write(DecisionModel model)
    {
        DecisionDrawing drawing = DecisionDrawing.Of(model);
        DrawnFrame frame = drawing.Frame;
        XElement root = new(
            Svg + "svg",
            new XAttribute("viewBox", NodeShape.Text($"{frame.X} {frame.Y} {frame.Width} {frame.Height}")),
            new XAttribute("width", NodeShape.Text($"{frame.Width}")),
            new XAttribute("height", NodeShape.Text($"{frame.Height}")),
            new XAttribute("font-family", "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"),
            new XAttribute("font-size", NameLines.Letter),
            new XElement(Svg + "title", model.Name),
            Marks(),
            drawing.Edges.Select(Line),
            drawing.Nodes.OrderBy(node => node.Element is not DecisionService).Select(Node));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static XElement Marks() => new(
        Svg + "defs",
        Mark("filled", 9, new XElement(Svg + "path", new XAttribute("d", "M0 0L10 5L0 10Z"), new XAttribute("fill", "#54606e"))),
        Mark("open", 9, new XElement(Svg + "path", new XAttribute("d", "M0 0L10 5L0 10"), new XAttribute("fill", "none"), new XAttribute("stroke", "#54606e"))),
        Mark("circle", 5, new XElement(Svg + "circle", new XAttribute("cx", 5), new XAttribute("cy", 5), new XAttribute("r", 4), new XAttribute("fill", "#54606e"))));

    private static XElement Mark(string id, int at, XElement shape) => new(
        Svg + "marker",
        new XAttribute("id", id), new XAttribute("viewBox", "0 0 10 10"), new XAttribute("refX", at), new XAttribute("refY", 5), new XAttribute("markerWidth", 8), new XAttribute("markerHeight", 8), new XAttribute("orient", "auto"),
        shape);

    private static XElement Line(DrawnEdge edge) => new(
        Svg + "path",
        new XAttribute("d", NodeShape.Path(edge)), new XAttribute("fill", "none"), new XAttribute("stroke", "#54606e"),
        edge.Kind == DrawnEdgeKind.Information ? null : new XAttribute("stroke-dasharray", "6 4"),
        new XAttribute("marker-end", edge.Kind switch { DrawnEdgeKind.Information => "url(#filled)", DrawnEdgeKind.Knowledge => "url(#open)", _ => "url(#circle)" }));

    private static XElement Node(DrawnNode node) => new(
        Svg + "g",
        new XElement(Svg + "title", NodeShape.Title(node.Element)),
        new XElement(Svg + "path", new XAttribute("d", NodeShape.Path(node)), new XAttribute("fill", node.Element is DecisionService ? "none" : "#ffffff"), new XAttribute("stroke", "#1f2933"), new XAttribute("stroke-width", node.Element is Platform.Decisions.Dmn.Model.Decision ? 1.5 : 1)),
        NodeShape.Name(node).Select(line => new XElement(Svg + "text", new XAttribute("x", line.X), new XAttribute("y", line.Y), new XAttribute("text-anchor", "middle"), new XAttribute("dominant-baseline", "central"), line.Line)));
}
