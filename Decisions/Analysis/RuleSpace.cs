using Platform.Decisions.Dmn.Tables;

namespace Platform.Decisions.Analysis;

/// <summary>
/// The combinations of inputs of a table as boxes over the parts of its columns. Finds combinations that no rule covers
/// by going through the columns one after the other; parts for which the same rules remain are taken together, so the
/// work grows with the number of different situations and not with that of combinations.
/// </summary>
internal sealed class RuleSpace
{
    /// <summary>Cells looked at for one table, about a second's work; beyond it the answer is that the table is too large.</summary>
    private const long MaxWork = 20_000_000;

    private readonly IReadOnlyList<ColumnDomain> _columns;
    private readonly BitSet[][] _parts; // [rule][column] → parts
    private readonly int[] _anyFrom; // [rule] → first column from which on the rule accepts everything
    private long _work;

    /// <param name="columns">The columns.</param>
    /// <param name="rules">Parts that each rule accepts, by rule and column.</param>
    internal RuleSpace(IReadOnlyList<ColumnDomain> columns, BitSet[][] rules)
    {
        _columns = columns;
        _parts = rules;
        _anyFrom = [.. rules.Select(AnyFrom)];
    }

    /// <summary>True when searches were given up, so that nothing can be concluded from finding nothing.</summary>
    internal bool IsTooLarge => _work > MaxWork;

    /// <summary>Combinations within a box that none of the rules covers, at most <paramref name="most"/>.</summary>
    /// <param name="box">Parts of each column to look at; null looks at everything possible.</param>
    /// <param name="rules">The rules that count.</param>
    /// <param name="most">How many to find.</param>
    internal List<BitSet[]> Uncovered(BitSet[]? box, IEnumerable<int> rules, int most)
    {
        var found = new List<BitSet[]>();
        var within = box ?? [.. _columns.Select(c => c.Possible)];
        Search(0, [.. rules], [], within, found, most);
        return found;
    }

    /// <summary>Parts that two rules share, or null when they never match at once.</summary>
    internal BitSet[]? Common(int first, int second)
    {
        var common = new BitSet[_columns.Count];
        for (var c = 0; c < common.Length; c++)
        {
            _work += 1 + (_columns[c].Count / 64);
            common[c] = _parts[first][c].Intersect(_parts[second][c]).Intersect(_columns[c].Possible);
            if (common[c].IsEmpty)
            {
                return null;
            }
        }

        return common;
    }

    private int AnyFrom(BitSet[] parts)
    {
        var column = _columns.Count;
        while (column > 0 && _columns[column - 1].Possible.IsSubsetOf(parts[column - 1]))
        {
            column--;
        }

        return column;
    }

    private void Search(int column, List<int> active, List<BitSet> prefix, BitSet[] box, List<BitSet[]> found, int most)
    {
        if (found.Count >= most || IsTooLarge)
        {
            return;
        }

        if (active.Count == 0)
        {
            found.Add([.. prefix, .. box.Skip(column)]);
            return;
        }

        if (active.Exists(r => _anyFrom[r] <= column))
        {
            return;
        }

        foreach (var (parts, remaining) in Split(column, active, box[column]))
        {
            prefix.Add(parts);
            Search(column + 1, remaining, prefix, box, found, most);
            prefix.RemoveAt(prefix.Count - 1);
        }
    }

    private List<(BitSet Parts, List<int> Rules)> Split(int column, List<int> active, BitSet within)
    {
        var groups = new Dictionary<List<int>, BitSet>(SameRules.Instance);
        for (var part = 0; part < _columns[column].Count; part++)
        {
            if (!within.Has(part))
            {
                continue;
            }

            _work += 1 + active.Count;
            var remaining = active.FindAll(r => _parts[r][column].Has(part));
            if (!groups.TryGetValue(remaining, out var parts))
            {
                groups.Add(remaining, parts = new BitSet(_columns[column].Count));
            }

            parts.Set(part);
        }

        return [.. groups.Select(g => (g.Value, g.Key))];
    }

    private sealed class SameRules : IEqualityComparer<List<int>>
    {
        internal static SameRules Instance { get; } = new();

        public bool Equals(List<int>? x, List<int>? y) => x is not null && y is not null && x.SequenceEqual(y);

        public int GetHashCode(List<int> obj) => obj.Count == 0 ? 0 : HashCode.Combine(obj.Count, obj[0], obj[obj.Count / 2], obj[^1]);
    }
}
