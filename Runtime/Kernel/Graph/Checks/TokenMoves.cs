namespace Platform.Kernel.Graph.Checks;

/// <summary>
/// How tokens move on one level. A moment is the sorted text of the places that hold a token: one place for each flow, and one for each
/// element that is entered without a flow.
/// </summary>
internal sealed class TokenMoves
{
    /// <summary>From so many conditional ways on, only each by itself and all together are tried.</summary>
    private const int MostSubsets = 5;

    private readonly GraphScope scope;
    private readonly Dictionary<Flow, char> flowPlaces = [];
    private readonly Dictionary<Node, char> nodePlaces = [];
    private readonly List<(Node Node, Flow? Flow)> places = [];
    private readonly Dictionary<Node, int> order;
    private readonly Dictionary<Node, IReadOnlyList<IReadOnlyList<char>?>> ways = [];

    internal TokenMoves(GraphScope scope)
    {
        this.scope = scope;
        foreach (var flow in scope.Nodes.SelectMany(n => n.Outgoing))
        {
            flowPlaces[flow] = (char)(places.Count + 1);
            places.Add((flow.Target, flow));
        }
        foreach (var node in scope.Nodes.Where(n => n.Incoming.IsEmpty))
        {
            nodePlaces[node] = (char)(places.Count + 1);
            places.Add((node, null));
        }
        order = Order(scope);
    }

    /// <summary>Whether an element waits for several flows before it goes on.</summary>
    internal static bool IsJoin(Node node) => node is { Kind: ElementKind.ParallelGateway or ElementKind.InclusiveGateway, Incoming.Length: > 1 };

    /// <summary>The moment at which some places hold a token.</summary>
    internal static string Marking(IEnumerable<char> held) => string.Concat(held.Distinct().Order());

    /// <summary>The place of an element that is entered without a flow.</summary>
    internal char PlaceAt(Node node) => nodePlaces.TryGetValue(node, out char place) ? place : flowPlaces[node.Incoming[0]];

    /// <summary>The places before an element that hold a token.</summary>
    internal char[] At(string moment, Node node) => [.. moment.Where(place => places[place - 1].Node == node)];

    /// <summary>The element furthest up that can move; null when none can.</summary>
    internal Node? Foremost(string moment) =>
        moment.Select(place => places[place - 1].Node).Distinct().Where(node => CanMove(moment, node)).MinBy(node => order[node]);

    /// <summary>The empty flows into the parallel joins at which tokens wait.</summary>
    internal IEnumerable<Flow> WaitedFor(string moment) =>
        moment.Select(place => places[place - 1].Node).Distinct().Where(n => n.Kind == ElementKind.ParallelGateway)
            .SelectMany(n => n.Incoming.Where(f => !Holds(moment, f)));

    /// <summary>The places that get a token when an element has run, for each way in which that may go; null where it ends the level.</summary>
    internal IReadOnlyList<IReadOnlyList<char>?> Ways(Node node)
    {
        if (!ways.TryGetValue(node, out var found))
        {
            found = [.. OwnWays(node), .. BorderWays(node)];
            ways.Add(node, found);
        }
        return found;
    }

    private bool Holds(string moment, Flow flow) => moment.Contains(flowPlaces[flow], StringComparison.Ordinal);

    private bool CanMove(string moment, Node node) => node switch
    {
        _ when !IsJoin(node) => true,
        { Kind: ElementKind.ParallelGateway } => node.Incoming.All(f => Holds(moment, f)),
        _ => !moment.Any(place => CanFill(moment, places[place - 1].Node, node)),
    };

    /// <summary>Whether a token elsewhere keeps an inclusive join waiting: it can still come to an empty flow and to none that has a token.</summary>
    private bool CanFill(string moment, Node at, Node join)
    {
        var reached = join.Incoming.Where((_, i) => at != join && join.Reaches[i].Contains(at.Index)).ToList();
        return reached.Count > 0 && !reached.Any(f => Holds(moment, f));
    }

    private IEnumerable<IReadOnlyList<char>?> OwnWays(Node node)
    {
        if (node.Kind == ElementKind.TerminateEnd || (node.Kind == ElementKind.EndEvent && node.Event?.Kind is EventKind.Error or EventKind.Cancel))
        {
            return [null];
        }
        if (node.Kind is ElementKind.ExclusiveGateway or ElementKind.EventGateway && !node.Outgoing.IsEmpty)
        {
            return node.Outgoing.Select(f => (IReadOnlyList<char>)[flowPlaces[f]]);
        }
        var asked = node.Outgoing.Where(f => f.Condition is not null && f != node.Default).ToList();
        var always = node.Outgoing.Where(f => f.Condition is null && f != node.Default).Select(f => flowPlaces[f]).ToList();
        return node.LeavesUnconditionally || (asked.Count == 0 && node.Default is null)
            ? [[.. node.Outgoing.Select(f => flowPlaces[f])]]
            : Chosen(asked, always, node.Default);
    }

    private IEnumerable<IReadOnlyList<char>> Chosen(List<Flow> asked, List<char> always, Flow? usual)
    {
        if (always.Count > 0)
        {
            yield return always;
        }
        else if (usual is not null)
        {
            yield return [flowPlaces[usual]];
        }
        IEnumerable<int> subsets = asked.Count <= MostSubsets
            ? Enumerable.Range(1, (1 << asked.Count) - 1)
            : Enumerable.Range(0, Math.Min(asked.Count, 30)).Select(i => 1 << i).Append(int.MaxValue);
        foreach (int subset in subsets)
        {
            yield return [.. always, .. asked.Where((_, i) => (subset >> Math.Min(i, 30) & 1) == 1).Select(f => flowPlaces[f])];
        }
    }

    /// <summary>An event on the border: an interrupting one instead of what the element does, any other one beside it.</summary>
    private IEnumerable<IReadOnlyList<char>?> BorderWays(Node node) =>
        from border in node.Boundaries
        where border.Event is null or { Kind: not EventKind.Compensation }
        from own in border.Event is { IsInterrupting: true } ? [[]] : OwnWays(node)
        where own is not null
        select (IReadOnlyList<char>)[.. own, nodePlaces[border]];

    /// <summary>The elements in the order in which work passes through them, loops aside: each after everything that leads to it.</summary>
    private static Dictionary<Node, int> Order(GraphScope scope)
    {
        var left = new List<Node>();
        var seen = new HashSet<Node>();
        foreach (var root in scope.Nodes.Where(n => n.Incoming.IsEmpty).Reverse().Concat(scope.Nodes))
        {
            if (!seen.Add(root))
            {
                continue;
            }
            var path = new Stack<(Node Node, Queue<Node> Next)>([(root, Next(root))]);
            while (path.TryPeek(out var top))
            {
                if (!top.Next.TryDequeue(out var next))
                {
                    left.Add(path.Pop().Node);
                }
                else if (seen.Add(next))
                {
                    path.Push((next, Next(next)));
                }
            }
        }
        left.Reverse();
        return left.Select((node, i) => (node, i)).ToDictionary(x => x.node, x => x.i);
    }

    private static Queue<Node> Next(Node node) => new([.. node.Outgoing.Select(f => f.Target), .. node.Boundaries]);
}
