using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.Designer.Simple;

/// <summary>How a new block splits.</summary>
public enum BlockKind
{
    /// <summary>条件分支: exactly one branch is taken.</summary>
    Exclusive,

    /// <summary>并行分支: all branches are taken.</summary>
    Parallel,

    /// <summary>包容分支: every branch whose condition holds is taken.</summary>
    Inclusive,
}

/// <summary>
/// The edits of the simple view, each a pure function from process to process. Ids that do not exist leave the process as
/// it is. The diagram is not touched here: it is laid out anew by whoever saves.
/// </summary>
public static class FlowEditor
{
    /// <summary>Puts an element on a sequence flow; condition and name of the flow stay before it.</summary>
    /// <param name="process">The process.</param>
    /// <param name="flowId">Flow to put it on.</param>
    /// <param name="node">The element; its id is replaced by a free one when it is empty or taken.</param>
    public static ProcessDefinition Insert(ProcessDefinition process, string flowId, FlowNode node)
    {
        NewIds ids = new(process);
        FlowNode added = node with { Id = node.Id.Length == 0 || ids.IsTaken(node.Id) ? ids.Next("Step") : node.Id };
        return ProcessScope.Change(process, flowId, scope =>
        {
            SequenceFlow flow = scope.Flow(flowId);
            SequenceFlow next = new() { Id = ids.Next("Flow"), SourceRef = added.Id, TargetRef = flow.TargetRef };
            return scope.Replace(flow with { TargetRef = added.Id }).Add(added, next).InLaneOf(flow.SourceRef, added.Id);
        });
    }

    /// <summary>Puts a block of two empty branches on a sequence flow. The second branch of a block with conditions is its default.</summary>
    /// <param name="process">The process.</param>
    /// <param name="flowId">Flow to put it on.</param>
    /// <param name="kind">How the block splits.</param>
    public static ProcessDefinition InsertBlock(ProcessDefinition process, string flowId, BlockKind kind)
    {
        NewIds ids = new(process);
        string split = ids.Next("Split");
        string join = ids.Next("Join");
        string first = ids.Next("Flow");
        string second = ids.Next("Flow");
        return ProcessScope.Change(process, flowId, scope =>
        {
            SequenceFlow flow = scope.Flow(flowId);
            return scope.Replace(flow with { TargetRef = split })
                .Add(
                    NewGateway(kind, split, second),
                    NewGateway(kind, join, null),
                    new SequenceFlow { Id = first, SourceRef = split, TargetRef = join },
                    new SequenceFlow { Id = second, SourceRef = split, TargetRef = join },
                    new SequenceFlow { Id = ids.Next("Flow"), SourceRef = join, TargetRef = flow.TargetRef })
                .InLaneOf(flow.SourceRef, split).InLaneOf(flow.SourceRef, join);
        });
    }

    /// <summary>Adds an empty branch to a block.</summary>
    /// <param name="process">The process.</param>
    /// <param name="splitId">Gateway at which the block splits.</param>
    /// <param name="meetingId">Element at which its branches come together.</param>
    public static ProcessDefinition AddBranch(ProcessDefinition process, string splitId, string meetingId)
    {
        SequenceFlow flow = new() { Id = new NewIds(process).Next("Flow"), SourceRef = splitId, TargetRef = meetingId };
        return ProcessScope.Change(process, splitId, scope => scope.Elements.Any(e => e.Id == meetingId) ? scope.Add(flow) : scope);
    }

    /// <summary>Takes an element out; what came before it leads on to what came after it. Its boundary events and what only they lead to go too.</summary>
    /// <param name="process">The process.</param>
    /// <param name="nodeId">The element.</param>
    public static ProcessDefinition Remove(ProcessDefinition process, string nodeId) => ProcessScope.Change(process, nodeId, scope =>
    {
        SequenceFlow[] leaving = [.. scope.Leaving(nodeId)];
        if (leaving.Length == 1 && scope.Entering(nodeId).Count() > 1 && scope.Node(leaving[0].TargetRef) is not ExclusiveGateway and Gateway)
        {
            // One of the flows comes at a time: a join behind them must go on waiting for one from here, not for each.
            return RemoveUnreached(scope.Remove(scope.Elements.OfType<BoundaryEvent>().Where(b => b.AttachedToRef == nodeId).Select(b => b.Id).ToHashSet())
                .Replace(new ExclusiveGateway { Id = nodeId }));
        }

        if (leaving.Length == 1 && leaving[0].TargetRef != nodeId)
        {
            foreach (SequenceFlow entering in scope.Entering(nodeId).ToArray())
            {
                scope = scope.Replace(entering with { TargetRef = leaving[0].TargetRef });
            }
        }

        return RemoveUnreached(scope.Remove(new HashSet<string> { nodeId }));
    });

    /// <summary>Takes a branch out with everything that only it leads to. A block left with one branch is dissolved into the flow.</summary>
    /// <param name="process">The process.</param>
    /// <param name="flowId">First flow of the branch.</param>
    public static ProcessDefinition RemoveBranch(ProcessDefinition process, string flowId) => ProcessScope.Change(process, flowId, scope =>
        Dissolve(RemoveUnreached(scope.Remove(new HashSet<string> { flowId }))));

    /// <summary>Moves a branch one place towards the first or the last; the order is that of the file and, for a block with conditions, the order in which they are asked.</summary>
    /// <param name="process">The process.</param>
    /// <param name="flowId">First flow of the branch.</param>
    /// <param name="towardsFirst">Which way.</param>
    public static ProcessDefinition MoveBranch(ProcessDefinition process, string flowId, bool towardsFirst) => ProcessScope.Change(process, flowId, scope =>
    {
        SequenceFlow flow = scope.Flow(flowId);
        SequenceFlow[] siblings = [.. scope.Leaving(flow.SourceRef)];
        int other = Array.IndexOf(siblings, flow) + (towardsFirst ? -1 : 1);
        if (other < 0 || other >= siblings.Length)
        {
            return scope;
        }

        int here = scope.Elements.IndexOf(flow);
        int there = scope.Elements.IndexOf(siblings[other]);
        return scope with { Elements = scope.Elements.SetItem(here, siblings[other]).SetItem(there, flow) };
    });

    /// <summary>Lets a flow lead back to an element further up (退回), or on to another one.</summary>
    /// <param name="process">The process.</param>
    /// <param name="flowId">The flow.</param>
    /// <param name="targetId">Where it leads from now on.</param>
    public static ProcessDefinition LeadTo(ProcessDefinition process, string flowId, string targetId) => ProcessScope.Change(process, flowId, scope =>
        scope.Elements.Any(e => e.Id == targetId && e is FlowNode and not StartEvent and not BoundaryEvent)
            ? RemoveUnreached(scope.Replace(scope.Flow(flowId) with { TargetRef = targetId }))
            : scope);

    /// <summary>
    /// Lets a flow end the process (or the sub-process) at an end event of its own. On one of several ways of a branch that a join waits for,
    /// the end is one that ends everything under way, or the join would wait for ever.
    /// </summary>
    /// <param name="process">The process.</param>
    /// <param name="flowId">The flow.</param>
    public static ProcessDefinition EndAfter(ProcessDefinition process, string flowId)
    {
        EndEvent end = new() { Id = new NewIds(process).Next("End"), EventDefinitions = BranchPlaces.Of(process).IsTurn(flowId) ? [new TerminateEventDefinition()] : [] };
        return ProcessScope.Change(process, flowId, scope =>
            RemoveUnreached(scope.Replace(scope.Flow(flowId) with { TargetRef = end.Id }).Add(end).InLaneOf(scope.Flow(flowId).SourceRef, end.Id)));
    }

    /// <summary>Puts a parallel join before an element, for the flows that come to it from some others.</summary>
    /// <param name="process">The process.</param>
    /// <param name="nodeId">The element.</param>
    /// <param name="sources">Elements whose flows are joined.</param>
    internal static ProcessDefinition JoinBefore(ProcessDefinition process, string nodeId, IReadOnlySet<string> sources)
    {
        NewIds ids = new(process);
        ParallelGateway join = new() { Id = ids.Next("Join") };
        SequenceFlow on = new() { Id = ids.Next("Flow"), SourceRef = join.Id, TargetRef = nodeId };
        return ProcessScope.Change(process, nodeId, scope => scope.Entering(nodeId).Where(f => sources.Contains(f.SourceRef)).ToArray()
            .Aggregate(scope.Add(join), (changed, flow) => changed.Replace(flow with { TargetRef = join.Id })).Add(on).InLaneOf(nodeId, join.Id));
    }

    /// <summary>Lets an element from which nothing leads on lead to an end event of its own.</summary>
    /// <param name="process">The process.</param>
    /// <param name="nodeId">The element.</param>
    public static ProcessDefinition LeadOn(ProcessDefinition process, string nodeId)
    {
        NewIds ids = new(process);
        EndEvent end = new() { Id = ids.Next("End") };
        SequenceFlow flow = new() { Id = ids.Next("Flow"), SourceRef = nodeId, TargetRef = end.Id };
        return ProcessScope.Change(process, nodeId, scope => scope.Leaving(nodeId).Any() ? scope : scope.Add(end, flow).InLaneOf(nodeId, end.Id));
    }

    /// <summary>Puts an element with the same id in the place of the one there is.</summary>
    /// <param name="process">The process.</param>
    /// <param name="element">The new element.</param>
    public static ProcessDefinition Replace(ProcessDefinition process, FlowElement element) =>
        ProcessScope.Change(process, element.Id, scope => scope.Replace(element));

    private static Gateway NewGateway(BlockKind kind, string id, string? defaultFlow) => kind switch
    {
        BlockKind.Exclusive => new ExclusiveGateway { Id = id, Default = defaultFlow },
        BlockKind.Inclusive => new InclusiveGateway { Id = id, Default = defaultFlow },
        BlockKind.Parallel => new ParallelGateway { Id = id },
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Expected a kind of block."),
    };

    /// <summary>What neither a start event nor an attached event leads to any more is not part of the process.</summary>
    private static ProcessScope RemoveUnreached(ProcessScope scope)
    {
        ILookup<string, string> next = scope.Elements.OfType<SequenceFlow>().ToLookup(f => f.SourceRef, f => f.TargetRef);
        ILookup<string, string> attached = scope.Elements.OfType<BoundaryEvent>().ToLookup(b => b.AttachedToRef, b => b.Id);
        HashSet<string> reached = [];
        Stack<string> open = new(scope.Elements.Where(e => e is StartEvent or SubProcess { Kind: SubProcessKind.Event }).Select(e => e.Id));
        while (open.TryPop(out string? id))
        {
            foreach (string found in reached.Add(id) ? next[id].Concat(attached[id]) : [])
            {
                open.Push(found);
            }
        }

        return scope.Remove(scope.Elements.OfType<FlowNode>().Select(n => n.Id).Where(id => !reached.Contains(id)).ToHashSet());
    }

    private static ProcessScope Dissolve(ProcessScope scope)
    {
        while (scope.Elements.OfType<Gateway>().FirstOrDefault(g => scope.Leaving(g.Id).Count() == 1 && scope.Entering(g.Id).Count() == 1) is { } needless)
        {
            SequenceFlow entering = scope.Entering(needless.Id).Single();
            SequenceFlow leaving = scope.Leaving(needless.Id).Single();
            scope = scope.Replace(entering with { TargetRef = leaving.TargetRef }).Remove(new HashSet<string> { needless.Id });
        }

        return scope;
    }

    /// <summary>Free ids, by counting on from what the process holds.</summary>
    private sealed class NewIds(ProcessDefinition process)
    {
        private readonly HashSet<string> taken = [.. AllIds(process.FlowElements)];

        internal bool IsTaken(string id) => taken.Contains(id);

        internal string Next(string prefix)
        {
            int number = 1;
            while (!taken.Add($"{prefix}_{number}"))
            {
                number++;
            }

            return $"{prefix}_{number}";
        }

        private static IEnumerable<string> AllIds(ImmutableArray<FlowElement> elements) =>
            elements.SelectMany(e => e is SubProcess sub ? AllIds(sub.FlowElements).Prepend(sub.Id) : [e.Id]);
    }
}
