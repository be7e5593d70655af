using Platform.Kernel.Model;

namespace Platform.Designer.Simple;

/// <summary>Where else the work on a flow may be led, without anything that was drawn getting lost.</summary>
public static class WaysOn
{
    /// <summary>The steps to which the work on a flow may go back, the nearest first.</summary>
    /// <param name="process">The process.</param>
    /// <param name="flowId">The flow.</param>
    public static IReadOnlyList<UserTask> BackFrom(ProcessDefinition process, string flowId) =>
    [
        .. BranchPlaces.Of(process) is var places ? new OutcomeSources(process).EarlierThan(flowId).OfType<UserTask>()
            .Where(step => places.IsSameBranch(flowId, step.Id) && !IsSame(process, flowId, step.Id) && FlowEditor.LeadTo(process, flowId, step.Id) is var led && Keeps(process, led) && ComesToAnEnd(led, step.Id)) : [],
    ];

    /// <summary>Whether the work on a flow may end there: not where it ends anyway, and not where steps would be cut off.</summary>
    /// <param name="process">The process.</param>
    /// <param name="flowId">The flow.</param>
    public static bool MayEnd(ProcessDefinition process, string flowId) =>
        ProcessOutline.Everything(process.FlowElements).ToArray() is var all
        && all.OfType<SequenceFlow>().FirstOrDefault(f => f.Id == flowId) is { } flow
        && !all.Any(e => e is EndEvent && e.Id == flow.TargetRef)
        && Keeps(process, FlowEditor.EndAfter(process, flowId));

    private static bool IsSame(ProcessDefinition process, string flowId, string targetId) =>
        ProcessOutline.Everything(process.FlowElements).OfType<SequenceFlow>().Any(f => f.Id == flowId && f.TargetRef == targetId);

    /// <summary>Whether the work is done some time, and does not go round for ever.</summary>
    private static bool ComesToAnEnd(ProcessDefinition process, string fromId)
    {
        ILookup<string, string> next = ProcessOutline.Everything(process.FlowElements).OfType<SequenceFlow>().ToLookup(f => f.SourceRef, f => f.TargetRef);
        HashSet<string> seen = [];
        Stack<string> open = new([fromId]);
        while (open.TryPop(out string? id))
        {
            if (!next[id].Any())
            {
                return true;
            }

            foreach (string following in seen.Add(id) ? next[id] : [])
            {
                open.Push(following);
            }
        }

        return false;
    }

    private static bool Keeps(ProcessDefinition before, ProcessDefinition after) =>
        Works(before) == Works(after) && !ReferenceEquals(before, after) && FlowReader.Read(after).Obstacle is null;

    /// <summary>How much of a process is more than gateways and connections.</summary>
    private static int Works(ProcessDefinition process) =>
        ProcessOutline.Everything(process.FlowElements).Count(e => e is FlowNode and not (Gateway or EndEvent));
}
