namespace Platform.Kernel.Execution.Behaviors;

/// <summary>User task: a human task is created and waited for (BPMN 2.0.2 §13.3.3).</summary>
internal sealed class UserTaskBehavior : IElementBehavior
{
    public Decision Enter(in Visit visit) => Decision.Task;
}
