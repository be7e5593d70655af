namespace Platform.Kernel.Execution.Behaviors;

/// <summary>Start event (BPMN 2.0.2 §13.5.1): its event has already happened, the token goes on.</summary>
internal sealed class StartEventBehavior : IElementBehavior
{
    public Decision Enter(in Visit visit) => Decision.Go;
}
