using Platform.Kernel.Model;

namespace Platform.Kernel.Layout;

/// <summary>
/// Tells which branches leave their gateway straight down or up, or join it so: where a branch begins and ends is then told from the others
/// at sight. The column must be free in between, the row must be the branch's own there, and the gateway's name, which stands above it,
/// must not be in the way.
/// </summary>
internal sealed class UprightEnds
{
    private readonly HashSet<LayoutEdge> _leaving;
    private readonly HashSet<LayoutEdge> _entering;
    private readonly ILookup<int, LayoutNode> _columns;
    private readonly HashSet<LayoutNode> _turning;
    private readonly HashSet<(int Layer, int Row)> _passed;

    public UprightEnds(IReadOnlyList<LayoutNode> nodes, IReadOnlyList<LayoutEdge> edges)
    {
        _columns = nodes.ToLookup(n => n.Layer);
        _turning = [.. edges.Where(e => e.Return is not null).SelectMany(e => new[] { e.Source, e.Target })];
        _passed = [.. edges.SelectMany(e => e.Passages.Select(p => (p.Layer, p.Row)).Concat(RunBack(e)))];
        var (entries, exits) = (edges.CountBy(e => e.Target).ToDictionary(), edges.CountBy(e => e.Source).ToDictionary());
        _leaving = [.. edges.Where(e => e.BoundaryId is null && entries.GetValueOrDefault(e.Source) <= 1 && IsOpen(e, e.Source, FirstRow(e)))];
        _entering = [.. edges.Where(e => (e.Passages.Count > 0 || (e.BoundaryId is null && string.IsNullOrWhiteSpace(e.Flow.Name)))
            && entries[e.Target] > 1 && exits.GetValueOrDefault(e.Target) <= 1 && IsOpen(e, e.Target, LastRow(e)))];
    }

    /// <summary>The row in which a flow forth runs first.</summary>
    public static int FirstRow(LayoutEdge edge) => edge.Passages.Count > 0 ? edge.Passages[0].Row : edge.Target.Row;

    /// <summary>The row in which a flow forth runs last.</summary>
    public int LastRow(LayoutEdge edge) => edge.Passages.Count > 0 ? edge.Passages[^1].Row : Leaves(edge) ? edge.Target.Row : edge.Source.Row;

    public bool Leaves(LayoutEdge edge) => _leaving.Contains(edge);

    public bool Enters(LayoutEdge edge) => _entering.Contains(edge);

    private static IEnumerable<(int Layer, int Row)> RunBack(LayoutEdge edge)
    {
        var (from, to) = (Math.Min(edge.Source.Layer, edge.Target.Layer), Math.Max(edge.Source.Layer, edge.Target.Layer));
        return edge.Return is { } back ? Enumerable.Range(from, to - from + 1).Select(layer => (layer, back.Row)) : [];
    }

    private bool IsOpen(LayoutEdge edge, LayoutNode gateway, int row) =>
        gateway.Element is Gateway
        && edge.Return is null
        && row != gateway.Row
        && (row > gateway.Row || string.IsNullOrWhiteSpace(gateway.Element.Name))
        && !_turning.Contains(gateway)
        && !_passed.Contains((gateway.Layer, row))
        && _columns[gateway.Layer].All(n => n == gateway || n.Row < Math.Min(row, gateway.Row) || n.Row > Math.Max(row, gateway.Row));
}
