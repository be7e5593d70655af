namespace Platform.Kernel.Layout;

/// <summary>
/// Gives each node, and each line that passes a column, a cell of its own. The main path stays in one row, branches go below and
/// above by turns, separate parts begin below what is there. Since no cell is given twice, nothing ever overlaps.
/// </summary>
internal sealed class RowPlacement
{
    private readonly Dictionary<(int Lane, int Layer), FreeRows> _rows = [];
    private readonly ILookup<LayoutNode, LayoutEdge> _incoming;
    private readonly IReadOnlyList<LayoutNode> _nodes;
    private readonly IReadOnlyList<LayoutEdge> _edges;
    private readonly int[] _first;
    private readonly int[] _last;

    public RowPlacement(IReadOnlyList<LayoutNode> nodes, IReadOnlyList<LayoutEdge> edges, int lanes)
    {
        (_nodes, _edges) = (nodes, edges);
        _incoming = edges.Where(e => !e.IsBack).ToLookup(e => e.Target);
        _first = new int[lanes];
        _last = [.. Enumerable.Repeat(-1, lanes)];
    }

    /// <summary>Places every node and line. Rows may be negative: see <see cref="FirstRow"/>.</summary>
    public void Run()
    {
        foreach (var part in ConnectedParts.Of(_nodes, _edges))
        {
            Place(part);
        }

        foreach (var edge in _edges.Where(e => e.IsBack && e.Source != e.Target))
        {
            PlaceReturn(edge);
        }
    }

    /// <summary>A free cell near a node, for data and remarks; the cell is taken.</summary>
    public void PlaceNear(LayoutNode item, LayoutNode? near)
    {
        item.Layer = near?.Layer ?? 0;
        item.Lane = near?.Lane ?? 0;
        var wish = near is null ? _last[item.Lane] + 1 : near.Row + 1;
        item.Row = Take(item.Lane, item.Layer, wish, int.MinValue);
    }

    private void Place(List<LayoutNode> part)
    {
        var isFirst = _last.All(l => l < 0);
        var starts = _last.Select(l => l + 1).ToArray();
        var passing = part.ToHashSet();
        var edges = _edges.Where(e => !e.IsBack && passing.Contains(e.Source)).OrderBy(e => e.Target.Order).ToList();
        foreach (var layer in part.GroupBy(n => n.Layer).OrderBy(g => g.Key))
        {
            foreach (var (node, wish) in layer.Select(n => (n, Wish(n, starts))).OrderBy(x => x.Item2).ThenBy(x => x.n.Order))
            {
                node.Row = Take(node.Lane, node.Layer, wish, isFirst ? int.MinValue : starts[node.Lane]);
            }

            foreach (var edge in edges.Where(e => e.Source.Layer < layer.Key && e.Target.Layer > layer.Key))
            {
                var (lane, row) = edge.Passages.Count > 0 ? (edge.Passages[^1].Lane, edge.Passages[^1].Row) : Leaving(edge, starts);
                edge.Passages.Add(new() { Layer = layer.Key, Lane = lane, Row = Take(lane, layer.Key, row, int.MinValue) });
            }
        }
    }

    /// <summary>The row a node would like: that of its middle predecessor in the same lane.</summary>
    private int Wish(LayoutNode node, int[] starts)
    {
        var rows = _incoming[node].Select(Arriving).Where(p => p.Lane == node.Lane).Select(p => p.Row).Order().ToList();
        return rows.Count == 0 ? starts[node.Lane] : rows[(rows.Count - 1) / 2];
    }

    private static (int Lane, int Row) Arriving(LayoutEdge edge) =>
        edge.Passages.Count > 0 ? (edge.Passages[^1].Lane, edge.Passages[^1].Row) : (edge.Source.Lane, edge.Source.Row + (edge.BoundaryId is null ? 0 : 1));

    /// <summary>A long line changes to the lane of its target at once, so that it crosses other lanes only in between columns.</summary>
    private static (int Lane, int Row) Leaving(LayoutEdge edge, int[] starts) =>
        edge.Source.Lane == edge.Target.Lane ? (edge.Source.Lane, edge.Source.Row + (edge.BoundaryId is null ? 0 : 1)) : (edge.Target.Lane, starts[edge.Target.Lane]);

    private void PlaceReturn(LayoutEdge edge)
    {
        var (left, right) = (edge.Target.Layer, edge.Source.Layer);
        var lane = edge.Source.Lane;
        var lowest = lane == edge.Target.Lane ? Math.Max(edge.Source.Row, edge.Target.Row) : edge.Source.Row;
        var row = FirstFree(lane, left, right, lowest + 1);
        edge.Return = new() { Layer = right, Lane = lane, Row = row };
        for (var layer = left; layer <= right; layer++)
        {
            Mark(lane, layer, row);
        }
    }

    /// <summary>The first row from a given one downwards that is free in each column of a stretch.</summary>
    private int FirstFree(int lane, int left, int right, int from)
    {
        var row = from;
        for (var layer = left; layer <= right; layer++)
        {
            var free = Rows(lane, layer).Below(row);
            if (free != row)
            {
                (row, layer) = (free, left - 1);
            }
        }

        return row;
    }

    private int Take(int lane, int layer, int wish, int floor)
    {
        var rows = Rows(lane, layer);
        var (below, above) = (rows.Below(wish), rows.Above(wish));
        return Mark(lane, layer, above >= floor && wish - above < below - wish ? above : below);
    }

    private FreeRows Rows(int lane, int layer)
    {
        if (!_rows.TryGetValue((lane, layer), out var rows))
        {
            _rows[(lane, layer)] = rows = new();
        }

        return rows;
    }

    private int Mark(int lane, int layer, int row)
    {
        Rows(lane, layer).Take(row);
        _first[lane] = Math.Min(_first[lane], row);
        _last[lane] = Math.Max(_last[lane], row);
        return row;
    }

    /// <summary>The first row of a lane, at most 0.</summary>
    public int FirstRow(int lane) => _first[lane];

    /// <summary>How many rows a lane has, at least one.</summary>
    public int RowCount(int lane) => Math.Max(1, _last[lane] - _first[lane] + 1);
}
