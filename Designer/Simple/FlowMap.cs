using Platform.Kernel.Model;

namespace Platform.Designer.Simple;

/// <summary>The nodes and flows of one scope with what the block search needs: neighbours, back flows, and where branches meet.</summary>
internal sealed class FlowMap
{
    private static readonly string Exit = string.Empty;
    private readonly Dictionary<string, FlowNode> nodes;
    private readonly ILookup<string, SequenceFlow> outgoing;
    private readonly HashSet<SequenceFlow> backFlows = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, string> meetings = [];

    internal FlowMap(IEnumerable<FlowElement> elements)
    {
        FlowElement[] all = [.. elements];
        nodes = all.OfType<FlowNode>().GroupBy(n => n.Id).ToDictionary(g => g.Key, g => g.First());
        Flows = [.. all.OfType<SequenceFlow>()];
        outgoing = Flows.Where(f => nodes.ContainsKey(f.TargetRef)).ToLookup(f => f.SourceRef);
        Boundaries = all.OfType<BoundaryEvent>().ToLookup(b => b.AttachedToRef);
        FindBackFlows();
        FindMeetings();
    }

    internal IReadOnlyList<SequenceFlow> Flows { get; }

    internal ILookup<string, BoundaryEvent> Boundaries { get; }

    internal IEnumerable<FlowNode> Nodes => nodes.Values;

    internal FlowNode Node(string id) => nodes[id];

    internal bool Has(string id) => nodes.ContainsKey(id);

    internal IReadOnlyList<SequenceFlow> Outgoing(string id) => [.. outgoing[id]];

    internal bool IsBackFlow(SequenceFlow flow) => backFlows.Contains(flow);

    /// <summary>Whether a flow goes back from one of some nodes.</summary>
    internal bool LeadsBack(IEnumerable<string> ids) => ids.Any(id => outgoing[id].Any(backFlows.Contains));

    /// <summary>The node at which all branches of a split come together again, or null when they never do.</summary>
    internal string? Meeting(string splitId) => meetings.TryGetValue(splitId, out string? id) && id.Length > 0 ? id : null;

    /// <summary>Every node that can be reached going forward, the start included.</summary>
    internal HashSet<string> Reachable(string from)
    {
        HashSet<string> seen = [from];
        Stack<string> open = new([from]);
        while (open.TryPop(out string? id))
        {
            foreach (string next in Forward(id).Where(seen.Add))
            {
                open.Push(next);
            }
        }

        return seen;
    }

    private IEnumerable<string> Forward(string id) => outgoing[id].Where(f => !backFlows.Contains(f)).Select(f => f.TargetRef);

    /// <summary>A flow that leads to a node still being walked closes a loop. The walk keeps its own stack so that a long flow cannot overflow ours.</summary>
    private void FindBackFlows()
    {
        HashSet<string> done = [];
        IEnumerable<string> starts = nodes.Values.OrderBy(n => n is StartEvent ? 0 : 1).Select(n => n.Id);
        foreach (string start in starts.Where(s => !done.Contains(s)))
        {
            HashSet<string> open = [start];
            Stack<(string Id, IEnumerator<SequenceFlow> Next)> path = new([(start, outgoing[start].GetEnumerator())]);
            while (path.TryPeek(out (string Id, IEnumerator<SequenceFlow> Next) top))
            {
                if (!top.Next.MoveNext())
                {
                    path.Pop();
                    open.Remove(top.Id);
                    done.Add(top.Id);
                }
                else if (open.Contains(top.Next.Current.TargetRef))
                {
                    backFlows.Add(top.Next.Current);
                }
                else if (!done.Contains(top.Next.Current.TargetRef))
                {
                    open.Add(top.Next.Current.TargetRef);
                    path.Push((top.Next.Current.TargetRef, outgoing[top.Next.Current.TargetRef].GetEnumerator()));
                }
            }
        }
    }

    /// <summary>Immediate post-dominators of the forward flow; nodes whose paths only go back count for nothing.</summary>
    private void FindMeetings()
    {
        List<string> order = EndsFirst();
        Dictionary<string, int> rank = order.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i + 1);
        rank[Exit] = 0;
        meetings[Exit] = Exit;
        foreach (string id in order)
        {
            string[] next = [.. Forward(id).Where(meetings.ContainsKey)];
            if (next.Length > 0)
            {
                meetings[id] = next.Aggregate((a, b) => Nearest(a, b, rank));
            }
            else if (!outgoing[id].Any())
            {
                meetings[id] = Exit;
            }
        }
    }

    private string Nearest(string a, string b, Dictionary<string, int> rank)
    {
        while (a != b)
        {
            if (rank[a] > rank[b])
            {
                a = meetings[a];
            }
            else
            {
                b = meetings[b];
            }
        }

        return a;
    }

    /// <summary>The nodes in an order in which every forward neighbour comes first.</summary>
    private List<string> EndsFirst()
    {
        List<string> order = [];
        Dictionary<string, int> missing = nodes.Keys.ToDictionary(id => id, id => Forward(id).Count());
        ILookup<string, string> before = Flows.Where(f => !backFlows.Contains(f) && nodes.ContainsKey(f.SourceRef)).ToLookup(f => f.TargetRef, f => f.SourceRef);
        Queue<string> ready = new(missing.Where(m => m.Value == 0).Select(m => m.Key));
        while (ready.TryDequeue(out string? id))
        {
            order.Add(id);
            foreach (string previous in before[id].Where(p => --missing[p] == 0))
            {
                ready.Enqueue(previous);
            }
        }

        return order;
    }
}
