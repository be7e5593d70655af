namespace Platform.Kernel.Graph.Checks;

/// <summary>A decision that a business rule task names exists.</summary>
internal sealed class UnknownDecision : IGraphCheck
{
    public void Check(CheckContext context)
    {
        if (context.Options.KnowsDecision is not { } knows)
        {
            return;
        }
        foreach (var node in context.Graph.Nodes)
        {
            if (node.Activity?.Decision is { } call && !knows(call))
            {
                context.Issues.Error("bpmn.unknown-decision", node.Element, $"“{node.Label}”引用的决策{call.Label}不存在。");
            }
        }
    }
}
