using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.Kernel.Layout;

/// <summary>Arranges one process or sub-process: columns by flow, rows by lane and path, then the lines. Sub-processes are arranged first, from the inside out.</summary>
internal sealed class ContainerLayout
{
    private const double SubProcessPadding = 20;
    private const double SubProcessHeader = 26;

    private readonly ImmutableArray<FlowElement> _elements;
    private readonly ImmutableArray<Artifact> _artifacts;
    private readonly List<LayoutNode> _nodes = [];
    private readonly List<LayoutNode> _items = [];
    private readonly List<LayoutEdge> _edges = [];
    private readonly Dictionary<string, LayoutNode> _byId = new(StringComparer.Ordinal);
    private readonly LaneTree _lanes;

    private ContainerLayout(ImmutableArray<FlowElement> elements, ImmutableArray<Artifact> artifacts, ImmutableArray<LaneSet> laneSets)
    {
        (_elements, _artifacts) = (elements, artifacts);
        _lanes = new LaneTree(laneSets);
    }

    public static Arrangement Run(ImmutableArray<FlowElement> elements, ImmutableArray<Artifact> artifacts, ImmutableArray<LaneSet> laneSets) =>
        new ContainerLayout(elements, artifacts, laneSets).Run();

    private Arrangement Run()
    {
        AddNodes();
        AddEdges();
        Layering.Run(_nodes, _edges);

        // Parts that no flow joins need no common columns, unless lanes run through all of them.
        List<List<LayoutNode>> parts = _lanes.Count > 1 ? [[.. _nodes]] : ConnectedParts.Of(_nodes, _edges);
        var items = Items(parts);
        var flows = new List<RoutedFlow>();
        var (width, height) = (0.0, 0.0);
        List<(double Top, double Bottom)> bands = [];
        for (var i = 0; i < parts.Count; i++)
        {
            var (grid, routed) = Arrange(parts[i], items[i], height);
            flows.AddRange(routed);
            width = Math.Max(width, grid.Width);
            height += grid.Height;
            bands = grid.Lanes;
        }

        return new()
        {
            Width = width,
            Height = height,
            Nodes = [.. _nodes.Concat(_items).OrderBy(n => n.Order)],
            Flows = [.. flows],
            Lanes = _lanes.Bands(_lanes.Count > 1 ? bands : [(0, height)], width),
        };
    }

    /// <summary>Data and remarks of each part; those that belong to nothing go with the last.</summary>
    private List<List<(LayoutNode Item, LayoutNode? Near)>> Items(List<List<LayoutNode>> parts)
    {
        if (parts.Count == 0)
        {
            parts.Add([]);
        }

        var partOf = parts.SelectMany((part, i) => part.Select(n => (n, i))).ToDictionary(p => p.n, p => p.i);
        var items = parts.ConvertAll(_ => new List<(LayoutNode, LayoutNode?)>());
        foreach (var item in _items)
        {
            var near = Near(item);
            items[near is null ? parts.Count - 1 : partOf[near]].Add((item, near));
        }

        return items;
    }

    private (GridGeometry Grid, List<RoutedFlow> Flows) Arrange(List<LayoutNode> part, List<(LayoutNode Item, LayoutNode? Near)> items, double top)
    {
        var inside = part.ToHashSet();
        List<LayoutEdge> edges = [.. _edges.Where(e => inside.Contains(e.Source))];
        var placement = new RowPlacement(part, edges, _lanes.Count);
        placement.Run();
        foreach (var (item, near) in items)
        {
            placement.PlaceNear(item, near);
        }

        List<LayoutNode> all = [.. part, .. items.Select(i => i.Item)];
        var grid = new GridGeometry(all, CountRows(placement, all, edges));
        var router = new FlowRouter(grid, all, edges);
        var labels = edges.Where(e => e.Return is null && !string.IsNullOrWhiteSpace(e.Flow.Name)).GroupBy(e => e.Source.Layer).ToDictionary(g => g.Key, g => g.Max(e => Measure.TextWidth(e.Flow.Name)) + 10);
        grid.PlaceColumns(_lanes.HeaderWidth, c => router.Channels.GetValueOrDefault(c), c => labels.GetValueOrDefault(c));
        foreach (var node in all)
        {
            node.X = Math.Round(grid.ColumnCenter(node.Layer) - (node.Width / 2));
            node.Y = grid.RowCenter(node.Row) - (node.Height / 2);
        }

        List<RoutedFlow> flows = [.. edges.Select(e => Move(Route(e, router, grid), top))];
        foreach (var node in all)
        {
            node.Y += top;
        }

        return (grid, flows);
    }

    private static RoutedFlow Move(RoutedFlow flow, double down) =>
        down == 0 ? flow : flow with { Points = [.. flow.Points.Select(p => p.Move(0, down))], Label = flow.Label?.Move(0, down) };

    private void AddNodes()
    {
        var ids = _elements.OfType<FlowNode>().Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        var attached = _elements.OfType<BoundaryEvent>().Where(b => ids.Contains(b.AttachedToRef) && b.AttachedToRef != b.Id).ToLookup(b => b.AttachedToRef);
        var handlers = CompensationHandlers();
        foreach (var element in _elements)
        {
            var isItem = element is DataObjectReference or DataStoreReference || handlers.ContainsKey(element.Id);
            if (isItem || (element is FlowNode and not BoundaryEvent) || (element is BoundaryEvent lost && !attached[lost.AttachedToRef].Contains(lost)))
            {
                Add(element, [.. attached[element.Id]], isItem);
            }
        }

        foreach (var note in _artifacts.OfType<TextAnnotation>())
        {
            Add(note, [], isItem: true);
        }
    }

    private void Add(BaseElement element, ImmutableArray<BoundaryEvent> boundary, bool isItem)
    {
        var order = _nodes.Count + _items.Count;
        var node = element is SubProcess sub && !sub.FlowElements.IsEmpty
            ? Open(sub, boundary, order)
            : Closed(element, boundary, order);
        node.Lane = _lanes.IndexOf(element.Id);
        if (_byId.TryAdd(element.Id, node))
        {
            (isItem ? _items : _nodes).Add(node);
        }

        foreach (var attached in boundary)
        {
            _byId.TryAdd(attached.Id, node);
        }
    }

    private static LayoutNode Closed(BaseElement element, ImmutableArray<BoundaryEvent> boundary, int order)
    {
        var (width, height) = Measure.Size(element, boundary.Length);
        return new() { Element = element, Order = order, Width = width, Height = height, Boundary = boundary };
    }

    private static LayoutNode Open(SubProcess sub, ImmutableArray<BoundaryEvent> boundary, int order)
    {
        var inside = Run(sub.FlowElements, sub.Artifacts, sub.LaneSets);
        var (least, _) = Measure.Size(sub, boundary.Length);
        return new()
        {
            Element = sub,
            Order = order,
            Width = Measure.Even(Math.Max(least, inside.Width + SubProcessPadding)),
            Height = Measure.Even(inside.Height + SubProcessHeader),
            Inside = inside,
            Boundary = boundary,
        };
    }

    /// <summary>Upper left corner of what is inside a sub-process, from its own corner.</summary>
    public static Spot Inset { get; } = new(SubProcessPadding / 2, SubProcessHeader - 6);

    /// <summary>Handlers of compensation, by id, with the activity they belong to: no flow leads to them.</summary>
    private Dictionary<string, string> CompensationHandlers()
    {
        var hosts = _elements.OfType<BoundaryEvent>().ToLookup(b => b.Id, b => b.AttachedToRef);
        var handlers = _elements.OfType<ActivityNode>().Where(a => a.IsForCompensation).Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        return _artifacts.OfType<Association>()
            .Where(a => handlers.Contains(a.TargetRef) && hosts.Contains(a.SourceRef))
            .GroupBy(a => a.TargetRef).ToDictionary(g => g.Key, g => hosts[g.First().SourceRef].First(), StringComparer.Ordinal);
    }

    private void AddEdges()
    {
        var boundary = _elements.OfType<BoundaryEvent>().Select(b => b.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var flow in _elements.OfType<SequenceFlow>())
        {
            if (_byId.TryGetValue(flow.SourceRef, out var source) && _byId.TryGetValue(flow.TargetRef, out var target) && !_items.Contains(source) && !_items.Contains(target))
            {
                _edges.Add(new() { Flow = flow, Source = source, Target = target, BoundaryId = boundary.Contains(flow.SourceRef) && source.Id != flow.SourceRef ? flow.SourceRef : null });
            }
        }
    }

    /// <summary>What a piece of data or a remark belongs to: the first element that an association joins it with.</summary>
    private LayoutNode? Near(LayoutNode item)
    {
        var joined = _artifacts.OfType<Association>().Where(a => a.SourceRef == item.Id).Select(a => a.TargetRef)
            .Concat(_artifacts.OfType<Association>().Where(a => a.TargetRef == item.Id).Select(a => a.SourceRef))
            .Concat(_elements.OfType<ActivityNode>().Where(a => Reads(a, item.Id) || Writes(a, item.Id)).Select(a => a.Id))
            .Concat(_elements.OfType<CatchEvent>().Where(c => c.DataOutputAssociations.Any(d => d.TargetRef == item.Id)).Select(c => c.Id))
            .Concat(_elements.OfType<ThrowEvent>().Where(t => t.DataInputAssociations.Any(d => d.SourceRefs.Contains(item.Id))).Select(t => t.Id));
        return joined.Select(id => _byId.GetValueOrDefault(id)).FirstOrDefault(n => n is not null && n != item && _nodes.Contains(n));
    }

    private static bool Reads(ActivityNode activity, string id) => activity.DataInputAssociations.Any(a => a.SourceRefs.Contains(id));

    private static bool Writes(ActivityNode activity, string id) => activity.DataOutputAssociations.Any(a => a.TargetRef == id);

    /// <summary>Rows of each lane; from here on, rows count through the whole grid.</summary>
    private int[] CountRows(RowPlacement placement, List<LayoutNode> nodes, List<LayoutEdge> edges)
    {
        var counts = new int[_lanes.Count];
        var offsets = new int[_lanes.Count];
        var sum = 0;
        for (var lane = 0; lane < counts.Length; lane++)
        {
            counts[lane] = placement.RowCount(lane);
            offsets[lane] = sum - placement.FirstRow(lane);
            sum += counts[lane];
        }

        foreach (var node in nodes)
        {
            node.Row += offsets[node.Lane];
        }

        foreach (var passage in edges.SelectMany(e => e.Return is { } back ? e.Passages.Append(back) : e.Passages))
        {
            passage.Row += offsets[passage.Lane];
        }

        return counts;
    }

    private static RoutedFlow Route(LayoutEdge edge, FlowRouter router, GridGeometry grid)
    {
        var points = router.Route(edge);
        if (string.IsNullOrWhiteSpace(edge.Flow.Name))
        {
            return new(edge.Flow, points, null);
        }

        var (width, height) = (Measure.TextWidth(edge.Flow.Name), Measure.TextHeight(edge.Flow.Name));
        var spot = edge.Return is { } back
            ? new Spot(Math.Min(edge.Source.CenterX, edge.Target.CenterX) + 10, grid.RowCenter(back.Row) - height - 2)
            : new Spot(grid.ChannelRight(edge.Source.Layer) - width - 5, grid.RowCenter(edge.Passages.Count > 0 ? edge.Passages[0].Row : edge.Target.Row) - height - 2);
        return new(edge.Flow, points, new(spot.X, spot.Y, width, height));
    }
}
