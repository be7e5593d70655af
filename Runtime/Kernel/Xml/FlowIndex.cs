using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.Kernel.Xml;

/// <summary>Which sequence flows enter and leave each node, in file order. The writer lists them on the nodes, as the schema foresees.</summary>
internal sealed class FlowIndex
{
    private readonly Dictionary<string, List<string>> _incoming = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _outgoing = new(StringComparer.Ordinal);

    public FlowIndex(Definitions definitions)
    {
        foreach (var process in definitions.Processes)
        {
            Add(process.FlowElements);
        }
    }

    /// <summary>What the file listed, and after it what the flows add.</summary>
    public ImmutableArray<string> Incoming(FlowNode node) => Merge(node.ListedIncoming, _incoming.GetValueOrDefault(node.Id));

    /// <summary>What the file listed, and after it what the flows add.</summary>
    public ImmutableArray<string> Outgoing(FlowNode node) => Merge(node.ListedOutgoing, _outgoing.GetValueOrDefault(node.Id));

    private static ImmutableArray<string> Merge(ImmutableArray<string> listed, List<string>? derived) => (listed, derived) switch
    {
        (_, null) => listed,
        ([], _) => [.. derived],
        _ => [.. listed, .. derived.Except(listed)],
    };

    private void Add(ImmutableArray<FlowElement> elements)
    {
        foreach (var element in elements)
        {
            switch (element)
            {
                case SequenceFlow flow:
                    Add(_outgoing, flow.SourceRef, flow.Id);
                    Add(_incoming, flow.TargetRef, flow.Id);
                    break;
                case SubProcess sub:
                    Add(sub.FlowElements);
                    break;
                default:
                    break;
            }
        }
    }

    private static void Add(Dictionary<string, List<string>> index, string node, string flow)
    {
        if (!index.TryGetValue(node, out var flows))
        {
            index[node] = flows = [];
        }

        flows.Add(flow);
    }
}
