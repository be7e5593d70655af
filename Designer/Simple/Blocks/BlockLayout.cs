namespace Platform.Designer.Simple.Blocks;

/// <summary>Decides which blocks stand with their branches side by side and which one below the other, so that a flow is as wide as a screen and not wider.</summary>
internal sealed class BlockLayout
{
    /// <summary>Room beside the panel on an ordinary screen, in pixels of the stylesheet.</summary>
    private const int Room = 780;
    private const int Card = 250;
    private const int Frame = 26;

    private readonly HashSet<FlowItem.Branching> stacked = new(ReferenceEqualityComparer.Instance);

    /// <summary>Lays out a flow.</summary>
    /// <param name="flow">The flow from top to bottom.</param>
    internal BlockLayout(FlowSequence flow) => Measure(flow, 0);

    /// <summary>Whether the branches of a block stand one below the other.</summary>
    /// <param name="block">A block of the flow.</param>
    internal bool IsStacked(FlowItem.Branching block) => stacked.Contains(block);

    private int Measure(FlowSequence sequence, int depth) => sequence.Items.Select(item => Measure(item, depth)).Append(Card).Max();

    private int Measure(FlowItem item, int depth) => item switch
    {
        FlowItem.Step step => step.Sides.Select(side => Frame + Measure(side.Path, depth + 1)).Append(step.Inside is null ? Card : Frame + Measure(step.Inside, depth + 1)).Max(),
        FlowItem.Branching block => Measure(block, depth),
        _ => throw new ArgumentOutOfRangeException(nameof(item), item, "Expected a step or a block."),
    };

    private int Measure(FlowItem.Branching block, int depth)
    {
        int[] branches = [.. block.Branches.Select(branch => Measure(branch.Path, depth + 1))];
        if (branches.Sum() + Frame <= Room - (depth * Frame))
        {
            return branches.Sum() + Frame;
        }

        stacked.Add(block);
        return branches.Max() + Frame;
    }
}
