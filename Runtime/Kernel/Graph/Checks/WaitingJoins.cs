namespace Platform.Kernel.Graph.Checks;

/// <summary>
/// A parallel join does not wait for a branch that never comes, and nothing runs twice because nothing joined the branches before it.
/// A join that waits for ever whatever happens is an error; one that waits only sometimes is a warning.
/// </summary>
internal sealed class WaitingJoins : IGraphCheck
{
    public void Check(CheckContext context)
    {
        foreach (var scope in context.Graph.Scopes.Where(s => s.Nodes.Any(n => n.Incoming.Length > 1)))
        {
            var walk = TokenWalk.Of(scope);
            foreach (var missed in walk.Missed.GroupBy(f => f.Target).OrderBy(g => g.Key.Index))
            {
                Report(context, missed.Key, [.. missed.OrderBy(f => f.Index)], isCertain: walk.IsWhole && !walk.Fired.Contains(missed.Key));
            }
            foreach (var node in walk.Doubled.Where(n => n.Kind != ElementKind.EndEvent).OrderBy(n => n.Index))
            {
                context.Issues.Warning(
                    "bpmn.runs-twice", node.Element, $"并行的几条路没有汇聚就一起走到了{Named("", node, "汇聚点")}，后面的步骤会各办一遍。");
            }
        }
    }

    private static void Report(CheckContext context, Node join, List<Flow> missed, bool isCertain)
    {
        var ends = missed.Select(f => EndBefore(f, join)).OfType<Node>().Distinct().ToList();
        foreach (var end in ends)
        {
            Say(context, isCertain, "bpmn.ends-before-join", end, $"有一条路在{Named("", end, "这里")}就结束了，{Named("并行汇聚", join, "并行汇聚")}却还在等它，会一直等下去。");
        }
        if (ends.Count == 0)
        {
            string why = missed.Select(f => ChoiceBefore(f, join)).OfType<Node>().FirstOrDefault() is { } choice
                ? $"{Named("", choice, "前面的条件分支")}只走其中一条，{Named("并行汇聚", join, "并行汇聚")}却要等各条都到齐"
                : $"{Named("并行汇聚", join, "并行汇聚")}等的分支不一定都会走到";
            Say(context, isCertain, "bpmn.join-can-starve", join, why + (isCertain ? "，会一直等下去。" : "，可能会一直等下去。"));
        }
    }

    private static void Say(CheckContext context, bool isError, string code, Node node, string message)
    {
        if (isError)
        {
            context.Issues.Error(code, node.Element, message);
        }
        else
        {
            context.Issues.Warning(code, node.Element, message);
        }
    }

    /// <summary>Where a path ends that turned away, at a choice, from a flow that a join waits for; null when none does.</summary>
    private static Node? EndBefore(Flow missed, Node join)
    {
        var before = Before(missed, join);
        foreach (var turn in Turns(before).Where(n => n != join))
        {
            var seen = new HashSet<Node>();
            var open = new Stack<Node>([turn]);
            while (open.TryPop(out var node))
            {
                if (node == join || before.Contains(node) || !seen.Add(node))
                {
                    continue;
                }
                if (node.Outgoing.IsEmpty)
                {
                    return node;
                }
                foreach (var flow in node.Outgoing)
                {
                    open.Push(flow.Target);
                }
            }
        }
        return null;
    }

    /// <summary>The nearest choice that leads to a flow by some of its ways only.</summary>
    private static Node? ChoiceBefore(Flow missed, Node join) =>
        Before(missed, join).FirstOrDefault(n => Chooses(n) && n.Outgoing.Any(f => f.Target == join || !Before(missed, join).Contains(f.Target)));

    /// <summary>First elements of the ways by which work leaves those that lead to a flow, at a choice or by an event that interrupts.</summary>
    private static IEnumerable<Node> Turns(HashSet<Node> before) => before
        .SelectMany(n => (Chooses(n) ? n.Outgoing.Select(f => f.Target) : []).Concat(n.Boundaries.Where(b => b.Event is { IsInterrupting: true, Kind: not EventKind.Compensation })))
        .Where(n => !before.Contains(n));

    private static bool Chooses(Node node) =>
        node is { Kind: ElementKind.ExclusiveGateway or ElementKind.EventGateway, Outgoing.Length: > 1 } || !node.LeavesUnconditionally;

    /// <summary>The elements from which a flow is reached without passing the join, the nearest first.</summary>
    private static HashSet<Node> Before(Flow flow, Node join)
    {
        var found = new HashSet<Node>();
        var open = new Queue<Node>([flow.Source]);
        while (open.TryDequeue(out var node))
        {
            if (node == join || !found.Add(node))
            {
                continue;
            }
            foreach (var incoming in node.Incoming)
            {
                open.Enqueue(incoming.Source);
            }
            if (node.AttachedTo is { } host)
            {
                open.Enqueue(host);
            }
        }
        return found;
    }

    /// <summary>An element by its name; one without a name by what it is.</summary>
    private static string Named(string kind, Node node, string unnamed) => string.IsNullOrWhiteSpace(node.Name) ? unnamed : $"{kind}“{node.Name}”";
}
