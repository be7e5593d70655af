using System.Collections.Immutable;
using Platform.Decisions.Dmn.Model;

namespace Platform.Decisions.Drawing;

/// <summary>
/// The drawing of a model's requirements (DMN 1.5 §6.2, §13.3): as other programs drew it, completed where something has no place yet. The same
/// model is always drawn the same. Coordinates are pixels, to the right and downwards.
/// </summary>
/// <param name="Nodes">Inputs, decisions, functions and knowledge sources that have an id, and services that the file draws; in the order of the file.</param>
/// <param name="Edges">What needs what; each leads from what is needed to what needs it.</param>
public sealed record DecisionDrawing(ImmutableArray<DrawnNode> Nodes, ImmutableArray<DrawnEdge> Edges)
{
    /// <summary>Most elements of a model that is drawn. A picture of more helps nobody.</summary>
    public const int MaxElements = 1_000;

    /// <summary>The smallest frame around everything, with a margin; empty at the origin when there is nothing.</summary>
    public DrawnFrame Frame
    {
        get
        {
            const double margin = 16;
            var points = Nodes.SelectMany(n => new[] { new DrawnPoint(n.Frame.X, n.Frame.Y), new DrawnPoint(n.Frame.Right, n.Frame.Bottom) }).Concat(Edges.SelectMany(e => e.Points)).ToList();
            return points.Count == 0
                ? new DrawnFrame(0, 0, 0, 0)
                : new DrawnFrame(
                    points.Min(p => p.X) - margin, points.Min(p => p.Y) - margin,
                    points.Max(p => p.X) - points.Min(p => p.X) + (2 * margin), points.Max(p => p.Y) - points.Min(p => p.Y) + (2 * margin));
        }
    }

    /// <summary>Draws a model; one with more than <see cref="MaxElements"/> elements is not drawn.</summary>
    /// <param name="model">The model.</param>
    public static DecisionDrawing Of(DecisionModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Elements.Count > MaxElements)
        {
            return new DecisionDrawing([], []);
        }

        var needs = Need.Of(model);
        var drawn = DrawingXml.Read(model);
        var places = DrawingLayout.Complete(model, needs, drawn.Places);
        return new DecisionDrawing(
            [.. model.Elements.Where(e => e.Id is not null && places.ContainsKey(e.Id)).Select(e => new DrawnNode(e, places[e.Id!].Frame))],
            [.. needs.Where(n => places.ContainsKey(n.From) && places.ContainsKey(n.To)).Select(n => Edge(n, drawn, places))]);
    }

    private static DrawnEdge Edge(Need need, DrawnFile drawn, IReadOnlyDictionary<string, Place> places)
    {
        if (need.Id is not null && drawn.Ways.TryGetValue(need.Id, out var way) && way.Length > 1)
        {
            return new DrawnEdge(need.Id, need.From, need.To, need.Kind, way);
        }

        var (from, to) = (places[need.From], places[need.To]);
        ImmutableArray<DrawnPoint> points = to.Ways.TryGetValue(need.From, out var laid)
            ? [new DrawnPoint(from.Frame.Right, from.Frame.CenterY), .. laid, new DrawnPoint(to.Frame.X, to.Frame.CenterY)]
            : [from.Frame.Border(to.Frame.Center), to.Frame.Border(from.Frame.Center)];
        return new DrawnEdge(need.Id, need.From, need.To, need.Kind, points);
    }
}

/// <summary>An element on the drawing.</summary>
/// <param name="Element">The element.</param>
/// <param name="Frame">Where it stands.</param>
public sealed record DrawnNode(DrgElement Element, DrawnFrame Frame);

/// <summary>A requirement on the drawing.</summary>
/// <param name="Id">Id of the requirement; null when the file gives none.</param>
/// <param name="From">Id of what is needed.</param>
/// <param name="To">Id of what needs it.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Points">Its bends and both ends, at least two.</param>
public sealed record DrawnEdge(string? Id, string From, string To, DrawnEdgeKind Kind, ImmutableArray<DrawnPoint> Points);

/// <summary>How a requirement is drawn (DMN 1.5 §6.2.2).</summary>
public enum DrawnEdgeKind
{
    /// <summary>An unbroken line with a filled arrow.</summary>
    Information,

    /// <summary>A broken line with an open arrow.</summary>
    Knowledge,

    /// <summary>A broken line with a filled circle.</summary>
    Authority,
}

/// <summary>A point.</summary>
/// <param name="X">From the left.</param>
/// <param name="Y">From the top.</param>
public readonly record struct DrawnPoint(double X, double Y);

/// <summary>A rectangle.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
public readonly record struct DrawnFrame(double X, double Y, double Width, double Height)
{
    /// <summary>Right edge.</summary>
    public double Right => X + Width;

    /// <summary>Lower edge.</summary>
    public double Bottom => Y + Height;

    /// <summary>Halfway down.</summary>
    public double CenterY => Y + (Height / 2);

    /// <summary>The middle.</summary>
    public DrawnPoint Center => new(X + (Width / 2), CenterY);

    /// <summary>Where a line from the middle towards a point leaves the rectangle.</summary>
    /// <param name="towards">The point.</param>
    public DrawnPoint Border(DrawnPoint towards)
    {
        var (dx, dy) = (towards.X - Center.X, towards.Y - Center.Y);
        var scale = Math.Max(Width > 0 ? Math.Abs(dx) / (Width / 2) : 0, Height > 0 ? Math.Abs(dy) / (Height / 2) : 0);
        return scale == 0 ? Center : new DrawnPoint(Center.X + (dx / scale), Center.Y + (dy / scale));
    }
}
