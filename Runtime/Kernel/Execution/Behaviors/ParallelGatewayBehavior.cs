namespace Platform.Kernel.Execution.Behaviors;

/// <summary>Parallel gateway: waits until every flow into it has a token, then takes every flow out (BPMN 2.0.2 §13.4.1).</summary>
internal sealed class ParallelGatewayBehavior : IElementBehavior
{
    public Decision Enter(in Visit visit) => visit.Node.Incoming.Length > 1 ? Decision.Join : Decision.Go;
}
