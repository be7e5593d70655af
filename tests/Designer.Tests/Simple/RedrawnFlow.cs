using Platform.Designer.Simple;
using Platform.Kernel.Model;

namespace Platform.Designer.Tests.Simple;

/// <summary>Draws what the simple view shows back as elements and connections, so that it can be compared with the model it was read from.</summary>
internal static class RedrawnFlow
{
    /// <summary>Every connection that the reading shows, as <c>from&gt;to</c>, sorted.</summary>
    internal static string[] Connections(FlowSequence flow)
    {
        List<string> found = [];
        Walk(flow, [], found).ShouldBeEmpty("the trunk goes on to nowhere");
        return [.. found.Order(StringComparer.Ordinal)];
    }

    /// <summary>Every connection of the model, in the same form.</summary>
    internal static string[] Connections(ProcessDefinition process) =>
        [.. process.FlowElements.OfType<SequenceFlow>().Select(f => $"{f.SourceRef}>{f.TargetRef}").Order(StringComparer.Ordinal)];

    /// <summary>Every element that the reading shows, as often as it shows it, sorted.</summary>
    internal static string[] Elements(FlowSequence flow) => [.. Shown(flow).Order(StringComparer.Ordinal)];

    /// <summary>Every element of the model, sorted.</summary>
    internal static string[] Elements(ProcessDefinition process) => [.. process.FlowElements.OfType<FlowNode>().Select(n => n.Id).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Shown(FlowSequence flow) =>
        flow.Items.SelectMany(Shown).Concat(flow.End is PathEnd.Ends ends ? [ends.Event.Id] : []);

    private static IEnumerable<string> Shown(FlowItem item) => item switch
    {
        FlowItem.Step step => [step.Node.Id, .. step.Sides.SelectMany(s => Shown(s.Path).Prepend(s.Event.Id))],
        FlowItem.Branching block =>
            [.. block.Split is Gateway ? [block.Split.Id] : Array.Empty<string>(), .. block.Branches.SelectMany(b => Shown(b.Path)), .. block.Join is null ? Array.Empty<string>() : [block.Join.Id]],
        _ => throw new InvalidOperationException("Expected a step or a block."),
    };

    /// <summary>Walks a stretch from what leads into it; gives what leads on behind it.</summary>
    private static List<string> Walk(FlowSequence flow, List<string> from, List<string> found)
    {
        foreach (FlowItem item in flow.Items)
        {
            from = item is FlowItem.Step step ? Step(step, from, found) : Block((FlowItem.Branching)item, from, found);
        }

        switch (flow.End)
        {
            case PathEnd.Ends ends:
                Lead(from, ends.Event.Id, found);
                return [];
            case PathEnd.Jumps jumps:
                Lead(from, jumps.TargetId, found);
                return [];
            case PathEnd.Continues:
                return from;
            default:
                return [];
        }
    }

    private static List<string> Step(FlowItem.Step step, List<string> from, List<string> found)
    {
        Lead(from, step.Node.Id, found);
        return [step.Node.Id, .. step.Sides.SelectMany(s => Walk(s.Path, [s.Event.Id], found))];
    }

    private static List<string> Block(FlowItem.Branching block, List<string> from, List<string> found)
    {
        List<string> beside = [];
        if (block.Split is Gateway)
        {
            Lead(from, block.Split.Id, found);
        }
        else
        {
            beside.AddRange(from.Where(id => id != block.Split.Id));
        }

        List<string> open = [.. beside, .. block.Branches.SelectMany(b => Walk(b.Path, [block.Split.Id], found))];
        if (block.Join is null)
        {
            return open;
        }

        Lead(open, block.Join.Id, found);
        return [block.Join.Id];
    }

    private static void Lead(List<string> from, string to, List<string> found) => found.AddRange(from.Select(source => $"{source}>{to}"));
}
