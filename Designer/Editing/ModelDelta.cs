using System.Collections.Immutable;
using Platform.Kernel.Model;
using Platform.Kernel.Xml;

namespace Platform.Designer.Editing;

/// <summary>
/// What a canvas that shows one state of a model must be told to show another one: only properties of some elements, or the
/// whole file when elements, flows, the drawing or anything outside the processes changed.
/// </summary>
public static class ModelDelta
{
    /// <summary>A file with the elements whose properties changed, or null when only the whole file will do.</summary>
    /// <param name="shown">The state that is shown.</param>
    /// <param name="wanted">The state to show.</param>
    public static byte[]? Between(Definitions shown, Definitions wanted)
    {
        if (shown.Diagrams != wanted.Diagrams || !Outside(shown).SequenceEqual(Outside(wanted), ReferenceEqualityComparer.Instance))
        {
            return null;
        }

        ImmutableArray<FlowElement> changed = [];
        foreach ((ProcessDefinition before, ProcessDefinition after) in shown.Processes.Zip(wanted.Processes))
        {
            if (before with { FlowElements = [], LaneSets = [] } != after with { FlowElements = [], LaneSets = [] } || Changed(before.FlowElements, after.FlowElements) is not { } elements)
            {
                return null;
            }

            changed = changed.AddRange(elements);
        }

        return Write(wanted, changed);
    }

    private static IEnumerable<RootElement> Outside(Definitions model) => model.RootElements.Where(r => r is not ProcessDefinition);

    /// <summary>Elements that differ, sub-processes without what is in them; null when elements came, went or changed their place.</summary>
    private static ImmutableArray<FlowElement>? Changed(ImmutableArray<FlowElement> before, ImmutableArray<FlowElement> after)
    {
        FlowElement[] old = [.. Everything(before)];
        FlowElement[] now = [.. Everything(after)];
        return old.Length == now.Length && old.Zip(now).All(p => IsSamePlace(p.First, p.Second))
            ? [.. old.Zip(now).Where(p => Bare(p.First) != Bare(p.Second)).Select(p => p.Second is SubProcess sub ? sub with { FlowElements = [], LaneSets = [], Artifacts = [] } : p.Second)]
            : null;
    }

    private static bool IsSamePlace(FlowElement old, FlowElement now) => old.Id == now.Id && old.GetType() == now.GetType() && (old, now) switch
    {
        (SequenceFlow a, SequenceFlow b) => a.SourceRef == b.SourceRef && a.TargetRef == b.TargetRef,
        (BoundaryEvent a, BoundaryEvent b) => a.AttachedToRef == b.AttachedToRef,
        _ => true,
    };

    /// <summary>An element without what the drawing itself says about it.</summary>
    private static FlowElement Bare(FlowElement element) => element switch
    {
        SubProcess sub => sub with { FlowElements = [], LaneSets = [], Artifacts = [], ListedIncoming = [], ListedOutgoing = [] },
        FlowNode node => node with { ListedIncoming = [], ListedOutgoing = [] },
        _ => element,
    };

    private static IEnumerable<FlowElement> Everything(ImmutableArray<FlowElement> elements) =>
        elements.SelectMany(e => e is SubProcess sub ? Everything(sub.FlowElements).Prepend(sub) : [e]);

    private static byte[] Write(Definitions wanted, ImmutableArray<FlowElement> changed)
    {
        using MemoryStream stream = new();
        BpmnWriter.Write(wanted with { Diagrams = [], RootElements = [new ProcessDefinition { Id = "changed", FlowElements = changed }] }, stream);
        return stream.ToArray();
    }
}
