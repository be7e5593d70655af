using Platform.Kernel.Model;

namespace Platform.Designer.Simple;

/// <summary>What a place in a block-structured process means for the branches that run beside it.</summary>
internal sealed class BranchPlaces
{
    private readonly ILookup<string, SequenceFlow> leaving;
    private readonly HashSet<string> turns = [];
    private readonly HashSet<string> waited = [];
    private readonly HashSet<string> beside = [];
    private readonly Dictionary<string, string> branches = [];

    private BranchPlaces(ProcessDefinition process) =>
        leaving = ProcessOutline.Everything(process.FlowElements).OfType<SequenceFlow>().ToLookup(f => f.SourceRef);

    /// <summary>Reads the places of a process. Of one that is not block-structured nothing is known.</summary>
    /// <param name="process">The process.</param>
    /// <param name="isWaitedFor">Whether the whole of it stands in a branch that a join waits for.</param>
    internal static BranchPlaces Of(ProcessDefinition process, bool isWaitedFor = false)
    {
        BranchPlaces places = new(process);
        if (FlowReader.Read(process).Flow is { } flow)
        {
            places.Walk(flow, new Place("", IsBeside: isWaitedFor, IsWaitedFor: isWaitedFor, IsTurn: false));
        }

        return places;
    }

    /// <summary>
    /// Whether a flow or an end event stands on one of several ways of a branch that a join waits for: work that ends there never comes to
    /// the join, so it must end the whole process.
    /// </summary>
    internal bool IsTurn(string id) => turns.Contains(id);

    /// <summary>Whether a flow stands in a branch that a join waits for.</summary>
    internal bool IsWaitedFor(string id) => waited.Contains(id);

    /// <summary>Whether a flow or an end event stands in a branch beside which others run.</summary>
    internal bool IsBeside(string id) => beside.Contains(id);

    /// <summary>Whether a flow and a step stand in the same one of the branches that run at the same time, or both in none.</summary>
    internal bool IsSameBranch(string flowId, string stepId) => branches.TryGetValue(flowId, out string? one) && branches.TryGetValue(stepId, out string? other) && one == other;

    private void Walk(FlowSequence sequence, Place place)
    {
        foreach (FlowItem item in sequence.Items)
        {
            if (item is FlowItem.Step step)
            {
                branches[step.Node.Id] = place.Branch;
                Note(leaving[step.Node.Id], place);
                Sides(step, place);
            }
            else if (item is FlowItem.Branching block)
            {
                Block(block, place);
            }
        }

        if (sequence.End is PathEnd.Ends ends)
        {
            Note(ends.Event.Id, place);
        }
    }

    private void Sides(FlowItem.Step step, Place place)
    {
        if (step.Inside is { } inside)
        {
            Walk(inside, new Place(step.Node.Id, false, false, false));
        }

        foreach (SidePath side in step.Sides)
        {
            Place there = side.Event.CancelActivity ? place with { IsTurn = place.IsWaitedFor } : new Place(side.Event.Id, IsBeside: true, IsWaitedFor: false, IsTurn: false);
            Note(leaving[side.Event.Id], there);
            Walk(side.Path, there);
        }
    }

    private void Block(FlowItem.Branching block, Place place)
    {
        bool several = FlowMap.TakesSeveral(block.Split);
        foreach (Branch branch in block.Branches)
        {
            bool waits = several && block.Join is not null && branch.Path.End is PathEnd.Continues;
            bool goesOn = several && block.Join is null && branch.Path.End is PathEnd.Continues or PathEnd.Jumps;
            Place there = several && !goesOn
                ? new Place(branch.Flow.Id, IsBeside: true, IsWaitedFor: waits, IsTurn: false)
                : place with { IsTurn = place.IsTurn || (!several && place.IsWaitedFor) };
            Note([branch.Flow], there);
            Walk(branch.Path, there);
        }

        Note(block.Join is null ? [] : leaving[block.Join.Id], place);
    }

    private void Note(IEnumerable<SequenceFlow> flows, Place place)
    {
        if (flows.ToArray() is [var only])
        {
            Note(only.Id, place);
        }
    }

    private void Note(string id, Place place)
    {
        branches[id] = place.Branch;
        if (place.IsTurn)
        {
            turns.Add(id);
        }

        if (place.IsWaitedFor)
        {
            waited.Add(id);
        }

        if (place.IsBeside)
        {
            beside.Add(id);
        }
    }

    private readonly record struct Place(string Branch, bool IsBeside, bool IsWaitedFor, bool IsTurn);
}
