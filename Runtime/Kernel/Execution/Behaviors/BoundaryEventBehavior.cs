namespace Platform.Kernel.Execution.Behaviors;

/// <summary>Boundary event: a token comes here because the event has happened (BPMN 2.0.2 §13.5.3).</summary>
internal sealed class BoundaryEventBehavior : IElementBehavior
{
    public Decision Enter(in Visit visit) => Decision.Go;
}
