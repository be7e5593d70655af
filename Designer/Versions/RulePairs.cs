using Platform.Decisions.Dmn.Model;
using Platform.Designer.Tables;

namespace Platform.Designer.Versions;

/// <summary>Recognises the rules of a table in another state of it.</summary>
internal static class RulePairs
{
    /// <summary>Old and new place of every rule, in the order of the newer table; one that went stands behind the one that was before it.</summary>
    internal static IReadOnlyList<(int? Old, int? New)> Of(DecisionTable before, DecisionTable after, IReadOnlyList<(int? Old, int? New)> columns)
    {
        var shared = columns.Where(pair => pair is ({ }, { })).Select(pair => (Old: pair.Old!.Value, New: pair.New!.Value)).ToList();
        var conditions = shared.Where(pair => before.ColumnAt(pair.Old).Role == ColumnRole.Input).ToList();
        var found = new int?[after.Rules.Count];
        var taken = new bool[before.Rules.Count];
        Match(found, taken, rule => before.Rules[rule].Id, rule => after.Rules[rule].Id);
        Match(found, taken, rule => Text(before, rule, shared.Select(pair => pair.Old)), rule => Text(after, rule, shared.Select(pair => pair.New)));
        Match(found, taken, rule => Text(before, rule, conditions.Select(pair => pair.Old)), rule => Text(after, rule, conditions.Select(pair => pair.New)));
        MatchNeighbours(before, after, found, taken);
        return InOrder(found, taken);
    }

    /// <summary>The pairs that stand in another order than before: as few as possible, the others kept their order.</summary>
    internal static IReadOnlySet<(int? Old, int? New)> Moved(IReadOnlyList<(int? Old, int? New)> pairs)
    {
        var both = pairs.Where(pair => pair is ({ }, { })).ToList();

        // The longest run of rules whose old numbers rise: ends[n] is the pair that ends the best run of n + 1.
        var ends = new List<int>();
        var earlier = new int[both.Count];
        for (var i = 0; i < both.Count; i++)
        {
            var place = ends.BinarySearch(i, Comparer<int>.Create((a, b) => both[a].Old!.Value.CompareTo(both[b].Old!.Value)));
            place = place < 0 ? ~place : place;
            earlier[i] = place == 0 ? -1 : ends[place - 1];
            if (place == ends.Count)
            {
                ends.Add(i);
            }
            else
            {
                ends[place] = i;
            }
        }

        var kept = new HashSet<(int?, int?)>();
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = earlier[i])
        {
            kept.Add(both[i]);
        }

        return both.Where(pair => !kept.Contains(pair)).ToHashSet();
    }

    /// <summary>Pairs rules of the same key, in order; several of one key pair first with first.</summary>
    private static void Match(int?[] found, bool[] taken, Func<int, string?> oldKey, Func<int, string?> newKey)
    {
        var free = new Dictionary<string, Queue<int>>(StringComparer.Ordinal);
        for (var old = 0; old < taken.Length; old++)
        {
            if (!taken[old] && oldKey(old) is { } key)
            {
                (free.TryGetValue(key, out var queue) ? queue : free[key] = new Queue<int>()).Enqueue(old);
            }
        }

        for (var rule = 0; rule < found.Length; rule++)
        {
            if (found[rule] is null && newKey(rule) is { } key && free.TryGetValue(key, out var queue) && queue.TryDequeue(out var old))
            {
                found[rule] = old;
                taken[old] = true;
            }
        }
    }

    /// <summary>A rule without an id between the same neighbours is the same rule, whatever it says now.</summary>
    private static void MatchNeighbours(DecisionTable before, DecisionTable after, int?[] found, bool[] taken)
    {
        for (var rule = 0; rule < found.Length; rule++)
        {
            var old = rule == 0 ? 0 : found[rule - 1] + 1;
            if (found[rule] is null && old is { } place && place < taken.Length && !taken[place] && (before.Rules[place].Id is null || after.Rules[rule].Id is null))
            {
                found[rule] = place;
                taken[place] = true;
            }
        }
    }

    private static List<(int? Old, int? New)> InOrder(int?[] found, bool[] taken)
    {
        var pairs = new List<(int? Old, int? New)>();
        var behind = Enumerable.Range(0, taken.Length).Where(old => !taken[old]).ToLookup(old => LastTaken(taken, old));
        pairs.AddRange(behind[-1].Select(old => ((int?)old, (int?)null)));
        for (var rule = 0; rule < found.Length; rule++)
        {
            pairs.Add((found[rule], rule));
            if (found[rule] is { } old)
            {
                pairs.AddRange(behind[old].Select(gone => ((int?)gone, (int?)null)));
            }
        }

        return pairs;
    }

    private static int LastTaken(bool[] taken, int rule)
    {
        while (rule >= 0 && !taken[rule])
        {
            rule--;
        }

        return rule;
    }

    private static string Text(DecisionTable table, int rule, IEnumerable<int> columns) => string.Join('\u001F', columns.Select(column => table.CellText(rule, column)));
}
