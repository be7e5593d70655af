namespace Platform.Kernel.Graph.Checks;

/// <summary>From every element a token can get to an end, and a choice always has an answer.</summary>
internal sealed class NoWayOut : IGraphCheck
{
    public void Check(CheckContext context)
    {
        foreach (var scope in context.Graph.Scopes)
        {
            var exits = Exits(scope);
            foreach (var node in scope.Nodes)
            {
                if (!exits.Contains(node))
                {
                    context.Issues.Warning("bpmn.no-way-out", node.Element, $"从“{node.Label}”出发到不了任何结束。");
                }
                bool chooses = node.Kind is ElementKind.ExclusiveGateway or ElementKind.InclusiveGateway;
                if (chooses && node.Default is null && !node.Outgoing.IsEmpty && node.Outgoing.All(f => f.Condition is { } asked && asked.Text.Trim() != "true"))
                {
                    context.Issues.Warning("bpmn.no-default", node.Element, $"分支点“{node.Label}”没有“其他情况”的分支；条件都不成立时会停下。");
                }
            }
        }
    }

    private static HashSet<Node> Exits(GraphScope scope)
    {
        var exits = new HashSet<Node>();
        var open = new Stack<Node>(scope.Nodes.Where(n => n.Outgoing.IsEmpty));
        while (open.TryPop(out var node))
        {
            if (!exits.Add(node))
            {
                continue;
            }
            foreach (var flow in node.Incoming)
            {
                open.Push(flow.Source);
            }
            if (node.AttachedTo is { } host)
            {
                open.Push(host);
            }
        }
        return exits;
    }
}
