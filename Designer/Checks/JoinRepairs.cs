using Platform.Designer.Simple;
using Platform.Kernel.Model;

namespace Platform.Designer.Checks;

/// <summary>Repairs of branches that do not come together the way they parted.</summary>
internal static class JoinRepairs
{
    /// <summary>The process in which a join takes what its split gives: one of several after a choice, all of them after a parallel split. Null when it is not certain which split it belongs to.</summary>
    /// <param name="process">The process.</param>
    /// <param name="id">The join, or the step at which branches meet that nothing joins.</param>
    internal static ProcessDefinition? JoinedAsSplit(ProcessDefinition process, string id)
    {
        (FlowItem.Branching Block, FlowItem? After)[] blocks = FlowReader.Read(process).Flow is { } flow ? [.. Blocks(flow)] : [];
        if (blocks.FirstOrDefault(b => b.Block.Join?.Id == id) is { Block: { Join: { } join } block } && LikeSplit(block.Split, join) is { } joined)
        {
            return joined.GetType() == join.GetType() ? null : FlowEditor.Replace(process, joined);
        }

        return blocks.FirstOrDefault(b => b is { Block: { Join: null, Split: ParallelGateway }, After: FlowItem.Step step } && step.Node.Id == id) is { Block: { } open }
            ? FlowEditor.JoinBefore(process, id, open.Nodes().Select(n => n.Id).ToHashSet()) : null;
    }

    /// <summary>The process in which an end event ends everything that is under way.</summary>
    /// <param name="process">The process.</param>
    /// <param name="endId">The end event; one that already throws something is not touched.</param>
    internal static ProcessDefinition? EndsAll(ProcessDefinition process, string endId) =>
        ProcessOutline.Everything(process.FlowElements).FirstOrDefault(e => e.Id == endId) is EndEvent { EventDefinitions: [] } end
            ? FlowEditor.Replace(process, end with { EventDefinitions = [new TerminateEventDefinition()] })
            : null;

    private static Gateway? LikeSplit(FlowNode split, FlowNode join) => split switch
    {
        ExclusiveGateway => new ExclusiveGateway { Id = join.Id, Name = join.Name, Documentation = join.Documentation, Extensions = join.Extensions },
        InclusiveGateway => new InclusiveGateway { Id = join.Id, Name = join.Name, Documentation = join.Documentation, Extensions = join.Extensions },
        ParallelGateway => new ParallelGateway { Id = join.Id, Name = join.Name, Documentation = join.Documentation, Extensions = join.Extensions },
        _ => null,
    };

    /// <summary>Every block, inner ones included, with what stands right behind it.</summary>
    private static IEnumerable<(FlowItem.Branching Block, FlowItem? After)> Blocks(FlowSequence sequence)
    {
        for (int i = 0; i < sequence.Items.Length; i++)
        {
            FlowItem? after = i + 1 < sequence.Items.Length ? sequence.Items[i + 1] : null;
            FlowSequence[] inside = sequence.Items[i] switch
            {
                FlowItem.Branching block => [.. block.Branches.Select(b => b.Path)],
                FlowItem.Step step => [.. step.Sides.Select(s => s.Path), .. step.Inside is { } inner ? [inner] : Array.Empty<FlowSequence>()],
                _ => [],
            };
            if (sequence.Items[i] is FlowItem.Branching own)
            {
                yield return (own, after);
            }

            foreach ((FlowItem.Branching, FlowItem?) found in inside.SelectMany(Blocks))
            {
                yield return found;
            }
        }
    }
}
