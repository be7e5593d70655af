using Platform.Designer;
using Platform.Runtime.History;

namespace Platform.Host.Components;

/// <summary>Turns the marks of a matter's diagram into what the viewer draws.</summary>
public static class DiagramStates
{
    /// <summary>The state of the diagram.</summary>
    /// <param name="marks">The marks.</param>
    public static DiagramState Of(DiagramMarks marks)
    {
        ArgumentNullException.ThrowIfNull(marks);
        return new DiagramState
        {
            Taken = marks.Taken,
            Flows = marks.TakenFlows,
            Path = [.. marks.Path.Select(move => new TakenFlow(move.FlowId, move.Seq, ChineseTime.Full(move.At, marks.Path[^1].At)))],
            Open = [.. marks.Open.Select(mark => new OpenElement(mark.ElementId, mark.Text, mark.Overdue))],
            Stuck = [.. marks.Stuck.Select(id => new OpenElement(id, null))],
        };
    }
}
