using System.Globalization;
using Platform.Decisions.Drawing;
using Platform.Decisions.Dmn.Model;

namespace Platform.Designer.Deciding.Drawing;

/// <summary>The outlines of DMN's symbols (DMN 1.5 §6.2.1) as paths of SVG.</summary>
internal static class NodeShape
{
    private const double Corner = 14;

    /// <summary>What sort of symbol, as a word for styles and texts: Decision, Input, Function, Source or Service.</summary>
    internal static string Kind(DrgElement element) => element switch
    {
        Platform.Decisions.Dmn.Model.Decision => "Decision",
        InputData => "Input",
        BusinessKnowledgeModel => "Function",
        KnowledgeSource => "Source",
        _ => "Service",
    };

    /// <summary>The outline of an element.</summary>
    internal static string Path(DrawnNode node)
    {
        var f = node.Frame;
        var round = Math.Min(f.Height, f.Width) / 2;
        return node.Element switch
        {
            InputData => Text($"M{f.X + round} {f.Y}H{f.Right - round}A{round} {round} 0 0 1 {f.Right - round} {f.Bottom}H{f.X + round}A{round} {round} 0 0 1 {f.X + round} {f.Y}Z"),
            BusinessKnowledgeModel => Text($"M{f.X + Corner} {f.Y}H{f.Right}V{f.Bottom - Corner}L{f.Right - Corner} {f.Bottom}H{f.X}V{f.Y + Corner}Z"),
            KnowledgeSource => Text($"M{f.X} {f.Y}H{f.Right}V{f.Bottom - 6}Q{f.X + (f.Width * 0.75)} {f.Bottom - 18} {f.X + (f.Width / 2)} {f.Bottom - 6}T{f.X} {f.Bottom - 6}Z"),
            _ => Text($"M{f.X} {f.Y}H{f.Right}V{f.Bottom}H{f.X}Z"),
        };
    }

    /// <summary>A requirement's line.</summary>
    internal static string Path(DrawnEdge edge) => string.Concat(edge.Points.Select((point, i) => Text($"{(i == 0 ? "M" : "L")}{point.X} {point.Y}")));

    /// <summary>The lines of an element's name, each with the place of its middle.</summary>
    internal static IEnumerable<(string Line, string X, string Y)> Name(DrawnNode node)
    {
        const double lineHeight = 20;
        var room = Math.Max(1, (int)((node.Frame.Height - 4) / lineHeight));
        var lines = NameLines.Of(Title(node.Element), node.Frame.Width - 28, room);
        var first = node.Frame.CenterY - ((lines.Length - 1) * lineHeight / 2);
        return lines.Select((line, i) => (line, Text($"{node.Frame.Center.X}"), Text($"{first + (i * lineHeight)}")));
    }

    /// <summary>What people call an element.</summary>
    internal static string Title(DrgElement element) => element.Label is { Length: > 0 } label ? label : element.Name;

    /// <summary>Numbers as SVG wants them.</summary>
    internal static string Text(FormattableString text) => string.Format(CultureInfo.InvariantCulture, text.Format, [.. text.GetArguments().Select(a => a is double number ? Math.Round(number, 1) : a)]);
}
