using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.Designer.Simple;

/// <summary>
/// Reads a process as nested blocks for the simple view. Every node is placed exactly once; a flow that goes back to a node
/// further up, or over to one on another exclusive branch, becomes a jump. What does not fit is named, so that the canvas can be offered instead.
/// </summary>
public static class FlowReader
{
    /// <summary>How deep blocks may stand in blocks; nobody can read more, and it bounds the reader's own depth.</summary>
    public const int MaxDepth = 60;

    /// <summary>Reads the main flow of a process. Event sub-processes stand beside it and are not part of it.</summary>
    /// <param name="process">A process of any shape; it need not compile.</param>
    public static FlowReading Read(ProcessDefinition process)
    {
        FlowReading reading = ReadScope(process.FlowElements, 0, stopsAside: true);
        return reading.Obstacle?.Kind == FlowObstacleKind.EntersAnotherBranch ? ReadScope(process.FlowElements, 0, stopsAside: false) : reading;
    }

    private static FlowReading ReadScope(IEnumerable<FlowElement> elements, int depth, bool stopsAside)
    {
        FlowMap map = new(elements.Where(e => e is not SubProcess { Kind: SubProcessKind.Event }), stopsAside);
        SequenceFlow? broken = map.Flows.FirstOrDefault(f => !map.Has(f.SourceRef) || !map.Has(f.TargetRef));
        if (broken is not null)
        {
            return Refuse(broken.Id, FlowObstacleKind.BrokenFlow);
        }

        StartEvent[] starts = [.. map.Nodes.OfType<StartEvent>()];
        return starts switch
        {
            [] => Refuse("", FlowObstacleKind.NoStart),
            [var only] => new Walk(map, depth, stopsAside).Run(only),
            [_, var second, ..] => Refuse(second.Id, FlowObstacleKind.SeveralStarts),
        };
    }

    private static FlowReading Refuse(string id, FlowObstacleKind kind) => new(null, new FlowObstacle(id, kind));

    /// <summary>One reading: what has been placed so far, and the first obstacle met.</summary>
    private sealed class Walk(FlowMap map, int depth, bool stopsAside)
    {
        /// <summary>Where each node was placed: the parallel branch it stands in, by the flow that leads into that branch; empty on the trunk.</summary>
        private readonly Dictionary<string, string> placed = [];
        private FlowObstacle? obstacle;
        private int depth = depth;

        internal FlowReading Run(StartEvent start)
        {
            FlowSequence flow = Sequence(start.Id, stop: null, branch: string.Empty);
            FlowNode? left = map.Nodes.FirstOrDefault(n => !placed.ContainsKey(n.Id));
            obstacle ??= left is null ? null : new FlowObstacle(left.Id, FlowObstacleKind.Unreachable);
            return obstacle is null ? new FlowReading(flow, null) : new FlowReading(null, obstacle);
        }

        /// <summary>Reads from a node to the node at which the enclosing block ends.</summary>
        /// <param name="from">First node.</param>
        /// <param name="stop">Node that belongs to the enclosing block; null when there is none.</param>
        /// <param name="branch">The parallel branch that is read; a path may go to other nodes of the same one only.</param>
        private FlowSequence Sequence(string from, string? stop, string branch)
        {
            if (++depth > MaxDepth)
            {
                obstacle ??= new FlowObstacle(from, FlowObstacleKind.TooDeep);
            }

            FlowSequence sequence = Stretch(from, stop, branch);
            depth--;
            return sequence;
        }

        private FlowSequence Stretch(string from, string? stop, string branch)
        {
            ImmutableArray<FlowItem>.Builder items = ImmutableArray.CreateBuilder<FlowItem>();
            string? current = from;
            while (current is not null && obstacle is null)
            {
                if (current == stop)
                {
                    return new FlowSequence(items.ToImmutable(), new PathEnd.Continues());
                }

                if (!placed.TryAdd(current, branch))
                {
                    obstacle = placed[current] == branch ? null : new FlowObstacle(current, FlowObstacleKind.EntersAnotherBranch);
                    return new FlowSequence(items.ToImmutable(), new PathEnd.Jumps(current));
                }

                if (map.Node(current) is EndEvent end)
                {
                    return new FlowSequence(items.ToImmutable(), new PathEnd.Ends(end));
                }

                current = map.Outgoing(current).Count > 1 ? AddBranching(items, current, stop, branch) : AddStep(items, current, stop, branch);
            }

            return new FlowSequence(items.ToImmutable(), new PathEnd.Stops());
        }

        private string? AddStep(ImmutableArray<FlowItem>.Builder items, string id, string? stop, string branch)
        {
            FlowNode node = map.Node(id);
            FlowSequence? inside = node is SubProcess sub ? Inside(sub) : null;
            items.Add(new FlowItem.Step(node, inside, Sides(id, stop, branch)));
            return map.Outgoing(id) is [var only] ? only.TargetRef : null;
        }

        private string? AddBranching(ImmutableArray<FlowItem>.Builder items, string id, string? stop, string branch)
        {
            FlowNode split = map.Node(id);
            SequenceFlow? on = FlowMap.TakesSeveral(split) ? map.OnlyWayOn(id) : null;
            string? meeting = map.Meeting(id) ?? stop;
            ImmutableArray<Branch> branches =
                [.. map.Outgoing(id).Select(flow => new Branch(flow, Sequence(flow.TargetRef, meeting, FlowMap.TakesSeveral(split) && flow != on ? flow.Id : branch)))];
            FlowNode? join = meeting is not null && meeting != stop && !placed.ContainsKey(meeting) && IsJoinOf(split, map.Node(meeting), on) ? map.Node(meeting) : null;
            if (join is not null)
            {
                placed.Add(join.Id, branch);
            }

            if (split is not Gateway)
            {
                items.Add(new FlowItem.Step(split, split is SubProcess sub ? Inside(sub) : null, Sides(id, stop, branch)));
            }

            items.Add(new FlowItem.Branching(split, join, branches));
            return join is null ? branches.Any(b => b.Path.End is PathEnd.Continues) ? meeting : null : map.Outgoing(join.Id) is [var only] ? only.TargetRef : null;
        }

        private FlowSequence? Inside(SubProcess sub)
        {
            if (sub.Kind == SubProcessKind.AdHoc || sub.FlowElements.IsEmpty)
            {
                return null;
            }

            FlowReading inner = ReadScope(sub.FlowElements, depth + 1, stopsAside);
            obstacle ??= inner.Obstacle;
            return inner.Flow;
        }

        private ImmutableArray<SidePath> Sides(string id, string? stop, string branch) =>
            [.. map.Boundaries[id].Select(boundary => new SidePath(boundary, Side(boundary, stop, branch)))];

        private FlowSequence Side(BoundaryEvent boundary, string? stop, string branch)
        {
            placed.TryAdd(boundary.Id, branch);
            string? own = map.Outgoing(boundary.AttachedToRef) is [var flow] ? flow.TargetRef : stop;
            return map.Outgoing(boundary.Id) switch
            {
                [] => new FlowSequence([], new PathEnd.Stops()),
                [var only] => Sequence(only.TargetRef, own, branch),
                _ => Refused(boundary.Id),
            };
        }

        private FlowSequence Refused(string id)
        {
            obstacle ??= new FlowObstacle(id, FlowObstacleKind.EntersAnotherBranch);
            return new FlowSequence([], new PathEnd.Stops());
        }

        /// <summary>A gateway that only joins closes the block; any other element just comes after it.</summary>
        private bool IsJoinOf(FlowNode split, FlowNode meeting, SequenceFlow? on) =>
            meeting is Gateway && map.Outgoing(meeting.Id).Count <= 1
            && (split.GetType() == meeting.GetType() || (on is null && (split is not Gateway || meeting is ExclusiveGateway or ParallelGateway)));
    }
}
