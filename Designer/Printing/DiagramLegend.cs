using Platform.Kernel.Model;

namespace Platform.Designer.Printing;

/// <summary>The symbols of a drawing, each once, for people who do not know them.</summary>
public static class DiagramLegend
{
    private static readonly string[] Order =
    [
        "Start", "User", "Service", "Rule", "Task", "Scope", "Call", "Exclusive", "Parallel", "Inclusive", "EventBased",
        "Timer", "Message", "Signal", "Catch", "BoundaryTimer", "Boundary", "End",
    ];

    /// <summary>Which symbols a process uses.</summary>
    /// <param name="process">The process.</param>
    /// <returns>Kind of symbol and id of one element that is drawn so, in the order in which people meet them.</returns>
    public static IReadOnlyList<(string Kind, string ElementId)> Of(ProcessDefinition process)
    {
        ArgumentNullException.ThrowIfNull(process);
        return
        [
            .. Simple.ProcessOutline.Everything(process.FlowElements).OfType<FlowNode>().GroupBy(Kind)
                .Select(g => (Kind: g.Key, ElementId: g.First().Id)).OrderBy(s => Array.IndexOf(Order, s.Kind)),
        ];
    }

    private static string Kind(FlowNode node) => node switch
    {
        StartEvent => "Start",
        EndEvent => "End",
        UserTask => "User",
        BusinessRuleTask => "Rule",
        ServiceTask or ScriptTask or SendTask => "Service",
        SubProcess => "Scope",
        CallActivity => "Call",
        ExclusiveGateway => "Exclusive",
        ParallelGateway => "Parallel",
        InclusiveGateway => "Inclusive",
        Gateway => "EventBased",
        BoundaryEvent boundary => boundary.EventDefinitions.FirstOrDefault() is TimerEventDefinition ? "BoundaryTimer" : "Boundary",
        CatchEvent caught => caught.EventDefinitions.FirstOrDefault() switch
        {
            TimerEventDefinition => "Timer",
            MessageEventDefinition => "Message",
            SignalEventDefinition => "Signal",
            _ => "Catch",
        },
        EventNode => "Catch",
        _ => "Task",
    };
}
