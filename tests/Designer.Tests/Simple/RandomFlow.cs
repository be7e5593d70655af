using FsCheck;
using FsCheck.Fluent;
using Platform.Kernel.Model;

namespace Platform.Designer.Tests.Simple;

/// <summary>
/// Draws block-structured processes at random, with all that people do to blocks: branches that end early, ways that go back to an earlier
/// step with steps and copies on them, copies that run beside the process, deadlines with a way of their own.
/// </summary>
/// <param name="choices">What decides; used again from the start when it runs out.</param>
internal sealed class RandomFlow(int[] choices)
{
    private readonly List<FlowElement> elements = [];
    private int used;
    private int next;

    internal static Arbitrary<int[]> Choices => Gen.Choose(0, 999).ArrayOf(60).ToArbitrary();

    /// <summary>The process that some choices draw.</summary>
    internal static ProcessDefinition Of(int[] choices)
    {
        RandomFlow drawing = new(choices);
        drawing.elements.Add(new StartEvent { Id = "s" });
        Open last = drawing.Sequence([new Open("s")], [], new Level(0, true));
        drawing.Add(new EndEvent { Id = "e" }, last);
        return new ProcessDefinition { Id = "process", FlowElements = [.. drawing.elements] };
    }

    /// <summary>Draws a stretch; gives the elements from which it goes on.</summary>
    /// <param name="from">What leads into it.</param>
    /// <param name="above">Steps further up to which work may go back from here.</param>
    /// <param name="level">Where it stands.</param>
    private Open Sequence(Open[] from, List<string> above, Level level)
    {
        Open at = new([.. from.SelectMany(f => f.Ids)]);
        for (int left = Choose(3) + (level.Depth == 0 ? 2 : 0); left > 0; left--)
        {
            at = Choose(level.Depth > 3 ? 2 : 7) switch
            {
                0 or 1 => Step(at, above),
                2 or 3 => Choice(at, above, level),
                4 => Fork(at, level),
                5 => Copy(at, level),
                _ => Timed(at, above, level),
            };
        }

        return at;
    }

    private Open Step(Open at, List<string> above)
    {
        string id = Add(new UserTask { Id = $"t{next++}" }, at);
        above.Add(id);
        return new Open(id);
    }

    /// <summary>At least one branch goes on; the others go on, end, or go back.</summary>
    private Open Choice(Open at, List<string> above, Level level)
    {
        string split = Add(new ExclusiveGateway { Id = $"x{next++}" }, at);
        List<string> open = [];
        int count = 2 + Choose(2);
        int goesOn = Choose(count);
        for (int i = 0; i < count; i++)
        {
            Open end = Sequence([new Open(split)], [.. above], level.Deeper);
            int how = i == goesOn ? 0 : Choose(3);
            if (how == 1 && level.MayEnd)
            {
                Add(new EndEvent { Id = $"e{next++}" }, end);
            }
            else if (how == 2 && above.Count > 0)
            {
                Lead(end, above[Choose(above.Count)]);
            }
            else
            {
                open.AddRange(end.Ids);
            }
        }

        return new Open(Add(new ExclusiveGateway { Id = $"x{next++}j" }, new Open([.. open])));
    }

    private Open Fork(Open at, Level level)
    {
        string split = Add(new ParallelGateway { Id = $"p{next++}" }, at);
        string[] open = [.. Enumerable.Range(0, 2 + Choose(2)).SelectMany(_ => Sequence([new Open(split)], [], level.Deeper with { MayEnd = false }).Ids)];
        return new Open(Add(new ParallelGateway { Id = $"p{next++}j" }, new Open(open)));
    }

    /// <summary>A step of somebody else that runs beside the process.</summary>
    private Open Copy(Open at, Level level)
    {
        string split = Add(new ParallelGateway { Id = $"p{next++}" }, at);
        Add(new EndEvent { Id = $"e{next++}" }, Step(Sequence([new Open(split)], [], new Level(level.Depth + 1, MayEnd: true)), []));
        return new Open(split);
    }

    private Open Timed(Open at, List<string> above, Level level)
    {
        Open task = Step(at, above);
        string boundary = $"b{next++}";
        elements.Add(new BoundaryEvent { Id = boundary, AttachedToRef = task.Ids[0] });
        Add(new EndEvent { Id = $"e{next++}" }, Sequence([new Open(boundary)], [], level.Deeper));
        return task;
    }

    private string Add(FlowNode node, Open from)
    {
        elements.Add(node);
        Lead(from, node.Id);
        return node.Id;
    }

    private void Lead(Open from, string target)
    {
        foreach (string source in from.Ids)
        {
            elements.Add(new SequenceFlow { Id = $"f{next++}", SourceRef = source, TargetRef = target });
        }
    }

    private int Choose(int count) => choices[used++ % choices.Length] % count;

    private sealed record Open(params string[] Ids);

    /// <summary>How many blocks something stands in, and whether a branch may end there: between a split and a join that waits for it none does.</summary>
    private sealed record Level(int Depth, bool MayEnd)
    {
        internal Level Deeper => this with { Depth = Depth + 1 };
    }
}
