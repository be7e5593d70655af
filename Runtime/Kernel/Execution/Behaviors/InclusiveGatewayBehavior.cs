namespace Platform.Kernel.Execution.Behaviors;

/// <summary>Inclusive gateway: waits for the tokens that can still come, then takes every flow whose condition holds (BPMN 2.0.2 §13.4.3).</summary>
internal sealed class InclusiveGatewayBehavior : IElementBehavior
{
    public Decision Enter(in Visit visit) => visit.Node.Incoming.Length > 1 ? Decision.Join : Decision.Go;
}
