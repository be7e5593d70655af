using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.Kernel.Layout;

/// <summary>Ids for shapes and edges that meet no id of the model.</summary>
internal sealed class DiagramIds
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public DiagramIds(Definitions definitions)
    {
        _taken.Add(definitions.Id);
        foreach (var root in definitions.RootElements)
        {
            _taken.Add(root.Id);
        }

        foreach (var process in definitions.Processes)
        {
            Take(process.FlowElements, process.Artifacts, process.LaneSets);
        }

        foreach (var collaboration in definitions.Collaborations)
        {
            _taken.UnionWith(collaboration.Participants.Select(p => p.Id).Concat(collaboration.MessageFlows.Select(m => m.Id)).Concat(collaboration.Artifacts.Select(a => a.Id)));
        }
    }

    /// <summary>A new id that tells what it draws.</summary>
    public string For(string element)
    {
        var id = $"{element}_di";
        for (var n = 2; !_taken.Add(id); n++)
        {
            id = $"{element}_di{n}";
        }

        return id;
    }

    private void Take(ImmutableArray<FlowElement> elements, ImmutableArray<Artifact> artifacts, ImmutableArray<LaneSet> lanes)
    {
        _taken.UnionWith(artifacts.Select(a => a.Id));
        foreach (var set in lanes)
        {
            Take(set);
        }

        foreach (var element in elements)
        {
            _taken.Add(element.Id);
            if (element is SubProcess sub)
            {
                Take(sub.FlowElements, sub.Artifacts, sub.LaneSets);
            }
        }
    }

    private void Take(LaneSet set)
    {
        _taken.Add(set.Id);
        foreach (var lane in set.Lanes)
        {
            _taken.Add(lane.Id);
            if (lane.ChildLaneSet is { } children)
            {
                Take(children);
            }
        }
    }
}
