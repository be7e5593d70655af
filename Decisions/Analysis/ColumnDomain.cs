using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Tables;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Analysis;

/// <summary>The values of one input, cut into parts in each of which every cell of the column says the same.</summary>
internal abstract class ColumnDomain(string label, int count)
{
    internal string Label => label;

    /// <summary>Number of parts.</summary>
    internal int Count => count;

    /// <summary>The parts that can occur at all.</summary>
    internal BitSet Possible { get; private set; } = new(count);

    /// <summary>Builds the domain of a column from the cells and the allowed values, if they are known.</summary>
    internal static ColumnDomain Build(string label, FeelKind kind, IReadOnlyList<CellTest> cells, CellTest? allowed)
    {
        IReadOnlyList<CellTest> all = allowed is null ? cells : [.. cells, allowed];
        var values = all.SelectMany(c => c.Alternatives).SelectMany(Flatten).ToList();
        var isOrdered = (kind & (FeelKind.Number | FeelKind.Temporal | FeelKind.Duration)) != 0 || values.Exists(v => v is FeelRange { Form: not FeelRangeForm.Exclusion });
        ColumnDomain domain = isOrdered ? new OrderedDomain(label, kind, values) : new DiscreteDomain(label, kind, values, allowed is { Kind: CellTestKind.OneOf });
        domain.Possible = allowed is null ? domain.Natural() : domain.Parts(allowed).Intersect(domain.Natural());
        return domain;
    }

    /// <summary>The parts that a cell accepts.</summary>
    internal BitSet Parts(CellTest cell)
    {
        var parts = new BitSet(count);
        if (cell.Kind == CellTestKind.Any)
        {
            return Possible;
        }

        foreach (var alternative in cell.Alternatives.SelectMany(Flatten))
        {
            Mark(alternative, parts);
        }

        return cell.Kind == CellTestKind.NoneOf ? Natural().Without(parts) : parts;
    }

    /// <summary>The parts in words; null when they are all that can occur.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="column">Number of the column, from 0.</param>
    internal FindingCondition? Describe(BitSet parts, int column)
    {
        var shown = parts.Intersect(Possible);
        return shown.SameAs(Possible) ? null : new FindingCondition(label, Words(shown), column, Test(shown));
    }

    /// <summary>Parts that exist apart from any list of allowed values.</summary>
    protected abstract BitSet Natural();

    protected abstract void Mark(FeelValue alternative, BitSet parts);

    protected abstract string Words(BitSet parts);

    /// <summary>A FEEL unary test that accepts exactly these parts.</summary>
    protected abstract string Test(BitSet parts);

    protected static string Show(FeelValue value) => TraceText.Value(value);

    private static IEnumerable<FeelValue> Flatten(FeelValue value) => value is FeelList list ? list.Items : [value];
}

/// <summary>Texts and booleans: each value that is mentioned is a part, all others together are one more.</summary>
internal sealed class DiscreteDomain : ColumnDomain
{
    /// <summary>Values that are named one by one.</summary>
    private const int MostNamed = 8;

    private readonly List<FeelValue> _values;
    private readonly Dictionary<FeelValue, int> _positions;
    private readonly bool _hasOthers;

    internal DiscreteDomain(string label, FeelKind kind, IReadOnlyList<FeelValue> mentioned, bool isClosed)
        : this(label, Values(kind, mentioned), !isClosed && kind != FeelKind.Boolean)
    {
    }

    private DiscreteDomain(string label, List<FeelValue> values, bool hasOthers)
        : base(label, values.Count + 1)
    {
        _values = values;
        _positions = values.Select((v, i) => (v, i)).ToDictionary(p => p.v, p => p.i);
        _hasOthers = hasOthers;
    }

    protected override BitSet Natural()
    {
        var parts = new BitSet(Count);
        for (var i = 0; i < _values.Count + (_hasOthers ? 1 : 0); i++)
        {
            parts.Set(i);
        }

        return parts;
    }

    protected override void Mark(FeelValue alternative, BitSet parts)
    {
        if (alternative is FeelRange { Form: FeelRangeForm.Exclusion } exclusion)
        {
            var excluded = _positions.GetValueOrDefault(exclusion.Start, -1);
            for (var i = 0; i < Count; i++)
            {
                if (i != excluded)
                {
                    parts.Set(i);
                }
            }
        }
        else if (_positions.TryGetValue(alternative, out var position))
        {
            parts.Set(position);
        }
    }

    protected override string Words(BitSet parts)
    {
        var named = _values.Where((_, i) => parts.Has(i)).Select(Show).ToList();
        if (!parts.Has(_values.Count))
        {
            return $"{Label} = {Few(named, " 或 ")}";
        }

        var missing = _values.Where((_, i) => !parts.Has(i)).Select(Show).ToList();
        return missing.Count == 0 ? $"{Label} 为任何值" : $"{Label} 为 {Few(missing, "、")}{(missing.Count > MostNamed ? "" : " ")}以外的值";
    }

    // A table may name a thousand values; nobody reads more than a few.
    private static string Few(List<string> values, string separator) => values.Count <= MostNamed
        ? string.Join(separator, values)
        : $"{string.Join(separator, values.Take(MostNamed))}等 {values.Count} 个值";

    protected override string Test(BitSet parts)
    {
        if (!parts.Has(_values.Count))
        {
            return string.Join(", ", _values.Where((_, i) => parts.Has(i)));
        }

        var missing = _values.Where((_, i) => !parts.Has(i)).ToList();
        return missing.Count == 0 ? "-" : $"not({string.Join(", ", missing)})";
    }

    private static List<FeelValue> Values(FeelKind kind, IEnumerable<FeelValue> mentioned)
    {
        IEnumerable<FeelValue> all = kind == FeelKind.Boolean ? [FeelBoolean.True, FeelBoolean.False] : [];
        return [.. all.Concat(mentioned.Select(v => v is FeelRange range ? range.Start : v))
            .Where(v => kind == FeelKind.None || (v.Kind & kind) != 0)
            .Distinct()];
    }
}

/// <summary>Numbers, dates, times and durations: parts lie between and on the values that are mentioned.</summary>
internal sealed class OrderedDomain : ColumnDomain
{
    private readonly List<FeelValue> _cuts;

    internal OrderedDomain(string label, FeelKind kind, IReadOnlyList<FeelValue> mentioned)
        : this(label, Cuts(kind, mentioned))
    {
    }

    private OrderedDomain(string label, List<FeelValue> cuts)
        : base(label, (2 * cuts.Count) + 1) => _cuts = cuts;

    // Between two days that follow each other there is nothing.
    protected override BitSet Natural()
    {
        var parts = new BitSet(Count);
        for (var i = 0; i < Count; i++)
        {
            var isEmpty = i % 2 == 0 && i > 0 && i < Count - 1
                && _cuts[(i / 2) - 1] is FeelDate before && _cuts[i / 2] is FeelDate after && after.EpochDay - before.EpochDay == 1;
            if (!isEmpty)
            {
                parts.Set(i);
            }
        }

        return parts;
    }

    protected override void Mark(FeelValue alternative, BitSet parts)
    {
        var (from, to) = alternative switch
        {
            FeelRange { Form: FeelRangeForm.Exclusion } => (0, Count - 1),
            FeelRange range => (Lower(range), Upper(range)),
            _ => (Position(alternative), Position(alternative)),
        };
        for (var i = Math.Max(from, 0); i <= to; i++)
        {
            if (alternative is not FeelRange { Form: FeelRangeForm.Exclusion } excluded || i != Position(excluded.Start))
            {
                parts.Set(i);
            }
        }
    }

    protected override string Words(BitSet parts) => string.Join(" 或 ", Runs(parts).Select(run => Interval(run.From, run.To)));

    protected override string Test(BitSet parts) => string.Join(", ", Runs(parts).Select(run => RangeTest(run.From, run.To)));

    /// <summary>Parts that follow each other without a hole, as first and last.</summary>
    private IEnumerable<(int From, int To)> Runs(BitSet parts)
    {
        for (var i = 0; i < Count; i++)
        {
            if (!parts.Has(i))
            {
                continue;
            }

            var end = i;
            while (end + 1 < Count && parts.Has(end + 1))
            {
                end++;
            }

            yield return (i, end);
            i = end;
        }
    }

    private string RangeTest(int from, int to)
    {
        if (from == to && from % 2 == 1)
        {
            return _cuts[from / 2].ToString();
        }

        return (from, to) switch
        {
            (0, _) when to == Count - 1 => "-",
            (0, _) => $"{(to % 2 == 1 ? "<=" : "<")} {_cuts[to / 2]}",
            _ when to == Count - 1 => $"{(from % 2 == 1 ? ">=" : ">")} {_cuts[(from - 1) / 2]}",
            _ => $"{(from % 2 == 1 ? "[" : "(")}{_cuts[(from - 1) / 2]}..{_cuts[to / 2]}{(to % 2 == 1 ? "]" : ")")}",
        };
    }

    private string Interval(int from, int to)
    {
        if (from == to && from % 2 == 1)
        {
            return $"{Label} = {Show(_cuts[from / 2])}";
        }

        var low = from == 0 ? string.Empty : $"{Show(_cuts[(from - 1) / 2])} {(from % 2 == 1 ? "≤" : "<")} ";
        var high = to == Count - 1 ? string.Empty : $" {(to % 2 == 1 ? "≤" : "<")} {Show(_cuts[to / 2])}";
        return low.Length > 0 && high.Length == 0
            ? $"{Label} {(from % 2 == 1 ? "≥" : ">")} {Show(_cuts[(from - 1) / 2])}"
            : $"{low}{Label}{high}";
    }

    private int Lower(FeelRange range) => range.Start.IsNull ? 0 : Position(range.Start) is >= 0 and var p ? p + (range.StartIncluded ? 0 : 1) : Count;

    private int Upper(FeelRange range) => range.End.IsNull ? Count - 1 : Position(range.End) is >= 0 and var p ? p - (range.EndIncluded ? 0 : 1) : -1;

    // Every end of a range is a cut; -1 for a value of another type.
    private int Position(FeelValue value)
    {
        if (_cuts.Count == 0 || FeelComparison.Compare(value, _cuts[0]) is null)
        {
            return -1;
        }

        var cut = _cuts.BinarySearch(value, Comparer<FeelValue>.Create((a, b) => FeelComparison.Compare(a, b) ?? 0));
        return cut < 0 ? -1 : (2 * cut) + 1;
    }

    private static List<FeelValue> Cuts(FeelKind kind, IEnumerable<FeelValue> mentioned)
    {
        var own = mentioned.SelectMany(v => v is FeelRange range ? new[] { range.Start, range.End } : [v]).Where(v => !v.IsNull).ToList();
        var first = kind == FeelKind.None ? own.Find(v => FeelComparison.Compare(v, v) == 0) : own.Find(v => (v.Kind & kind) != 0);
        var cuts = own.Where(v => first is not null && FeelComparison.Compare(first, v) is not null).ToList();
        cuts.Sort((a, b) => FeelComparison.Compare(a, b) ?? 0);
        return [.. cuts.Where((c, i) => i == 0 || FeelComparison.Compare(cuts[i - 1], c) != 0)];
    }
}
