using Platform.Kernel.Model;

namespace Platform.Designer.Simple;

/// <summary>A process as one list.</summary>
public static class ProcessOutline
{
    /// <summary>All elements with those inside sub-processes, each sub-process before what it holds, in file order.</summary>
    /// <param name="elements">Elements of a process or sub-process.</param>
    public static IEnumerable<FlowElement> Everything(IEnumerable<FlowElement> elements) =>
        elements.SelectMany(e => e is SubProcess sub ? Everything(sub.FlowElements).Prepend(sub) : [e]);

    /// <summary>The elements in the order in which work passes through them, each once; what nothing leads to comes last.</summary>
    /// <param name="process">The process.</param>
    public static IReadOnlyList<OutlineItem> Of(ProcessDefinition process)
    {
        List<OutlineItem> items = [];
        Walk([.. process.FlowElements], 0, items);
        return items;
    }

    private static void Walk(FlowElement[] elements, int depth, List<OutlineItem> items)
    {
        FlowNode[] nodes = [.. elements.OfType<FlowNode>()];
        Dictionary<string, FlowNode> byId = nodes.GroupBy(n => n.Id).ToDictionary(g => g.Key, g => g.First());
        ILookup<string, string> next = elements.OfType<SequenceFlow>().ToLookup(f => f.SourceRef, f => f.TargetRef);
        ILookup<string, string> attached = nodes.OfType<BoundaryEvent>().ToLookup(b => b.AttachedToRef, b => b.Id);
        HashSet<string> seen = [];
        foreach (FlowNode first in nodes.OrderBy(n => n is StartEvent ? 0 : n is BoundaryEvent ? 2 : 1))
        {
            Stack<string> open = new([first.Id]);
            while (open.TryPop(out string? id))
            {
                if (!byId.TryGetValue(id, out FlowNode? node) || !seen.Add(id))
                {
                    continue;
                }

                items.Add(new OutlineItem(node, depth));
                if (node is SubProcess sub)
                {
                    Walk([.. sub.FlowElements], depth + 1, items);
                }

                foreach (string following in next[id].Reverse().Concat(attached[id]))
                {
                    open.Push(following);
                }
            }
        }
    }
}

/// <summary>An element in the outline.</summary>
/// <param name="Node">The element.</param>
/// <param name="Depth">How many sub-processes it stands in.</param>
public sealed record OutlineItem(FlowNode Node, int Depth);
