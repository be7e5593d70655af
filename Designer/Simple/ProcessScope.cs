using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.Designer.Simple;

/// <summary>One scope of a process (the process itself or a sub-process) taken out for editing, and how to put it back.</summary>
/// <param name="Elements">What stands in the scope, in file order.</param>
/// <param name="LaneSets">Lanes of the scope.</param>
internal sealed record ProcessScope(ImmutableArray<FlowElement> Elements, ImmutableArray<LaneSet> LaneSets)
{
    /// <summary>Changes the scope that directly holds an element; the process comes back unchanged when no scope does.</summary>
    internal static ProcessDefinition Change(ProcessDefinition process, string elementId, Func<ProcessScope, ProcessScope> change)
    {
        if (process.FlowElements.Any(e => e.Id == elementId))
        {
            ProcessScope changed = change(new ProcessScope(process.FlowElements, process.LaneSets)).WithListedFlows();
            return process with { FlowElements = changed.Elements, LaneSets = changed.LaneSets };
        }

        return process with { FlowElements = ChangeInside(process.FlowElements, elementId, change) };
    }

    internal SequenceFlow Flow(string id) => Elements.OfType<SequenceFlow>().Single(f => f.Id == id);

    internal FlowNode Node(string id) => Elements.OfType<FlowNode>().Single(n => n.Id == id);

    internal IEnumerable<SequenceFlow> Leaving(string nodeId) => Elements.OfType<SequenceFlow>().Where(f => f.SourceRef == nodeId);

    internal IEnumerable<SequenceFlow> Entering(string nodeId) => Elements.OfType<SequenceFlow>().Where(f => f.TargetRef == nodeId);

    internal ProcessScope Add(params ReadOnlySpan<FlowElement> added) => this with { Elements = Elements.AddRange(added) };

    internal ProcessScope Replace(FlowElement element) =>
        this with { Elements = [.. Elements.Select(e => e.Id == element.Id ? element : e)] };

    /// <summary>Takes elements away, with every flow that would lead nowhere, and forgets them in lanes and defaults.</summary>
    internal ProcessScope Remove(IReadOnlySet<string> ids)
    {
        HashSet<string> gone = [.. ids, .. Elements.OfType<SequenceFlow>().Where(f => ids.Contains(f.SourceRef) || ids.Contains(f.TargetRef)).Select(f => f.Id)];
        return new ProcessScope(
            [.. Elements.Where(e => !gone.Contains(e.Id)).Select(e => WithoutDefault(e, gone))],
            [.. LaneSets.Select(set => set with { Lanes = [.. set.Lanes.Select(lane => Forget(lane, gone))] })]);
    }

    /// <summary>Puts a new node into the lane of a neighbour, when that one stands in a lane.</summary>
    internal ProcessScope InLaneOf(string neighbourId, string nodeId) =>
        this with { LaneSets = [.. LaneSets.Select(set => set with { Lanes = [.. set.Lanes.Select(lane => Join(lane, neighbourId, nodeId))] })] };

    private static ImmutableArray<FlowElement> ChangeInside(ImmutableArray<FlowElement> elements, string elementId, Func<ProcessScope, ProcessScope> change) =>
        [.. elements.Select(e => e is SubProcess sub ? ChangeSub(sub, elementId, change) : e)];

    private static SubProcess ChangeSub(SubProcess sub, string elementId, Func<ProcessScope, ProcessScope> change)
    {
        if (sub.FlowElements.Any(e => e.Id == elementId))
        {
            ProcessScope changed = change(new ProcessScope(sub.FlowElements, sub.LaneSets)).WithListedFlows();
            return sub with { FlowElements = changed.Elements, LaneSets = changed.LaneSets };
        }

        return sub with { FlowElements = ChangeInside(sub.FlowElements, elementId, change) };
    }

    private static FlowElement WithoutDefault(FlowElement element, HashSet<string> gone) => element switch
    {
        ExclusiveGateway { Default: { } d } gateway when gone.Contains(d) => gateway with { Default = null },
        InclusiveGateway { Default: { } d } gateway when gone.Contains(d) => gateway with { Default = null },
        ComplexGateway { Default: { } d } gateway when gone.Contains(d) => gateway with { Default = null },
        ActivityNode { Default: { } d } activity when gone.Contains(d) => activity with { Default = null },
        _ => element,
    };

    private static Lane Forget(Lane lane, HashSet<string> gone) => lane with
    {
        FlowNodeRefs = [.. lane.FlowNodeRefs.Where(r => !gone.Contains(r))],
        ChildLaneSet = lane.ChildLaneSet is null ? null : lane.ChildLaneSet with { Lanes = [.. lane.ChildLaneSet.Lanes.Select(l => Forget(l, gone))] },
    };

    private static Lane Join(Lane lane, string neighbourId, string nodeId) => lane with
    {
        FlowNodeRefs = lane.FlowNodeRefs.Contains(neighbourId) ? lane.FlowNodeRefs.Add(nodeId) : lane.FlowNodeRefs,
        ChildLaneSet = lane.ChildLaneSet is null ? null : lane.ChildLaneSet with { Lanes = [.. lane.ChildLaneSet.Lanes.Select(l => Join(l, neighbourId, nodeId))] },
    };

    /// <summary>The lists of incoming and outgoing flows that some tools read, made to agree with the flows.</summary>
    private ProcessScope WithListedFlows()
    {
        ILookup<string, string> leaving = Elements.OfType<SequenceFlow>().ToLookup(f => f.SourceRef, f => f.Id);
        ILookup<string, string> entering = Elements.OfType<SequenceFlow>().ToLookup(f => f.TargetRef, f => f.Id);
        return this with
        {
            Elements = [.. Elements.Select(e => e is FlowNode n ? n with { ListedIncoming = [.. entering[n.Id]], ListedOutgoing = [.. leaving[n.Id]] } : e)],
        };
    }
}
