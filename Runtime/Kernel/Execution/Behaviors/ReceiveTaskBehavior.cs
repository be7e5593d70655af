namespace Platform.Kernel.Execution.Behaviors;

/// <summary>Receive task: waits for its message; one without message waits to be resumed (BPMN 2.0.2 §13.3.3).</summary>
internal sealed class ReceiveTaskBehavior : IElementBehavior
{
    public Decision Enter(in Visit visit) => new Decision.AwaitEvents([visit.Node]);
}
