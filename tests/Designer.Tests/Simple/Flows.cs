using Platform.Designer.Simple;
using Platform.Kernel.Model;

namespace Platform.Designer.Tests.Simple;

/// <summary>Small processes written as text: <c>start a b</c> names the nodes, <c>a&gt;b</c> the flows.</summary>
internal static class Flows
{
    /// <summary>Builds a process. Nodes are kinded by their first letters: s start, e end, x exclusive, p parallel, b boundary (<c>b1@task</c>), else user task.</summary>
    internal static ProcessDefinition Process(string nodes, string flows) => new()
    {
        Id = "process",
        FlowElements =
        [
            .. nodes.Split(' ').Select(Node),
            .. flows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('>')).Select(f => new SequenceFlow { Id = $"{f[0]}_{f[1]}", SourceRef = f[0], TargetRef = f[1] }),
        ],
    };

    internal static ProcessDefinition Straight() => Process("s a e", "s>a a>e");

    /// <summary>The reading as one line: <c>a ?x[ b | c ]x d !e</c>, jumps as <c>^id</c>.</summary>
    internal static string Outline(ProcessDefinition process)
    {
        FlowReading reading = FlowReader.Read(process);
        return reading.Flow is null ? $"{reading.Obstacle!.Kind} {reading.Obstacle.ElementId}".Trim() : Text(reading.Flow);
    }

    private static string Text(FlowSequence sequence) =>
        string.Join(' ', sequence.Items.Select(Text).Append(End(sequence.End)).Where(t => t.Length > 0));

    private static string Text(FlowItem item) => item switch
    {
        FlowItem.Step step => step.Node.Id + (step.Inside is null ? "" : $"({Text(step.Inside)})") + string.Concat(step.Sides.Select(s => $"+{s.Event.Id}({Text(s.Path)})")),
        FlowItem.Branching b => $"?{b.Split.Id}[ {string.Join(" | ", b.Branches.Select(x => Text(x.Path)))} ]{b.Join?.Id}",
        _ => throw new InvalidOperationException("Expected a step or a branching."),
    };

    private static string End(PathEnd end) => end switch
    {
        PathEnd.Continues => "",
        PathEnd.Ends ends => $"!{ends.Event.Id}",
        PathEnd.Jumps jumps => $"^{jumps.TargetId}",
        PathEnd.Stops => "",
        _ => throw new InvalidOperationException("Expected a path end."),
    };

    private static FlowElement Node(string id) => id[0] switch
    {
        's' => new StartEvent { Id = id },
        'e' => new EndEvent { Id = id },
        'x' => new ExclusiveGateway { Id = id },
        'p' => new ParallelGateway { Id = id },
        'b' when id.Contains('@', StringComparison.Ordinal) => new BoundaryEvent { Id = id.Split('@')[0], AttachedToRef = id.Split('@')[1] },
        _ => new UserTask { Id = id },
    };
}
