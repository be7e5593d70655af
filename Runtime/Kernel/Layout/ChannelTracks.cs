namespace Platform.Kernel.Layout;

/// <summary>A vertical stretch of a line between two columns.</summary>
internal sealed class Vertical
{
    /// <summary>Number of the channel: it lies right of the column of that number; -1 is left of the first.</summary>
    public required int Channel { get; init; }

    public required double FromY { get; init; }

    public required double ToY { get; set; }

    /// <summary>Lines with the same origin may lie on each other.</summary>
    public required string Origin { get; init; }

    /// <summary>Heights at which the line also runs from here to the left.</summary>
    public required double[] Left { get; init; }

    /// <summary>Heights at which the line also runs from here to the right.</summary>
    public required double[] Right { get; init; }

    /// <summary>The rest of the line in this channel, when it needs a step; null usually.</summary>
    public Vertical? Next { get; set; }

    public int Track { get; set; } = -1;

    public double Top => Math.Min(FromY, ToY);

    public double Bottom => Math.Max(FromY, ToY);
}

/// <summary>
/// Puts the vertical stretches of one channel side by side, so that lines of different origin cross but never lie on each other:
/// one that comes from the left at some height must stand left of one that goes on to the right at the same height.
/// </summary>
internal sealed class ChannelTracks
{
    private const double FirstStep = 7;
    private const double StepGap = 4;

    private readonly List<Vertical> _open;
    private readonly List<Vertical> _done = [];
    private readonly Dictionary<Vertical, List<Vertical>> _before = [];
    private int _steps;

    private ChannelTracks(IReadOnlyList<Vertical> verticals)
    {
        _open = [.. verticals.OrderBy(v => v.Bottom - v.Top).ThenBy(v => v.Top)];
        var leftAt = verticals.SelectMany(v => v.Left.Select(y => (y, v))).ToLookup(p => p.y, p => p.v);
        foreach (var vertical in verticals)
        {
            _before[vertical] = [.. vertical.Right.SelectMany(y => leftAt[y]).Where(o => o != vertical && o.Origin != vertical.Origin)];
        }
    }

    /// <summary>Number of tracks needed.</summary>
    public static int Assign(IReadOnlyList<Vertical> verticals) => new ChannelTracks(verticals).Run();

    private int Run()
    {
        while (_open.Count > 0)
        {
            var ready = _open.Find(v => _before[v].TrueForAll(b => b.Track >= 0));
            if (ready is null)
            {
                Step(_open.Find(v => v.Left.Length > 0 && v.Right.Length > 0) ?? _open[0]);
                continue;
            }

            _open.Remove(ready);
            Place(ready);
        }

        return _done.Select(v => v.Track + 1).DefaultIfEmpty(0).Max();
    }

    /// <summary>Lines that swap rows each want to stand left of the other. One of them takes a step: it leaves on the left, and arrives on the right.</summary>
    private void Step(Vertical vertical)
    {
        var between = vertical.FromY + (Math.Sign(vertical.ToY - vertical.FromY) * (FirstStep + (StepGap * _steps++)));
        var rest = new Vertical { Channel = vertical.Channel, FromY = between, ToY = vertical.ToY, Origin = vertical.Origin, Left = [between], Right = vertical.Right };
        _before[rest] = [.. _before[vertical], vertical];
        _before[vertical] = [];
        vertical.ToY = between;
        vertical.Next = rest;
        _open.Add(rest);
    }

    private void Place(Vertical vertical)
    {
        var track = _before[vertical].Select(b => b.Track + 1).DefaultIfEmpty(0).Max();
        while (_done.Exists(o => o.Track == track && o.Origin != vertical.Origin && o.Top <= vertical.Bottom && vertical.Top <= o.Bottom))
        {
            track++;
        }

        vertical.Track = track;
        _done.Add(vertical);
    }
}
