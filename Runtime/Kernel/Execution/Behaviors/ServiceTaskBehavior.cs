namespace Platform.Kernel.Execution.Behaviors;

/// <summary>Service task: evaluates its expression, or orders its activity and waits (BPMN 2.0.2 §13.3.3).</summary>
internal sealed class ServiceTaskBehavior : IElementBehavior
{
    public Decision Enter(in Visit visit) => visit.Node.Activity switch
    {
        { ActivityType: not null } => Decision.Work,
        { Script: not null } => ScriptTaskBehavior.Evaluate(visit),
        _ => Decision.Work,
    };
}
