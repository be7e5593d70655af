using FsCheck;
using FsCheck.Fluent;
using Platform.KernelTesting;

namespace Platform.Kernel.Tests.Execution;

/// <summary>A block-structured piece of a process: one way in, one way out, and it ends whatever one does first.</summary>
internal abstract record Block
{
    private Block()
    {
    }

    internal sealed record Task : Block;

    internal sealed record Work : Block;

    internal sealed record Wait : Block;

    internal sealed record Race : Block;

    internal sealed record Deadline(bool Interrupting) : Block;

    internal sealed record Row(Block First, Block Second) : Block;

    internal sealed record Fork(Block Left, Block Right) : Block;

    internal sealed record Choice(int Threshold, Block Left, Block Right) : Block;

    internal sealed record Some(int Low, int High, Block Left, Block Right) : Block;

    internal sealed record Inside(Block Body) : Block;

    internal sealed record Many(int Count, bool Sequential, Block Body) : Block;

    internal sealed record Again(int Times, Block Body) : Block;

    internal sealed record Undone(Block Body) : Block;

    internal sealed record Fails(Block Body) : Block;
}

/// <summary>A process of any shape: elements with flows between them.</summary>
/// <param name="Kinds">Kind of each element.</param>
/// <param name="Flows">From, to, and whether the condition holds.</param>
internal sealed record Wiring(int[] Kinds, (int From, int To, bool Holds)[] Flows)
{
    internal ProcessBuilder ToModel()
    {
        var builder = new ProcessBuilder().Start().Exclusive("n0");
        for (int i = 1; i < Kinds.Length; i++)
        {
            string id = $"n{i}";
            _ = Kinds[i] switch
            {
                0 or 1 => builder.Apart().User(id),
                2 => builder.Apart().Exclusive(id),
                3 => builder.Apart().Parallel(id),
                4 => builder.Apart().Inclusive(id),
                5 => builder.Apart().Throw(id),
                _ => builder.Apart().Service(id),
            };
        }
        foreach (var (from, to, holds) in Flows.DistinctBy(f => (f.From, f.To)))
        {
            bool chooses = from == 0 || Kinds[from] is 2 or 4;
            builder.From($"n{from}", chooses ? (holds ? "true" : "false") : null).To($"n{to}");
        }
        return builder;
    }
}

/// <summary>Random models.</summary>
internal static class RandomModel
{
    internal static Gen<Block> Blocks => Gen.Sized(size => Sized(Math.Min(size, 24)));

    internal static Gen<Wiring> Wirings =>
        from count in Gen.Choose(3, 12)
        from kinds in Gen.ArrayOf(Gen.Choose(0, 6), count)
        from flowCount in Gen.Choose(count - 1, count * 2)
        from flows in Gen.ArrayOf(
            from a in Gen.Choose(0, count - 1)
            from b in Gen.Choose(1, count - 1)
            from holds in Gen.Elements(true, true, false)
            select (a, b, holds), flowCount)
        select new Wiring(kinds, flows);

    internal static ProcessBuilder ToModel(Block block)
    {
        var builder = new ProcessBuilder().Start();
        int next = 0;
        Add(builder, block, ref next);
        return builder.End();
    }

    internal static IEnumerable<Block> Shrink(Block block) => block switch
    {
        Block.Row b => [b.First, b.Second, .. Shrink(b.First).Select(f => b with { First = f }), .. Shrink(b.Second).Select(s => b with { Second = s })],
        Block.Fork b => [b.Left, b.Right, .. Shrink(b.Left).Select(l => b with { Left = l }), .. Shrink(b.Right).Select(r => b with { Right = r })],
        Block.Choice b => [b.Left, b.Right],
        Block.Some b => [b.Left, b.Right, .. Shrink(b.Left).Select(l => b with { Left = l }), .. Shrink(b.Right).Select(r => b with { Right = r })],
        Block.Inside b => [b.Body, .. Shrink(b.Body).Select(x => b with { Body = x })],
        Block.Many b => [b.Body, .. Shrink(b.Body).Select(x => b with { Body = x })],
        Block.Again b => [b.Body, .. Shrink(b.Body).Select(x => b with { Body = x })],
        Block.Undone b => [b.Body, .. Shrink(b.Body).Select(x => b with { Body = x })],
        Block.Fails b => [b.Body, .. Shrink(b.Body).Select(x => b with { Body = x })],
        Block.Task => [],
        _ => [new Block.Task()],
    };

    private static Gen<Block> Sized(int size)
    {
        var leaf = Gen.Elements<Block>(
            new Block.Task(), new Block.Task(), new Block.Work(), new Block.Wait(), new Block.Race(),
            new Block.Deadline(true), new Block.Deadline(false));
        if (size <= 1)
        {
            return leaf;
        }
        var part = Sized(size / 2);
        var pair = from left in part from right in part select (left, right);
        return Gen.OneOf(
            leaf,
            pair.Select(p => (Block)new Block.Row(p.left, p.right)),
            pair.Select(p => (Block)new Block.Row(p.left, p.right)),
            pair.Select(p => (Block)new Block.Fork(p.left, p.right)),
            pair.Select(p => (Block)new Block.Fork(p.left, p.right)),
            from p in pair from t in Gen.Choose(0, 1000) select (Block)new Block.Choice(t, p.left, p.right),
            from p in pair from low in Gen.Choose(0, 1000) from high in Gen.Choose(0, 1000) select (Block)new Block.Some(low, high, p.left, p.right),
            part.Select(b => (Block)new Block.Inside(b)),
            from b in part from n in Gen.Choose(0, 3) from s in Gen.Elements(true, false) select (Block)new Block.Many(n, s, b),
            from b in part from n in Gen.Choose(1, 3) select (Block)new Block.Again(n, b),
            part.Select(b => (Block)new Block.Undone(b)),
            part.Select(b => (Block)new Block.Fails(b)));
    }

    private static void Add(ProcessBuilder builder, Block block, ref int next)
    {
        string id = $"e{next++}";
        switch (block)
        {
            case Block.Task:
                builder.User(id);
                break;
            case Block.Work:
                builder.Service(id);
                break;
            case Block.Wait:
                builder.Catch(id, On.After("PT1H"));
                break;
            case Block.Race:
                builder.EventGateway(id).Catch($"{id}-m", On.Message("m")).Exclusive($"{id}-x")
                    .From(id).Catch($"{id}-t", On.After("P1D")).To($"{id}-x").From($"{id}-x");
                break;
            case Block.Deadline { Interrupting: true }:
                builder.User(id).Exclusive($"{id}-x").Boundary($"{id}-b", id, On.After("P1D")).To($"{id}-x").From($"{id}-x");
                break;
            case Block.Deadline:
                builder.User(id).Boundary($"{id}-b", id, On.Every("R2/PT1H"), interrupting: false).User($"{id}-u").End($"{id}-e").From(id);
                break;
            case Block.Row row:
                Add(builder, row.First, ref next);
                Add(builder, row.Second, ref next);
                break;
            case Block.Fork fork:
                builder.Parallel(id);
                Add(builder, fork.Left, ref next);
                builder.Parallel($"{id}-j").From(id);
                Add(builder, fork.Right, ref next);
                builder.To($"{id}-j").From($"{id}-j");
                break;
            case Block.Choice choice:
                builder.Exclusive(id).From(id, $"n > {choice.Threshold}");
                Add(builder, choice.Left, ref next);
                builder.Exclusive($"{id}-j").From(id, otherwise: true);
                Add(builder, choice.Right, ref next);
                builder.To($"{id}-j").From($"{id}-j");
                break;
            case Block.Some some:
                builder.Inclusive(id).From(id, $"n > {some.Low}");
                Add(builder, some.Left, ref next);
                builder.Inclusive($"{id}-j").From(id, $"n < {some.High}");
                Add(builder, some.Right, ref next);
                builder.To($"{id}-j").From(id, otherwise: true).To($"{id}-j").From($"{id}-j");
                break;
            case Block.Again again:
                AddLoop(builder, id, again, ref next);
                break;
            default:
                AddInside(builder, id, block, ref next);
                break;
        }
    }

    /// <summary>A loop drawn with gateways, counted by scripts.</summary>
    private static void AddLoop(ProcessBuilder builder, string id, Block.Again again, ref int next)
    {
        string counter = $"c_{id}";
        builder.Script($"{id}-0", "0", counter).Exclusive(id);
        Add(builder, again.Body, ref next);
        builder.Script($"{id}-1", $"{counter} + 1", counter).Exclusive($"{id}-x")
            .From($"{id}-x", $"{counter} < {again.Times}").To(id)
            .From($"{id}-x", otherwise: true).Throw($"{id}-out");
    }

    private static void AddInside(ProcessBuilder builder, string id, Block block, ref int next)
    {
        int inner = next;
        var body = block switch
        {
            Block.Inside b => b.Body,
            Block.Many b => b.Body,
            Block.Undone b => b.Body,
            Block.Fails b => b.Body,
            _ => throw new InvalidOperationException($"Expected a known block, but got {block.GetType().Name}."),
        };
        builder.Sub(id, s =>
        {
            s.Start($"{id}-s");
            Add(s, body, ref inner);
            if (block is Block.Undone)
            {
                s.User($"{id}-a").End($"{id}-e").Undo($"{id}-a", $"{id}-undo");
            }
            else
            {
                s.End($"{id}-e", block is Block.Fails ? On.Error("E1") : null);
            }
        });
        next = inner;
        if (block is Block.Many many)
        {
            builder.Multi($"{many.Count}", sequential: many.Sequential);
        }
        else if (block is Block.Undone)
        {
            builder.Throw($"{id}-c", On.Compensate(id));
        }
        else if (block is Block.Fails)
        {
            builder.Exclusive($"{id}-x").Boundary($"{id}-b", id, On.Error("E1")).To($"{id}-x").From($"{id}-x");
        }
    }
}
