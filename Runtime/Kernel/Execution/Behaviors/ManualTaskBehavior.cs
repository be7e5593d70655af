namespace Platform.Kernel.Execution.Behaviors;

/// <summary>Manual task, and task without type: done outside of any system, so the token goes on (BPMN 2.0.2 §13.3.3).</summary>
internal sealed class ManualTaskBehavior : IElementBehavior
{
    public Decision Enter(in Visit visit) => Decision.Go;
}
