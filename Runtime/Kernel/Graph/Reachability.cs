namespace Platform.Kernel.Graph;

/// <summary>Which nodes can still bring a token to which flow of an inclusive join (BPMN 2.0.2 §13.4.3).</summary>
internal static class Reachability
{
    /// <summary>Sets <see cref="Node.Reaches"/> of every inclusive gateway with more than one flow in, and lists it in its level.</summary>
    internal static void Compute(IReadOnlyList<Node> nodes, IReadOnlyList<GraphScope> scopes)
    {
        foreach (var scope in scopes)
        {
            scope.InclusiveJoins =
                [.. scope.Nodes.Where(n => n is { Kind: ElementKind.InclusiveGateway, Incoming.Length: > 1 })];
            foreach (var join in scope.InclusiveJoins)
            {
                join.Reaches = [.. join.Incoming.Select(flow => Before(flow, join, nodes.Count))];
            }
        }
    }

    /// <summary>The nodes that lead to a flow without passing the join. A border event follows its activity.</summary>
    private static NodeSet Before(Flow flow, Node join, int nodeCount)
    {
        var set = new NodeSet(nodeCount);
        var open = new Stack<Node>();
        open.Push(flow.Source);
        while (open.TryPop(out var node))
        {
            if (node == join || !set.Add(node.Index))
            {
                continue;
            }
            foreach (var incoming in node.Incoming)
            {
                open.Push(incoming.Source);
            }
            if (node.AttachedTo is { } host)
            {
                open.Push(host);
            }
        }
        return set;
    }
}
