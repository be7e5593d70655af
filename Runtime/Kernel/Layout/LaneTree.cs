using System.Collections.Immutable;
using Platform.Kernel.Model;

namespace Platform.Kernel.Layout;

/// <summary>The lanes of a container, flattened to those that hold nodes themselves. Without lanes there is one nameless band.</summary>
internal sealed class LaneTree
{
    private readonly List<(Lane Lane, int Depth, int First, int Last)> _lanes = [];
    private readonly Dictionary<string, int> _leafOf = new(StringComparer.Ordinal);
    private int _leaves;
    private int _depth;

    public LaneTree(ImmutableArray<LaneSet> sets)
    {
        foreach (var set in sets)
        {
            Add(set, 0);
        }
    }

    /// <summary>Number of bands, at least one.</summary>
    public int Count => Math.Max(1, _leaves);

    /// <summary>Width that the headers of all levels take.</summary>
    public double HeaderWidth => Measure.HeaderWidth * _depth;

    /// <summary>The band of a node; one that is in no lane stands in the first.</summary>
    public int IndexOf(string id) => _leafOf.GetValueOrDefault(id);

    /// <summary>The place of each lane, outer lanes first.</summary>
    public ImmutableArray<LaneBand> Bands(IReadOnlyList<(double Top, double Bottom)> bands, double width) =>
        [.. _lanes.OrderBy(l => l.Depth).ThenBy(l => l.First).Select(l => new LaneBand(l.Lane, new(Measure.HeaderWidth * l.Depth, bands[l.First].Top, width - (Measure.HeaderWidth * l.Depth), bands[l.Last].Bottom - bands[l.First].Top)))];

    private void Add(LaneSet set, int depth)
    {
        _depth = set.Lanes.IsEmpty ? _depth : Math.Max(_depth, depth + 1);
        foreach (var lane in set.Lanes)
        {
            var (first, place) = (_leaves, _lanes.Count);
            _lanes.Add((lane, depth, first, first));
            if (lane.ChildLaneSet is { Lanes.IsEmpty: false } children)
            {
                Add(children, depth + 1);
            }
            else
            {
                _leaves++;
            }

            _lanes[place] = (lane, depth, first, _leaves - 1);

            // Inner lanes were added before and know better.
            foreach (var id in lane.FlowNodeRefs)
            {
                _leafOf.TryAdd(id, first);
            }
        }
    }
}
