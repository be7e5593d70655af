using Platform.Kernel.Model;

namespace Platform.Designer.Simple;

/// <summary>The nodes and flows of one scope with what the block search needs: neighbours, back flows, and where branches meet.</summary>
internal sealed class FlowMap
{
    private const int Ending = -1;
    private const int Everything = int.MaxValue - 1;
    private static readonly string Exit = string.Empty;
    private readonly Dictionary<string, FlowNode> nodes;
    private readonly ILookup<string, SequenceFlow> outgoing;
    private readonly ILookup<string, SequenceFlow> incoming;
    private readonly HashSet<SequenceFlow> backFlows = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<SequenceFlow> asides = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> goesBackTo = [];
    private readonly Dictionary<string, string> meetings = [];
    private readonly Dictionary<string, int> places = [];
    private readonly bool stopsAside;

    /// <summary>Reads a scope.</summary>
    /// <param name="elements">What stands in it.</param>
    /// <param name="stopsAside">Whether an end that stops everything stands beside the process, as an emergency exit does, and is not where it leads.</param>
    internal FlowMap(IEnumerable<FlowElement> elements, bool stopsAside)
    {
        this.stopsAside = stopsAside;
        FlowElement[] all = [.. elements];
        foreach (FlowNode node in all.OfType<FlowNode>())
        {
            places.TryAdd(node.Id, places.Count);
        }

        nodes = all.OfType<FlowNode>().GroupBy(n => n.Id).ToDictionary(g => g.Key, g => g.First());
        Flows = [.. all.OfType<SequenceFlow>()];
        outgoing = Flows.Where(f => nodes.ContainsKey(f.TargetRef)).ToLookup(f => f.SourceRef);
        incoming = Flows.ToLookup(f => f.TargetRef);
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

    /// <summary>Whether several ways out of a split may be under way at once.</summary>
    internal static bool TakesSeveral(FlowNode split) => split is not (ExclusiveGateway or EventBasedGateway);

    /// <summary>The one way on out of a split whose other ways all end by themselves; null when there is none, or several.</summary>
    internal SequenceFlow? OnlyWayOn(string splitId) =>
        outgoing[splitId].Where(f => !asides.Contains(f)).ToArray() is [var only] ? only : null;

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

    /// <summary>
    /// Immediate post-dominators of the forward flow, in which ways that end by themselves or stop everything count for nothing. Nor do ways that only go back
    /// beside one that goes on, or ways that only go back a little beside one that goes back further up.
    /// </summary>
    private void FindMeetings()
    {
        List<string> order = EndsFirst();
        Dictionary<string, int> rank = order.Select((id, i) => (id, i)).ToDictionary(x => x.id, x => x.i + 1);
        rank[Exit] = 0;
        meetings[Exit] = Exit;
        foreach (string id in order)
        {
            asides.UnionWith(Asides(id, [.. outgoing[id].Where(f => GoesBackTo(f, rank) == Ending)], rank));
            SequenceFlow[] through = [.. outgoing[id].Where(f => !asides.Contains(f))];
            goesBackTo[id] = through.Length == 0 ? HowItEnds(id) : through.Min(f => GoesBackTo(f, rank));
            string[] next = [.. through.Where(f => !backFlows.Contains(f) && GoesBackTo(f, rank) == goesBackTo[id]).Select(f => f.TargetRef)];
            meetings[id] = next.Length == 0 ? Exit : Meet(next, rank);
        }
    }

    private int HowItEnds(string id) => stopsAside && nodes[id] is EndEvent { EventDefinitions: [TerminateEventDefinition] } ? Everything : Ending;

    /// <summary>How far up a flow leads in the end: <see cref="Ending"/> when it comes to an end, else the place of the uppermost node it goes back to.</summary>
    private int GoesBackTo(SequenceFlow flow, Dictionary<string, int> rank) =>
        backFlows.Contains(flow) ? rank.Count - rank[flow.TargetRef] : goesBackTo[flow.TargetRef];

    private string Meet(IEnumerable<string> next, Dictionary<string, int> rank) => next.Aggregate((a, b) => Nearest(a, b, rank));

    /// <summary>
    /// The ways out of a split that end by themselves: a refusal that ends the matter, a copy that is read beside it. The others go on
    /// below the block. Where all of them would do, one is what goes on: of ways that are all taken the one that goes back;
    /// else the one that others come to as well; else of a choice the one with the most behind it, and of ways that are all taken the one
    /// with the element drawn first, which stood there before the others were added.
    /// </summary>
    private SequenceFlow[] Asides(string id, SequenceFlow[] ending, Dictionary<string, int> rank)
    {
        bool several = TakesSeveral(nodes[id]);
        bool returns = several && ending.Length < outgoing[id].Count();
        if (!returns && (ending.Length < 2 || Meet(ending.Select(f => f.TargetRef), rank) != Exit))
        {
            return [];
        }

        (SequenceFlow Flow, HashSet<string> Behind)[] ways = [.. ending.Select(f => (f, Reachable(f.TargetRef)))];
        (SequenceFlow Flow, HashSet<string> Behind)[] alone = [.. ways.Where(w => ways.All(o => o.Flow == w.Flow || !o.Behind.Overlaps(w.Behind)))];
        if (returns)
        {
            return [.. alone.Where(w => !GoesBackFrom(w.Behind)).Select(w => w.Flow)];
        }

        return alone.Length < ways.Length
            ? [.. alone.Select(w => w.Flow)]
            : [.. alone.OrderByDescending(w => several && GoesBackFrom(w.Behind)).ThenByDescending(w => IsEntered(w.Behind, id)).ThenByDescending(w => several ? -w.Behind.Min(n => places[n]) : w.Behind.Count).Skip(1).Select(w => w.Flow)];
    }

    /// <summary>Whether a flow goes forward into some nodes from a node that is neither one of them nor the split before them.</summary>
    private bool IsEntered(HashSet<string> ids, string splitId) =>
        ids.Any(id => incoming[id].Any(f => f.SourceRef != splitId && !ids.Contains(f.SourceRef) && !backFlows.Contains(f)));

    private bool GoesBackFrom(HashSet<string> ids) => ids.Any(id => outgoing[id].Any(f => backFlows.Contains(f) && !ids.Contains(f.TargetRef)));

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
