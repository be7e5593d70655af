using Platform.Kernel.Model;

namespace Platform.Kernel.Layout;

/// <summary>Pools one below the other, all of one width, and the messages between them.</summary>
internal sealed class PoolStack(Drawing drawing)
{
    private const double Left = 100;
    private const double Top = 80;
    private const double Gap = 80;
    private const double ClosedHeight = 60;
    private const double LeastWidth = 600;
    private const double StepLength = 10;

    private readonly List<(Participant? Participant, Arrangement? Inside)> _pools = [];

    /// <summary>A pool; without a process it is a closed box.</summary>
    public void Add(Participant participant, ProcessDefinition? process) => _pools.Add((participant, process is null ? null : Arrange(process)));

    /// <summary>A process that belongs to no participant stands below the pools without a frame.</summary>
    public void Add(ProcessDefinition process) => _pools.Add((null, Arrange(process)));

    public void Draw(Collaboration collaboration)
    {
        var width = Measure.HeaderWidth + _pools.Select(p => p.Inside?.Width ?? 0).Append(LeastWidth).Max();
        var y = Top;
        foreach (var (participant, inside) in _pools)
        {
            var height = inside?.Height ?? ClosedHeight;
            if (participant is not null)
            {
                drawing.Frame(participant.Id, new(Left, y, width, height));
            }

            if (inside is not null)
            {
                // Lanes reach to the right edge of their pool.
                var wide = inside with { Lanes = [.. inside.Lanes.Select(l => l with { Box = l.Box with { Width = width - Measure.HeaderWidth - l.Box.X } })] };
                drawing.Place(wide, new(Left + Measure.HeaderWidth, y));
            }

            y += height + Gap;
        }

        DrawNotes(collaboration, y);
        foreach (var flow in collaboration.MessageFlows)
        {
            DrawMessage(flow);
        }
    }

    private static Arrangement Arrange(ProcessDefinition process) => ContainerLayout.Run(process.FlowElements, process.Artifacts, process.LaneSets);

    private void DrawNotes(Collaboration collaboration, double y)
    {
        var x = Left;
        foreach (var note in collaboration.Artifacts.OfType<TextAnnotation>())
        {
            var (width, height) = Measure.Size(note, 0);
            drawing.Shape(note, new(x, y, width, height));
            x += width + Measure.HeaderWidth;
        }
    }

    /// <summary>Up or down from the sender past the shapes of its pool, across in the gap beside the receiver's pool, and up or down to the receiver.</summary>
    private void DrawMessage(MessageFlow flow)
    {
        if (drawing.PlaceOf(flow.SourceRef) is not { } from || drawing.PlaceOf(flow.TargetRef) is not { } to)
        {
            return;
        }

        var isDown = from.Center.Y <= to.Center.Y;
        var (start, end) = (new Spot(Middle(from, to), isDown ? from.Bottom : from.Y), new Spot(Middle(to, from), isDown ? to.Y : to.Bottom));
        var turn = TurnAt(end.Y, isDown);
        List<Spot> points = [.. WayOut(from, start, turn), .. WayOut(to, end, turn).Reverse()];
        var last = points[^2].X;
        Box? label = string.IsNullOrWhiteSpace(flow.Name) ? null : new(last + 5, turn + (isDown ? 5 : -5 - Measure.TextHeight(flow.Name)), Measure.TextWidth(flow.Name), Measure.TextHeight(flow.Name));
        drawing.Line(flow.Id, Corners.Of(points), label);
    }

    /// <summary>From a shape to the height of the gap: straight where nothing stands in the way, else with one step aside.</summary>
    private IEnumerable<Spot> WayOut(Box shape, Spot end, double turn)
    {
        var step = end.Y + (Math.Sign(turn - end.Y) * StepLength);
        for (var aside = 0.0; aside <= LeastWidth; aside += StepLength)
        {
            foreach (var x in new[] { end.X + aside, end.X - aside })
            {
                var isOnShape = x > shape.X + StepLength && x < shape.Right - StepLength;
                if (drawing.IsClear(shape, new(x, isOnShape ? end.Y : step), new(x, turn)) && (isOnShape || drawing.IsClear(shape, new(end.X, step), new(x, step))))
                {
                    return isOnShape || aside == 0 ? [new(x, end.Y), new(x, turn)] : [end, new(end.X, step), new(x, step), new(x, turn)];
                }
            }
        }

        return [end, new(end.X, turn)];
    }

    /// <summary>A pool is wide: the line meets it above or below the other end.</summary>
    private static double Middle(Box box, Box other) =>
        box.Width > LeastWidth - 1 && other.Width < box.Width ? Math.Clamp(other.Center.X, box.X, box.Right) : box.Center.X;

    /// <summary>The middle of the gap next to the pool that the receiver is in.</summary>
    private double TurnAt(double endY, bool isDown)
    {
        var frames = _pools.Select(p => p.Participant is { } participant ? drawing.PlaceOf(participant.Id) : null).OfType<Box>();
        var pool = frames.FirstOrDefault(f => f.Y <= endY && endY <= f.Bottom);
        return pool == default ? endY + (isDown ? -Gap / 2 : Gap / 2) : isDown ? pool.Y - (Gap / 2) : pool.Bottom + (Gap / 2);
    }
}
