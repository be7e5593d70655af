namespace Platform.Kernel.Graph.Checks;

/// <summary>After an event-based gateway only events and receive tasks may wait, each for this gateway alone (BPMN 2.0.2 §10.6.6).</summary>
internal sealed class EventGatewayTargets : IGraphCheck
{
    public void Check(CheckContext context)
    {
        foreach (var gateway in context.Graph.Nodes.Where(n => n.Kind == ElementKind.EventGateway))
        {
            if (gateway.Outgoing.Length < 2)
            {
                context.Issues.Warning("bpmn.event-gateway-targets", gateway.Element, $"事件网关“{gateway.Label}”后面的事件少于两个。");
            }
            foreach (var flow in gateway.Outgoing)
            {
                CheckTarget(context, gateway, flow);
            }
        }
    }

    private static void CheckTarget(CheckContext context, Node gateway, Flow flow)
    {
        var target = flow.Target;
        bool waits = target is { Kind: ElementKind.CatchEvent, Event.Kind: not EventKind.Link }
            or { Kind: ElementKind.ReceiveTask, Boundaries.IsEmpty: true, Event: not null, Loop: null };
        if (!waits || target.Incoming.Length != 1 || flow.Condition is not null)
        {
            context.Issues.Error(
                "bpmn.event-gateway-targets",
                gateway.Element,
                $"事件网关“{gateway.Label}”后面只能是等待的事件或接收任务，而“{target.Label}”不是，或者还有别的来路。");
        }
    }
}
