using Platform.Kernel.Model;

namespace Platform.Kernel.Graph.Building;

/// <summary>Which kind of behavior an element of the model has; what has none is not supported.</summary>
internal static class ElementKinds
{
    /// <summary>The kind, or null with the reason why the element cannot run.</summary>
    internal static ElementKind? Of(FlowNode node, out string? reason)
    {
        reason = node switch
        {
            ComplexGateway => "复杂网关",
            SubProcess { Kind: SubProcessKind.AdHoc } => "自由子流程（ad hoc）",
            EventBasedGateway { Instantiate: true } => "启动流程的事件网关",
            EventBasedGateway { EventGatewayType: EventGatewayType.Parallel } => "并行事件网关",
            ReceiveTask { Instantiate: true } => "启动流程的接收任务",
            ActivityNode { StartQuantity: > 1 } or ActivityNode { CompletionQuantity: > 1 } => "大于 1 的令牌数量",
            CatchEvent { ParallelMultiple: true } => "并行多重事件",
            _ => null,
        };
        return reason is null ? Of(node) : null;
    }

    private static ElementKind Of(FlowNode node) => node switch
    {
        StartEvent => ElementKind.StartEvent,
        EndEvent { EventDefinitions: [TerminateEventDefinition] } => ElementKind.TerminateEnd,
        EndEvent => ElementKind.EndEvent,
        IntermediateCatchEvent => ElementKind.CatchEvent,
        IntermediateThrowEvent or ImplicitThrowEvent => ElementKind.ThrowEvent,
        BoundaryEvent => ElementKind.BoundaryEvent,
        UserTask => ElementKind.UserTask,
        ServiceTask => ElementKind.ServiceTask,
        ScriptTask => ElementKind.ScriptTask,
        BusinessRuleTask => ElementKind.BusinessRuleTask,
        SendTask => ElementKind.SendTask,
        ReceiveTask => ElementKind.ReceiveTask,
        ManualTask => ElementKind.ManualTask,
        AbstractTask => ElementKind.AbstractTask,
        CallActivity => ElementKind.CallActivity,
        SubProcess { Kind: SubProcessKind.Event } => ElementKind.EventSubProcess,
        SubProcess { Kind: SubProcessKind.Transaction } => ElementKind.Transaction,
        SubProcess => ElementKind.SubProcess,
        ExclusiveGateway => ElementKind.ExclusiveGateway,
        ParallelGateway => ElementKind.ParallelGateway,
        InclusiveGateway => ElementKind.InclusiveGateway,
        EventBasedGateway => ElementKind.EventGateway,
        _ => throw new InvalidOperationException($"Expected a known flow node, but got {node.GetType().Name}."),
    };
}
