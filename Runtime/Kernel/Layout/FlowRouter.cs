using System.Collections.Immutable;

namespace Platform.Kernel.Layout;

/// <summary>Draws sequence flows with right angles: along rows, which belong to one line only, and up and down between columns.</summary>
internal sealed class FlowRouter
{
    private readonly GridGeometry _grid;
    private readonly IReadOnlyList<LayoutNode> _nodes;
    private readonly UprightEnds _upright;
    private readonly HashSet<LayoutNode> _enteredBack;
    private readonly Dictionary<LayoutEdge, List<Vertical>> _verticals = [];

    public FlowRouter(GridGeometry grid, IReadOnlyList<LayoutNode> nodes, IReadOnlyList<LayoutEdge> edges)
    {
        (_grid, _nodes, _upright) = (grid, nodes, new(nodes, edges));
        _enteredBack = [.. edges.Where(e => e.Return is not null).Select(e => e.Target)];
        foreach (var edge in edges.Where(e => e.Source != e.Target))
        {
            _verticals[edge] = edge.Return is null ? Forward(edge) : RunsBelow(edge) ? [] : Backward(edge);
        }

        Channels = _verticals.Values.SelectMany(v => v).GroupBy(v => v.Channel).ToDictionary(g => g.Key, g => ChannelTracks.Assign([.. g]));
    }

    /// <summary>How many tracks each channel needs.</summary>
    public IReadOnlyDictionary<int, int> Channels { get; }

    /// <summary>The corners of a flow, once columns are placed.</summary>
    public ImmutableArray<Spot> Route(LayoutEdge edge)
    {
        var points = new List<Spot>();
        if (edge.Source == edge.Target)
        {
            SelfLoop(edge, points);
        }
        else if (edge.Return is { } back && RunsBelow(edge))
        {
            var y = _grid.RowCenter(back.Row);
            points.AddRange([new(edge.Source.CenterX, edge.Source.Y + edge.Source.Height), new(edge.Source.CenterX, y), new(edge.Target.CenterX, y), new(edge.Target.CenterX, edge.Target.Y + edge.Target.Height)]);
        }
        else
        {
            Along(edge, points);
        }

        return Corners.Of(points);
    }

    private void Along(LayoutEdge edge, List<Spot> points)
    {
        if (edge.BoundaryId is { } id)
        {
            var x = edge.Source.BoundaryX(id);
            points.Add(new(x, edge.Source.Y + edge.Source.Height + (Measure.EventSize / 2)));
            points.Add(new(x, Departure(edge)));
        }
        else if (_upright.Leaves(edge))
        {
            points.Add(new(edge.Source.CenterX, UprightEnds.FirstRow(edge) > edge.Source.Row ? edge.Source.Y + edge.Source.Height : edge.Source.Y));
            points.Add(new(edge.Source.CenterX, _grid.RowCenter(UprightEnds.FirstRow(edge))));
        }
        else
        {
            points.Add(new(edge.Source.X + edge.Source.Width, edge.Source.CenterY));
        }

        foreach (var vertical in _verticals[edge].SelectMany(v => v.Next is { } next ? [v, next] : new[] { v }))
        {
            var x = _grid.TrackX(vertical);
            points.Add(new(x, vertical.FromY));
            points.Add(new(x, vertical.ToY));
        }

        if (_upright.Enters(edge))
        {
            points.Add(new(edge.Target.CenterX, _grid.RowCenter(_upright.LastRow(edge))));
            points.Add(new(edge.Target.CenterX, _upright.LastRow(edge) > edge.Target.Row ? edge.Target.Y + edge.Target.Height : edge.Target.Y));
        }
        else
        {
            points.Add(new(edge.Target.X, edge.Target.CenterY));
        }
    }

    private void SelfLoop(LayoutEdge edge, List<Spot> points)
    {
        var node = edge.Source;
        var (right, bottom) = (node.X + node.Width, node.Y + node.Height);
        if (edge.BoundaryId is { } id)
        {
            // From the event down, and round the left side back in.
            var (x, y) = (node.BoundaryX(id), Departure(edge));
            points.AddRange([new(x, bottom + (Measure.EventSize / 2)), new(x, y), new(node.X - 15, y), new(node.X - 15, node.CenterY), new(node.X, node.CenterY)]);
            return;
        }

        points.AddRange([new(right, node.CenterY), new(right + 15, node.CenterY), new(right + 15, bottom + 12), new(node.CenterX, bottom + 12), new(node.CenterX, bottom)]);
    }

    private double Departure(LayoutEdge edge) => edge.BoundaryId is { } id
        ? _grid.BoundaryY(edge.Source, edge.Source.Boundary.Select(b => b.Id).ToList().IndexOf(id))
        : _grid.RowCenter(edge.Source.Row);

    private List<Vertical> Forward(LayoutEdge edge)
    {
        var verticals = new List<Vertical>();
        var y = _upright.Leaves(edge) ? _grid.RowCenter(UprightEnds.FirstRow(edge)) : Departure(edge);
        List<int> rows = [.. edge.Passages.Select(p => p.Row)];
        if (!_upright.Enters(edge))
        {
            rows.Add(edge.Target.Row);
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var next = _grid.RowCenter(rows[i]);
            if (!next.Equals(y))
            {
                verticals.Add(new() { Channel = edge.Source.Layer + i, FromY = y, ToY = next, Origin = edge.Origin, Left = [y], Right = [next] });
                y = next;
            }
        }

        return verticals;
    }

    private List<Vertical> Backward(LayoutEdge edge)
    {
        var (from, run, to) = (Departure(edge), _grid.RowCenter(edge.Return!.Row), _grid.RowCenter(edge.Target.Row));
        return
        [
            new() { Channel = edge.Source.Layer, FromY = from, ToY = run, Origin = edge.Origin, Left = [from, run], Right = [] },
            new() { Channel = edge.Target.Layer - 1, FromY = run, ToY = to, Origin = edge.Origin, Left = [], Right = [run, to] },
        ];
    }

    /// <summary>True when a flow back may leave and enter from below: nothing stands between the nodes and its row, and no other one enters where it leaves.</summary>
    private bool RunsBelow(LayoutEdge edge) =>
        edge.BoundaryId is null && !_enteredBack.Contains(edge.Source) && IsClearBelow(edge.Source, edge.Return!.Row) && IsClearBelow(edge.Target, edge.Return.Row);

    private bool IsClearBelow(LayoutNode node, int row) =>
        node.Row < row
        && node.Boundary.IsEmpty
        && (node.Element is Model.Gateway || !Measure.HasLabel(node.Element))
        && !_nodes.Any(n => n.Layer == node.Layer && n.Row > node.Row && n.Row <= row);
}
