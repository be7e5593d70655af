namespace Platform.Kernel.Graph.Checks;

/// <summary>Every element can be reached from a start of its level.</summary>
internal sealed class Unreachable : IGraphCheck
{
    public void Check(CheckContext context)
    {
        foreach (var scope in context.Graph.Scopes)
        {
            var reached = CheckContext.Reachable(scope);
            foreach (var node in scope.Nodes)
            {
                if (!reached.Contains(node) && !node.IsForCompensation && node.Kind != ElementKind.EventSubProcess)
                {
                    context.Issues.Warning("bpmn.unreachable", node.Element, $"“{node.Label}”永远走不到。");
                }
            }
        }
    }
}
