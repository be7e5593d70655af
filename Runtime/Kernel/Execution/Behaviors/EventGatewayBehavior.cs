namespace Platform.Kernel.Execution.Behaviors;

/// <summary>Event-based gateway: waits for the first of the events behind it (BPMN 2.0.2 §13.4.4).</summary>
internal sealed class EventGatewayBehavior : IElementBehavior
{
    public Decision Enter(in Visit visit) => new Decision.AwaitEvents([.. visit.Node.Outgoing.Select(flow => flow.Target)]);
}
