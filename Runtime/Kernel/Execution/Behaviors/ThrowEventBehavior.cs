using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution.Behaviors;

/// <summary>Intermediate throwing event: throws, and goes on (BPMN 2.0.2 §13.5.2).</summary>
internal sealed class ThrowEventBehavior : IElementBehavior
{
    public Decision Enter(in Visit visit) => visit.Node.Event!.Kind is EventKind.None or EventKind.Link ? Decision.Go : new Decision.Throw(visit.Node.Event);
}
