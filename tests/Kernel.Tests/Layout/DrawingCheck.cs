using Platform.Kernel.Model;

namespace Platform.Kernel.Tests.Layout;

/// <summary>Says what is wrong with a drawing: overlaps, lines through shapes, slanted flows, missing shapes, things outside their frame.</summary>
internal sealed class DrawingCheck
{
    private readonly Dictionary<string, Bounds> _shapes = [];
    private readonly Dictionary<string, DiagramEdge> _edges = [];
    private readonly List<string> _faults = [];

    private DrawingCheck(Definitions definitions)
    {
        foreach (var node in definitions.Diagrams.SelectMany(d => d.Plane!.Nodes))
        {
            if (node is DiagramShape shape)
            {
                _shapes.Add(shape.BpmnElement!, shape.Bounds!);
            }
            else if (node is DiagramEdge edge)
            {
                _edges.Add(edge.BpmnElement!, edge);
            }
        }

        var pools = definitions.Collaborations.SelectMany(c => c.Participants).Where(p => p.ProcessRef is not null).ToLookup(p => p.ProcessRef!);
        foreach (var process in definitions.Processes)
        {
            var frame = pools[process.Id].Select(p => Shape(p.Id)).FirstOrDefault();
            Container(process.FlowElements, frame);
            Lanes(process.LaneSets, frame);
        }
    }

    internal static IReadOnlyList<string> Faults(Definitions definitions) => new DrawingCheck(definitions)._faults;

    private Bounds? Shape(string id)
    {
        if (_shapes.TryGetValue(id, out var bounds))
        {
            return bounds;
        }

        _faults.Add($"{id} is not drawn");
        return null;
    }

    private void Container(IReadOnlyList<FlowElement> elements, Bounds? frame)
    {
        var nodes = elements.Where(e => e is FlowNode or DataObjectReference or DataStoreReference).Select(e => (Element: e, Box: Shape(e.Id)!)).ToList();
        var solid = nodes.Where(n => n.Element is not BoundaryEvent).ToList();
        for (var i = 0; i < solid.Count; i++)
        {
            for (var j = i + 1; j < solid.Count; j++)
            {
                if (Overlaps(solid[i].Box, solid[j].Box))
                {
                    _faults.Add($"{solid[i].Element.Id} overlaps {solid[j].Element.Id}");
                }
            }
        }

        foreach (var (element, box) in nodes)
        {
            if (frame is not null && !Contains(frame, box))
            {
                _faults.Add($"{element.Id} lies outside its frame");
            }

            if (element is SubProcess sub)
            {
                Container(sub.FlowElements, box);
            }
        }

        var flows = elements.OfType<SequenceFlow>().ToList();
        foreach (var flow in flows)
        {
            Flow(flow, elements, solid, frame);
        }

        Apart(flows);
    }

    /// <summary>Lines may share a stretch only when they share an end.</summary>
    private void Apart(List<SequenceFlow> flows)
    {
        for (var i = 0; i < flows.Count; i++)
        {
            for (var j = i + 1; j < flows.Count; j++)
            {
                var (a, b) = (flows[i], flows[j]);
                if (a.SourceRef != b.SourceRef && a.TargetRef != b.TargetRef && Stretches(a.Id).Any(s => Stretches(b.Id).Any(t => Shared(s, t) > 1)))
                {
                    _faults.Add($"{a.Id} lies on {b.Id}");
                }
            }
        }
    }

    private IEnumerable<(Waypoint A, Waypoint B)> Stretches(string id) =>
        _edges.TryGetValue(id, out var edge) ? edge.Waypoints.Zip(edge.Waypoints.Skip(1)) : [];

    private static double Shared((Waypoint A, Waypoint B) s, (Waypoint A, Waypoint B) t)
    {
        var isUpright = s.A.X.Equals(s.B.X) && t.A.X.Equals(t.B.X) && s.A.X.Equals(t.A.X);
        var isLevel = s.A.Y.Equals(s.B.Y) && t.A.Y.Equals(t.B.Y) && s.A.Y.Equals(t.A.Y);
        return isUpright ? Common(s.A.Y, s.B.Y, t.A.Y, t.B.Y) : isLevel ? Common(s.A.X, s.B.X, t.A.X, t.B.X) : 0;
    }

    private static double Common(double a, double b, double c, double d) => Math.Min(Math.Max(a, b), Math.Max(c, d)) - Math.Max(Math.Min(a, b), Math.Min(c, d));

    private void Flow(SequenceFlow flow, IReadOnlyList<FlowElement> elements, List<(FlowElement Element, Bounds Box)> solid, Bounds? frame)
    {
        if (!_edges.TryGetValue(flow.Id, out var edge))
        {
            _faults.Add($"{flow.Id} is not drawn");
            return;
        }

        var points = edge.Waypoints;
        if (!OnBorder(_shapes[flow.SourceRef], points[0]) || !OnBorder(_shapes[flow.TargetRef], points[^1]))
        {
            _faults.Add($"{flow.Id} does not begin or end at its shapes");
        }

        var host = elements.OfType<BoundaryEvent>().FirstOrDefault(b => b.Id == flow.SourceRef)?.AttachedToRef;
        for (var i = 1; i < points.Length; i++)
        {
            var (a, b) = (points[i - 1], points[i]);
            if (!a.X.Equals(b.X) && !a.Y.Equals(b.Y))
            {
                _faults.Add($"{flow.Id} is slanted");
            }

            foreach (var (element, box) in solid)
            {
                var isOwn = element.Id == flow.SourceRef || element.Id == flow.TargetRef || element.Id == host;
                if (Crosses(box, a, b, isOwn ? 1 : 0))
                {
                    _faults.Add($"{flow.Id} runs through {element.Id}");
                }
            }

            if (frame is not null && !(Inside(frame, a) && Inside(frame, b)))
            {
                _faults.Add($"{flow.Id} leaves its frame");
            }
        }
    }

    private void Lanes(IReadOnlyList<LaneSet> sets, Bounds? frame)
    {
        foreach (var lane in sets.SelectMany(s => s.Lanes))
        {
            var box = Shape(lane.Id)!;
            if (frame is not null && !Contains(frame, box))
            {
                _faults.Add($"lane {lane.Id} lies outside its frame");
            }

            foreach (var id in lane.FlowNodeRefs.Where(id => _shapes.ContainsKey(id)))
            {
                if (!Contains(box, _shapes[id]))
                {
                    _faults.Add($"{id} lies outside its lane {lane.Id}");
                }
            }

            if (lane.ChildLaneSet is { } children)
            {
                Lanes([children], box);
            }
        }
    }

    private static bool Overlaps(Bounds a, Bounds b) =>
        a.X < b.X + b.Width && b.X < a.X + a.Width && a.Y < b.Y + b.Height && b.Y < a.Y + a.Height;

    private static bool Contains(Bounds outer, Bounds inner) =>
        outer.X <= inner.X && outer.Y <= inner.Y && inner.X + inner.Width <= outer.X + outer.Width && inner.Y + inner.Height <= outer.Y + outer.Height;

    private static bool Inside(Bounds box, Waypoint p) => p.X >= box.X && p.X <= box.X + box.Width && p.Y >= box.Y && p.Y <= box.Y + box.Height;

    private static bool OnBorder(Bounds box, Waypoint p) =>
        Inside(box, p) && (p.X.Equals(box.X) || p.X.Equals(box.X + box.Width) || p.Y.Equals(box.Y) || p.Y.Equals(box.Y + box.Height));

    /// <summary>A line may touch the border of its own shapes, but not run inside them.</summary>
    private static bool Crosses(Bounds box, Waypoint a, Waypoint b, double slack) =>
        Math.Max(a.X, b.X) > box.X + slack && Math.Min(a.X, b.X) < box.X + box.Width - slack
        && Math.Max(a.Y, b.Y) > box.Y + slack && Math.Min(a.Y, b.Y) < box.Y + box.Height - slack;
}
