namespace Platform.Kernel.Layout;

/// <summary>Decides which flows lead back, and in which column each node stands: as far left as its predecessors allow.</summary>
internal static class Layering
{
    public static void Run(IReadOnlyList<LayoutNode> nodes, IReadOnlyList<LayoutEdge> edges)
    {
        var outgoing = edges.ToLookup(e => e.Source);
        var incoming = edges.ToLookup(e => e.Target);
        MarkBack(nodes, outgoing, incoming);

        // Kahn's order over the flows that lead on: a node is placed when all its predecessors are.
        var open = nodes.ToDictionary(n => n, n => incoming[n].Count(e => !e.IsBack));
        var ready = new Queue<LayoutNode>(nodes.Where(n => open[n] == 0));
        var order = new List<LayoutNode>(nodes.Count);
        while (ready.TryDequeue(out var node))
        {
            order.Add(node);
            foreach (var edge in outgoing[node].Where(e => !e.IsBack))
            {
                edge.Target.Layer = Math.Max(edge.Target.Layer, node.Layer + 1);
                if (--open[edge.Target] == 0)
                {
                    ready.Enqueue(edge.Target);
                }
            }
        }

        // What nothing leads to and is no start stands right before what it leads to.
        foreach (var node in order.Where(n => n.Element is not Model.StartEvent && !incoming[n].Any(e => !e.IsBack) && outgoing[n].Any(e => !e.IsBack)).Reverse())
        {
            node.Layer = outgoing[node].Where(e => !e.IsBack).Min(e => e.Target.Layer) - 1;
        }
    }

    /// <summary>Walks from the starts; a flow to a node that is still being walked leads back. The walk keeps its own stack: a chain may be long.</summary>
    private static void MarkBack(IReadOnlyList<LayoutNode> nodes, ILookup<LayoutNode, LayoutEdge> outgoing, ILookup<LayoutNode, LayoutEdge> incoming)
    {
        var isOpen = new Dictionary<LayoutNode, bool>();
        var stack = new Stack<(LayoutNode Node, IEnumerator<LayoutEdge> Ahead)>();
        foreach (var root in nodes.OrderBy(n => n.Element is Model.StartEvent ? 0 : incoming[n].Any() ? 2 : 1).ThenBy(n => n.Order))
        {
            Enter(root);
            while (stack.TryPeek(out var top))
            {
                if (!top.Ahead.MoveNext())
                {
                    isOpen[top.Node] = false;
                    stack.Pop();
                }
                else if (isOpen.TryGetValue(top.Ahead.Current.Target, out var open))
                {
                    top.Ahead.Current.IsBack = open;
                }
                else
                {
                    Enter(top.Ahead.Current.Target);
                }
            }
        }

        void Enter(LayoutNode node)
        {
            if (isOpen.TryAdd(node, true))
            {
                stack.Push((node, outgoing[node].GetEnumerator()));
            }
        }
    }
}
