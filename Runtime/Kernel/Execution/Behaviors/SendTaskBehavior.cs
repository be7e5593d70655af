namespace Platform.Kernel.Execution.Behaviors;

/// <summary>Send task: orders its activity, or evaluates its expression, or sends its message and goes on (BPMN 2.0.2 §13.3.3).</summary>
internal sealed class SendTaskBehavior : IElementBehavior
{
    public Decision Enter(in Visit visit) => visit.Node switch
    {
        { Activity.ActivityType: not null } => Decision.Work,
        { Activity.Script: not null } => ScriptTaskBehavior.Evaluate(visit),
        { Event: { } message } => new Decision.Throw(message),
        _ => Decision.Work,
    };
}
