using Platform.Kernel.Graph.Building;
using Platform.Kernel.Model;

namespace Platform.Kernel.Graph.Checks;

/// <summary>What a check sees and where it reports.</summary>
internal sealed record CheckContext(ProcessDefinition Process, ProcessGraph Graph, CompileOptions Options, IssueList Issues)
{
    /// <summary>Nodes a token can reach from where the level is entered, optionally as if one flow did not exist.</summary>
    internal static HashSet<Node> Reachable(GraphScope scope, Flow? without = null)
    {
        var seen = new HashSet<Node>();
        var open = new Stack<Node>(scope.StartEvents.IsEmpty ? scope.Entries : scope.StartEvents);
        while (open.TryPop(out var node))
        {
            if (!seen.Add(node))
            {
                continue;
            }
            foreach (var flow in node.Outgoing.Where(f => f != without))
            {
                open.Push(flow.Target);
            }
            foreach (var boundary in node.Boundaries)
            {
                open.Push(boundary);
            }
        }
        return seen;
    }
}
