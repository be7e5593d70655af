namespace Platform.Kernel.Execution.Behaviors;

/// <summary>Terminate end event: everything on its level ends, without compensation (BPMN 2.0.2 §13.5.6).</summary>
internal sealed class TerminateEndBehavior : IElementBehavior
{
    public Decision Enter(in Visit visit) => new Decision.Terminate();
}
