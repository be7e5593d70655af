using Platform.Kernel.Model;

namespace Platform.Kernel.Layout;

/// <summary>The parts of a container that no flow joins, in the order in which they are drawn.</summary>
internal static class ConnectedParts
{
    public static List<List<LayoutNode>> Of(IEnumerable<LayoutNode> nodes, IEnumerable<LayoutEdge> edges)
    {
        var neighbors = edges.SelectMany(e => new[] { (From: e.Source, To: e.Target), (From: e.Target, To: e.Source) }).ToLookup(p => p.From, p => p.To);
        var seen = new HashSet<LayoutNode>();
        var parts = new List<List<LayoutNode>>();
        foreach (var root in nodes.OrderBy(n => n.Order))
        {
            var part = new List<LayoutNode>();
            var rest = new Stack<LayoutNode>([root]);
            while (rest.TryPop(out var node))
            {
                if (seen.Add(node))
                {
                    part.Add(node);
                    foreach (var neighbor in neighbors[node])
                    {
                        rest.Push(neighbor);
                    }
                }
            }

            if (part.Count > 0)
            {
                parts.Add(part);
            }
        }

        // What begins comes first; event sub-processes, which no flow reaches, last.
        return [.. parts.OrderBy(Rank)];
    }

    private static int Rank(List<LayoutNode> part) =>
        part.Exists(n => n.Element is StartEvent) ? 0 : part.Exists(n => n.Element is SubProcess { Kind: SubProcessKind.Event }) ? 2 : 1;
}
