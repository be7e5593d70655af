using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.Kernel.Layout;

/// <summary>Collects shapes and edges in absolute pixels, from back to front, and makes the BPMN DI of them.</summary>
internal sealed class Drawing(DiagramIds ids)
{
    private const double Clearance = 5;

    private readonly List<DiagramNode> _shapes = [];
    private readonly List<DiagramNode> _edges = [];
    private readonly List<Box> _solid = [];
    private readonly Dictionary<string, Box> _places = new(StringComparer.Ordinal);

    /// <summary>Where a shape, or the middle of a flow, is; null when it is not drawn.</summary>
    public Box? PlaceOf(string id) => _places.TryGetValue(id, out var box) ? box : null;

    /// <summary>True when a level or upright stretch runs through no shape, apart from one and what that stands in.</summary>
    public bool IsClear(Box own, Spot from, Spot to)
    {
        var (left, right, top, bottom) = (Math.Min(from.X, to.X), Math.Max(from.X, to.X), Math.Min(from.Y, to.Y), Math.Max(from.Y, to.Y));
        return !_solid.Exists(s => right > s.X - Clearance && left < s.Right + Clearance && bottom > s.Y && top < s.Bottom && !s.Contains(own));
    }

    /// <summary>A pool or lane.</summary>
    public void Frame(string element, Box box)
    {
        _places[element] = box;
        _shapes.Add(new DiagramShape { Id = ids.For(element), BpmnElement = element, IsHorizontal = true, Bounds = Bounds(box) });
    }

    /// <summary>Everything of a container, moved to its place.</summary>
    public void Place(Arrangement arrangement, Spot at)
    {
        foreach (var (lane, box) in arrangement.Lanes)
        {
            Frame(lane.Id, box.Move(at.X, at.Y));
        }

        foreach (var node in arrangement.Nodes)
        {
            PlaceNode(node, at);
        }

        foreach (var (flow, points, label) in arrangement.Flows)
        {
            Line(flow.Id, [.. points.Select(p => p.Move(at.X, at.Y))], label?.Move(at.X, at.Y));
        }
    }

    /// <summary>Straight lines for associations and data, and frames for groups; everything they join must have its place.</summary>
    public void Join(ImmutableArray<FlowElement> elements, ImmutableArray<Artifact> artifacts)
    {
        foreach (var association in artifacts.OfType<Association>())
        {
            Straight(association.Id, association.SourceRef, association.TargetRef);
        }

        foreach (var element in elements)
        {
            JoinData(element);
            if (element is SubProcess sub)
            {
                Join(sub.FlowElements, sub.Artifacts);
            }
        }

        foreach (var group in artifacts.OfType<Group>())
        {
            Surround(group, elements);
        }
    }

    /// <summary>A line with the given corners.</summary>
    public void Line(string element, ImmutableArray<Spot> points, Box? label = null)
    {
        // What joins a line joins its middle.
        var (a, b) = (points[(points.Length - 1) / 2], points[points.Length / 2]);
        _places[element] = new((a.X + b.X) / 2, (a.Y + b.Y) / 2, 0, 0);
        _edges.Add(new DiagramEdge
        {
            Id = ids.For(element),
            BpmnElement = element,
            Waypoints = [.. points.Select(p => new Waypoint { X = p.X, Y = p.Y })],
            Label = label is { } box ? new() { Bounds = Bounds(box) } : null,
        });
    }

    public Diagram Build(string element) => new()
    {
        Id = ids.For($"{element}_diagram"),
        Plane = new() { Id = ids.For($"{element}_plane"), BpmnElement = element, Nodes = [.. _shapes, .. _edges] },
    };

    public void Shape(BaseElement element, Box box, Box? label = null, bool? isExpanded = null)
    {
        _places[element.Id] = box;
        _shapes.Add(new DiagramShape
        {
            Id = ids.For(element.Id),
            BpmnElement = element.Id,
            IsExpanded = isExpanded,
            IsMarkerVisible = element is ExclusiveGateway ? true : null,
            Bounds = Bounds(box),
            Label = label is { } place ? new() { Bounds = Bounds(place) } : null,
        });
    }

    private void PlaceNode(LayoutNode node, Spot at)
    {
        var box = new Box(node.X, node.Y, node.Width, node.Height).Move(at.X, at.Y);
        _solid.Add(box);
        Shape(node.Element, box, Label(node.Element, box), node.Element is SubProcess ? node.Inside is not null : null);
        if (node.Inside is { } inside)
        {
            Place(inside, new(box.X + ContainerLayout.Inset.X, box.Y + ContainerLayout.Inset.Y));
        }

        var labelWidth = Measure.BoundaryLabelWidth(node.Boundary.Length);
        foreach (var boundary in node.Boundary)
        {
            var middle = node.BoundaryX(boundary.Id) + at.X;
            var place = new Box(middle - (Measure.EventSize / 2), box.Bottom - (Measure.EventSize / 2), Measure.EventSize, Measure.EventSize);
            var label = new Box(middle + 4, place.Bottom, labelWidth, Measure.TextHeight(boundary.Name, labelWidth));
            Shape(boundary, place, string.IsNullOrWhiteSpace(boundary.Name) ? null : label);
        }
    }

    private static Box? Label(BaseElement element, Box box)
    {
        if (string.IsNullOrWhiteSpace(element.Name) || !Measure.HasLabel(element))
        {
            return null;
        }

        var (width, height) = (Measure.TextWidth(element.Name), Measure.TextHeight(element.Name));
        var y = element is Gateway ? box.Y - height - 2 : box.Bottom + 4;
        return new(Math.Round(box.Center.X - (width / 2)), y, width, height);
    }

    private void JoinData(FlowElement element)
    {
        var (inputs, outputs) = element switch
        {
            ActivityNode activity => (activity.DataInputAssociations, activity.DataOutputAssociations),
            CatchEvent waits => ([], waits.DataOutputAssociations),
            ThrowEvent causes => (causes.DataInputAssociations, []),
            _ => ([], []),
        };
        foreach (var input in inputs.Where(i => i.SourceRefs.Length > 0))
        {
            Straight(input.Id, input.SourceRefs[0], element.Id);
        }

        foreach (var output in outputs.Where(o => o.TargetRef is not null))
        {
            Straight(output.Id, element.Id, output.TargetRef!);
        }
    }

    /// <summary>A straight line between two shapes. One without id cannot be drawn: the drawing would have nothing to point at.</summary>
    private void Straight(string element, string source, string target)
    {
        if (element.Length > 0 && PlaceOf(source) is { } from && PlaceOf(target) is { } to && source != target)
        {
            Line(element, [Edge(from, to.Center), Edge(to, from.Center)]);
        }
    }

    /// <summary>The point where the way from the middle of a box to a point leaves the box.</summary>
    private static Spot Edge(Box box, Spot toward)
    {
        var (dx, dy) = (toward.X - box.Center.X, toward.Y - box.Center.Y);
        if (dx == 0 && dy == 0)
        {
            return box.Center;
        }

        var scale = Math.Min(dx == 0 ? double.MaxValue : box.Width / 2 / Math.Abs(dx), dy == 0 ? double.MaxValue : box.Height / 2 / Math.Abs(dy));
        return new(Math.Round(box.Center.X + (dx * scale)), Math.Round(box.Center.Y + (dy * scale)));
    }

    /// <summary>A group surrounds what has its category value; one that nothing belongs to has no place.</summary>
    private void Surround(Group group, ImmutableArray<FlowElement> elements)
    {
        var boxes = elements.Where(e => group.CategoryValueRef is { } value && e.CategoryValueRefs.Contains(value)).Select(e => PlaceOf(e.Id)).OfType<Box>().ToList();
        if (boxes.Count > 0)
        {
            var (left, top) = (boxes.Min(b => b.X) - 10, boxes.Min(b => b.Y) - 10);
            Shape(group, new(left, top, boxes.Max(b => b.Right) + 10 - left, boxes.Max(b => b.Bottom) + 10 - top));
        }
    }

    private static Bounds Bounds(Box box) => new() { X = box.X, Y = box.Y, Width = box.Width, Height = box.Height };
}
