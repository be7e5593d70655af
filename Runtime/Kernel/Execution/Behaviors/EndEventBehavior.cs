using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution.Behaviors;

/// <summary>End event: throws what it has to throw, and the token ends (BPMN 2.0.2 §13.5.6).</summary>
internal sealed class EndEventBehavior : IElementBehavior
{
    public Decision Enter(in Visit visit) => visit.Node.Event!.Kind switch
    {
        EventKind.None => Decision.Go,
        EventKind.Terminate => new Decision.Terminate(),
        _ => new Decision.Throw(visit.Node.Event),
    };
}
