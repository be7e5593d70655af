using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.Kernel.Layout;

/// <summary>
/// Draws models that have no drawing: those of a simple editor, of code, or of a tool that leaves it out. Columns follow the
/// flow from left to right; lanes, pools and open sub-processes are frames around what they hold; sequence flows have right
/// angles, run through no shape and never lie on a flow of other origin. The same model is always drawn the same.
/// </summary>
public static class DiagramLayout
{
    /// <summary>Most flow elements and artifacts of a model that is drawn. A picture of more helps nobody.</summary>
    public const int MaxElements = 5_000;

    /// <summary>The model with a drawing. One that has any shape already, nothing to draw, or more than <see cref="MaxElements"/> elements comes back as it is.</summary>
    /// <param name="definitions">The model.</param>
    public static Definitions Arrange(Definitions definitions)
    {
        var isDrawn = definitions.Diagrams.Any(d => d.Plane is { Nodes.IsEmpty: false });
        return isDrawn || !IsDrawable(definitions) ? definitions : Redraw(definitions);
    }

    /// <summary>The model with a new drawing in place of any that it has. One with nothing to draw, or more than <see cref="MaxElements"/> elements, comes back as it is.</summary>
    /// <param name="definitions">The model.</param>
    public static Definitions Redraw(Definitions definitions)
    {
        if (!IsDrawable(definitions))
        {
            return definitions;
        }

        var ids = new DiagramIds(definitions);
        return definitions with
        {
            Diagrams = definitions.Collaborations.FirstOrDefault(c => !c.Participants.IsEmpty) is { } collaboration
                ? [DrawPools(definitions, collaboration, ids)]
                : [.. definitions.Processes.Where(p => !p.FlowElements.IsEmpty).Select(p => DrawProcess(p, ids))],
        };
    }

    private static bool IsDrawable(Definitions definitions)
    {
        var count = definitions.Processes.Sum(p => Count(p.FlowElements) + p.Artifacts.Length);
        return (count > 0 || definitions.Collaborations.Any(c => !c.Participants.IsEmpty)) && count <= MaxElements;
    }

    private static int Count(ImmutableArray<FlowElement> elements) =>
        elements.Sum(e => e is SubProcess sub ? 1 + Count(sub.FlowElements) + sub.Artifacts.Length : 1);

    private static Diagram DrawProcess(ProcessDefinition process, DiagramIds ids)
    {
        var drawing = new Drawing(ids);
        drawing.Place(ContainerLayout.Run(process.FlowElements, process.Artifacts, process.LaneSets), new(100, 80));
        drawing.Join(process.FlowElements, process.Artifacts);
        return drawing.Build(process.Id);
    }

    private static Diagram DrawPools(Definitions definitions, Collaboration collaboration, DiagramIds ids)
    {
        var drawing = new Drawing(ids);
        var processes = definitions.Processes.Where(p => !p.FlowElements.IsEmpty).DistinctBy(p => p.Id).ToDictionary(p => p.Id, StringComparer.Ordinal);
        var pools = new PoolStack(drawing);
        foreach (var participant in collaboration.Participants)
        {
            pools.Add(participant, participant.ProcessRef is { } id && processes.Remove(id, out var process) ? process : null);
        }

        foreach (var process in processes.Values.ToList())
        {
            pools.Add(process);
        }

        pools.Draw(collaboration);
        foreach (var process in definitions.Processes)
        {
            drawing.Join(process.FlowElements, process.Artifacts);
        }

        drawing.Join([], collaboration.Artifacts);
        return drawing.Build(collaboration.Id);
    }
}
