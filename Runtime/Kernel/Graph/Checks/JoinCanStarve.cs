namespace Platform.Kernel.Graph.Checks;

/// <summary>
/// A parallel join does not wait for branches of which only one is ever taken: no two of its flows each need a different
/// branch of the same exclusive or event gateway.
/// </summary>
internal sealed class JoinCanStarve : IGraphCheck
{
    public void Check(CheckContext context)
    {
        foreach (var scope in context.Graph.Scopes)
        {
            var joins = scope.Nodes.Where(n => n is { Kind: ElementKind.ParallelGateway, Incoming.Length: > 1 }).ToList();
            if (joins.Count == 0)
            {
                continue;
            }
            var choices = scope.Nodes.Where(n =>
                n is { Kind: ElementKind.ExclusiveGateway or ElementKind.EventGateway, Outgoing.Length: > 1 });
            foreach (var choice in choices)
            {
                var withoutBranch = choice.Outgoing.Select(flow => CheckContext.Reachable(scope, flow)).ToList();
                foreach (var join in joins.Where(join => Starves(join, choice, withoutBranch)))
                {
                    context.Issues.Warning(
                        "bpmn.join-can-starve",
                        join.Element,
                        $"并行汇聚“{join.Label}”等待的分支在“{choice.Label}”处只会走其中一条，会一直等下去。");
                }
            }
        }
    }

    private static bool Starves(Node join, Node choice, List<HashSet<Node>> withoutBranch)
    {
        var needed = new HashSet<int>();
        foreach (var flow in join.Incoming)
        {
            for (int branch = 0; branch < withoutBranch.Count; branch++)
            {
                if (flow == choice.Outgoing[branch] || !withoutBranch[branch].Contains(flow.Source))
                {
                    needed.Add(branch);
                }
            }
        }
        return needed.Count > 1;
    }
}
