using Platform.Kernel.Execution.Behaviors;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution;

/// <summary>Which behavior each kind of element has. A new element is a file in Behaviors and a line here.</summary>
internal static class BehaviorTable
{
    private static readonly IElementBehavior[] ByKind = Build(new()
    {
        [ElementKind.StartEvent] = new StartEventBehavior(),
        [ElementKind.EndEvent] = new EndEventBehavior(),
        [ElementKind.TerminateEnd] = new TerminateEndBehavior(),
        [ElementKind.CatchEvent] = new CatchEventBehavior(),
        [ElementKind.ThrowEvent] = new ThrowEventBehavior(),
        [ElementKind.BoundaryEvent] = new BoundaryEventBehavior(),
        [ElementKind.UserTask] = new UserTaskBehavior(),
        [ElementKind.ServiceTask] = new ServiceTaskBehavior(),
        [ElementKind.ScriptTask] = new ScriptTaskBehavior(),
        [ElementKind.BusinessRuleTask] = new BusinessRuleTaskBehavior(),
        [ElementKind.SendTask] = new SendTaskBehavior(),
        [ElementKind.ReceiveTask] = new ReceiveTaskBehavior(),
        [ElementKind.ManualTask] = new ManualTaskBehavior(),
        [ElementKind.AbstractTask] = new ManualTaskBehavior(),
        [ElementKind.CallActivity] = new CallActivityBehavior(),
        [ElementKind.SubProcess] = new SubProcessBehavior(),
        [ElementKind.EventSubProcess] = new SubProcessBehavior(),
        [ElementKind.Transaction] = new SubProcessBehavior(),
        [ElementKind.ExclusiveGateway] = new ExclusiveGatewayBehavior(),
        [ElementKind.ParallelGateway] = new ParallelGatewayBehavior(),
        [ElementKind.InclusiveGateway] = new InclusiveGatewayBehavior(),
        [ElementKind.EventGateway] = new EventGatewayBehavior(),
    });

    /// <summary>The behavior of a kind.</summary>
    internal static IElementBehavior For(ElementKind kind) => ByKind[(int)kind];

    private static IElementBehavior[] Build(Dictionary<ElementKind, IElementBehavior> table) =>
        [.. Enum.GetValues<ElementKind>().Select(kind => table[kind])];
}
