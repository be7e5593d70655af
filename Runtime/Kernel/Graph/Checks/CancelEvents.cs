namespace Platform.Kernel.Graph.Checks;

/// <summary>A transaction is cancelled from inside it and caught on its own border (BPMN 2.0.2 §10.5.5).</summary>
internal sealed class CancelEvents : IGraphCheck
{
    public void Check(CheckContext context)
    {
        foreach (var node in context.Graph.Nodes.Where(n => n.Event?.Kind == EventKind.Cancel))
        {
            bool allowed = node.Kind switch
            {
                ElementKind.BoundaryEvent => node.AttachedTo!.Kind == ElementKind.Transaction,
                ElementKind.EndEvent => node.Parent.Owner?.Kind == ElementKind.Transaction,
                _ => false,
            };
            if (!allowed)
            {
                context.Issues.Error("bpmn.cancel-outside-transaction", node.Element, $"取消事件“{node.Label}”只能用于事务子流程。");
            }
        }
    }
}
