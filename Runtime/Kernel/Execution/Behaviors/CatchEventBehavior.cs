using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution.Behaviors;

/// <summary>Intermediate catching event: waits for its event; the target of a link has nothing to wait for (BPMN 2.0.2 §13.5.2).</summary>
internal sealed class CatchEventBehavior : IElementBehavior
{
    public Decision Enter(in Visit visit) => visit.Node.Event!.Kind == EventKind.Link ? Decision.Go : new Decision.AwaitEvents([visit.Node]);
}
