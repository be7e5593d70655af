using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.Designer.Simple;

/// <summary>A stretch of the flow that runs from top to bottom in the simple view.</summary>
/// <param name="Items">What happens, in order; may be empty for a branch without steps.</param>
/// <param name="End">How the stretch ends.</param>
public sealed record FlowSequence(ImmutableArray<FlowItem> Items, PathEnd End)
{
    /// <summary>Every node of the stretch and of everything nested in it.</summary>
    public IEnumerable<FlowNode> Nodes() => Items.SelectMany(item => item.Nodes());
}

/// <summary>One item of a stretch. Closed union of <see cref="Step"/> and <see cref="Branching"/>.</summary>
public abstract record FlowItem
{
    private FlowItem()
    {
    }

    /// <summary>Every node of the item, nested ones included.</summary>
    public abstract IEnumerable<FlowNode> Nodes();

    /// <summary>A single element.</summary>
    /// <param name="Node">The element: a start event, a task, a sub-process, or a gateway at which paths only come together.</param>
    /// <param name="Inside">What runs inside an embedded sub-process; null for every other element.</param>
    /// <param name="Sides">Paths that leave through boundary events (deadline passed, error, escalation).</param>
    public sealed record Step(FlowNode Node, FlowSequence? Inside, ImmutableArray<SidePath> Sides) : FlowItem
    {
        /// <inheritdoc/>
        public override IEnumerable<FlowNode> Nodes() =>
            [Node, .. Inside?.Nodes() ?? [], .. Sides.SelectMany(s => s.Path.Nodes().Prepend(s.Event))];
    }

    /// <summary>A split with its branches, up to where they come together.</summary>
    /// <param name="Split">The gateway, or the task whose outgoing flows split.</param>
    /// <param name="Join">The gateway that ends the block and belongs to it; null when the branches end apart or meet at an ordinary element.</param>
    /// <param name="Branches">The branches, in the order of the file.</param>
    public sealed record Branching(FlowNode Split, FlowNode? Join, ImmutableArray<Branch> Branches) : FlowItem
    {
        /// <summary>Whether what stands behind the block is reached by one branch only, so that taking that branch out would cut it off.</summary>
        /// <param name="branch">A branch of the block.</param>
        public bool IsOnlyWayOn(Branch branch) =>
            branch?.Path.End is PathEnd.Continues && Branches.All(other => other == branch || other.Path.End is not PathEnd.Continues);

        /// <inheritdoc/>
        public override IEnumerable<FlowNode> Nodes() =>
            [Split, .. Branches.SelectMany(b => b.Path.Nodes()), .. Join is null ? Array.Empty<FlowNode>() : [Join]];
    }
}

/// <summary>One branch of a split.</summary>
/// <param name="Flow">The sequence flow that leads into it; carries name and condition.</param>
/// <param name="Path">What happens on it.</param>
public sealed record Branch(SequenceFlow Flow, FlowSequence Path);

/// <summary>A path that leaves an element through a boundary event.</summary>
/// <param name="Event">The boundary event.</param>
/// <param name="Path">What happens after it; empty items with <see cref="PathEnd.Stops"/> when nothing follows.</param>
public sealed record SidePath(BoundaryEvent Event, FlowSequence Path);

/// <summary>How a stretch ends. Closed union.</summary>
public abstract record PathEnd
{
    private PathEnd()
    {
    }

    /// <summary>It goes on behind the block it stands in.</summary>
    public sealed record Continues : PathEnd;

    /// <summary>It ends at an end event.</summary>
    /// <param name="Event">The end event.</param>
    public sealed record Ends(EndEvent Event) : PathEnd;

    /// <summary>It goes to an element that stands elsewhere: further up when work is returned, further down when steps are skipped.</summary>
    /// <param name="TargetId">Id of that element.</param>
    public sealed record Jumps(string TargetId) : PathEnd;

    /// <summary>Nothing follows and no end event is drawn; BPMN ends the path there.</summary>
    public sealed record Stops : PathEnd;
}
