using Platform.Kernel.Model;

namespace Platform.Kernel.Graph.Checks;

/// <summary>Flows begin and end only where BPMN lets them (BPMN 2.0.2 §8.4.13, §10.5), and events stand where they may.</summary>
internal sealed class FlowEnds : IGraphCheck
{
    public void Check(CheckContext context)
    {
        foreach (var node in context.Graph.Nodes)
        {
            if (node.Kind is ElementKind.StartEvent or ElementKind.BoundaryEvent && !node.Incoming.IsEmpty)
            {
                context.Issues.Error("bpmn.flow-into-start", node.Element, $"“{node.Label}”不能有进入的连线。");
            }
            if (node.Kind is ElementKind.EndEvent or ElementKind.TerminateEnd && !node.Outgoing.IsEmpty)
            {
                context.Issues.Error("bpmn.flow-out-of-end", node.Element, $"结束事件“{node.Label}”不能有离开的连线。");
            }
            if (node.IsForCompensation && (!node.Incoming.IsEmpty || !node.Outgoing.IsEmpty))
            {
                context.Issues.Error("bpmn.flow-at-compensation", node.Element, $"补偿任务“{node.Label}”不能有连线。");
            }
            CheckKind(context, node);
        }
    }

    private static void CheckKind(CheckContext context, Node node)
    {
        if (node.Event is not { } plan || node.Element is not EventNode)
        {
            return;
        }
        bool allowed = node.Kind switch
        {
            ElementKind.CatchEvent => plan.Kind is EventKind.Message or EventKind.Timer or EventKind.Signal
                or EventKind.Conditional or EventKind.Link,
            ElementKind.ThrowEvent => plan.Kind is EventKind.None or EventKind.Message or EventKind.Signal
                or EventKind.Escalation or EventKind.Compensation or EventKind.Link,
            ElementKind.EndEvent => plan.Kind is not (EventKind.Timer or EventKind.Conditional or EventKind.Link),
            ElementKind.BoundaryEvent => plan.Kind is not (EventKind.None or EventKind.Link or EventKind.Terminate),
            _ => true,
        };
        if (!allowed)
        {
            context.Issues.Error("bpmn.unsupported-element", node.Element, $"事件“{node.Label}”不能是这种类型。");
        }
    }
}
