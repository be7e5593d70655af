using Platform.Designer.Editing;
using Platform.Designer.Simple;
using Platform.Kernel.Model;

namespace Platform.Designer.Checks;

/// <summary>A repair of something that was found, offered where only one is possible.</summary>
/// <param name="TextKey">Key of the button's text in the designer's texts.</param>
/// <param name="Apply">The process repaired; a pure function.</param>
public sealed record Repair(string TextKey, Func<ProcessDefinition, ProcessDefinition> Apply)
{
    /// <summary>The repair of an issue, or null when a person must decide.</summary>
    /// <param name="issue">What was found.</param>
    /// <param name="process">The process it was found in.</param>
    public static Repair? For(DesignIssue issue, ProcessDefinition process) => (issue.Code, issue.ElementId) switch
    {
        ("bpmn.unreachable", { } id) => new Repair("Repair.Remove", p => FlowEditor.Remove(p, id)),
        ("bpmn.flow-into-start", { } id) => new Repair("Repair.CutInto", p => Cut(p, id, f => f.TargetRef == id)),
        ("bpmn.flow-out-of-end", { } id) => new Repair("Repair.CutFrom", p => Cut(p, id, f => f.SourceRef == id)),
        ("bpmn.no-default", { } id) when LastBranch(process, id) is { } last => new Repair("Repair.LastIsDefault", p => MakeDefault(p, id, last)),
        (DesignChecks.NoCondition, { } id) when Source(process, id) is { Default: null } gateway && IsOnlyBare(process, gateway, id) =>
            new Repair("Repair.IsDefault", p => MakeDefault(p, gateway.Id, id)),
        ("bpmn.ends-before-join", { } id) when JoinRepairs.EndsAll(process, id) is not null => new Repair("Repair.EndsAll", p => JoinRepairs.EndsAll(p, id) ?? p),
        ("bpmn.join-can-starve", { } id) when JoinRepairs.JoinedAsSplit(process, id) is not null => new Repair("Repair.JoinTakesOne", p => JoinRepairs.JoinedAsSplit(p, id) ?? p),
        ("bpmn.runs-twice", { } id) when JoinRepairs.JoinedAsSplit(process, id) is not null => new Repair("Repair.JoinTakesAll", p => JoinRepairs.JoinedAsSplit(p, id) ?? p),
        _ => null,
    };

    private static ProcessDefinition Cut(ProcessDefinition process, string nodeId, Func<SequenceFlow, bool> which) =>
        ProcessScope.Change(process, nodeId, scope => scope.Remove(scope.Elements.OfType<SequenceFlow>().Where(which).Select(f => f.Id).ToHashSet()));

    private static string? LastBranch(ProcessDefinition process, string gatewayId) => Flows(process).LastOrDefault(f => f.SourceRef == gatewayId)?.Id;

    private static ProcessDefinition MakeDefault(ProcessDefinition process, string gatewayId, string flowId) => ProcessScope.Change(process, gatewayId, scope =>
    {
        FlowNode gateway = scope.Node(gatewayId) switch
        {
            ExclusiveGateway exclusive => exclusive with { Default = flowId },
            InclusiveGateway inclusive => inclusive with { Default = flowId },
            var other => other,
        };
        return scope.Replace(gateway).Replace(scope.Flow(flowId) with { Condition = null });
    });

    private static Chooser? Source(ProcessDefinition process, string flowId) =>
        Flows(process).FirstOrDefault(f => f.Id == flowId) is { } flow
            ? ProcessOutline.Everything(process.FlowElements).FirstOrDefault(e => e.Id == flow.SourceRef) switch
            {
                ExclusiveGateway exclusive => new Chooser(exclusive.Id, exclusive.Default),
                InclusiveGateway inclusive => new Chooser(inclusive.Id, inclusive.Default),
                _ => null,
            }
            : null;

    private static bool IsOnlyBare(ProcessDefinition process, Chooser gateway, string flowId) =>
        Flows(process).Where(f => f.SourceRef == gateway.Id && f.Condition is null).Select(f => f.Id).SequenceEqual([flowId]);

    private static IEnumerable<SequenceFlow> Flows(ProcessDefinition process) => ProcessOutline.Everything(process.FlowElements).OfType<SequenceFlow>();

    private sealed record Chooser(string Id, string? Default);
}
