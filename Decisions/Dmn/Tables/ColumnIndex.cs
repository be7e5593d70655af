using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Tables;

/// <summary>
/// For one input column: which rules can match a value. Constants are found by hashing, ranges of numbers and dates by
/// searching the ends of all ranges; cells that must be evaluated always count as possible.
/// </summary>
internal sealed class ColumnIndex
{
    /// <summary>Largest number of bits that the segments of a column may take, 32 MB.</summary>
    private const long MaxSegmentBits = 1L << 28;

    private readonly BitSet _always;
    private readonly BitSet _computed;
    private readonly Dictionary<FeelValue, BitSet> _equal = [];
    private readonly SegmentIndex? _numbers;
    private readonly SegmentIndex? _dates;

    internal ColumnIndex(IReadOnlyList<CellTest> cells)
    {
        var size = cells.Count;
        _always = new BitSet(size);
        _computed = new BitSet(size);
        var segmented = new List<(int Rule, FeelValue Alternative)>();
        for (var rule = 0; rule < size; rule++)
        {
            if (cells[rule].Kind == CellTestKind.Any)
            {
                _always.Set(rule);
            }
            else if (cells[rule].Kind != CellTestKind.OneOf || !cells[rule].Alternatives.All(CanIndex))
            {
                _computed.Set(rule);
                _always.Set(rule);
            }
            else
            {
                segmented.AddRange(cells[rule].Alternatives.Select(a => (rule, a)));
            }
        }

        _numbers = Segments<FeelNumber>(segmented, size);
        _dates = Segments<FeelDate>(segmented, size);
        foreach (var (rule, value) in segmented)
        {
            Add(rule, value, size);
        }
    }

    /// <summary>True when the rule's cell must be evaluated.</summary>
    internal bool IsComputed(int rule) => _computed.Has(rule);

    /// <summary>True when the index knows the answer for values like this one.</summary>
    internal static bool Covers(FeelValue value) =>
        value is FeelNull or FeelString or FeelNumber or FeelBoolean or FeelDate;

    /// <summary>Keeps of <paramref name="rules"/> those that can match.</summary>
    internal void Narrow(FeelValue value, Span<ulong> rules)
    {
        var found = value switch
        {
            FeelNumber => _numbers?.Find(value),
            FeelDate => _dates?.Find(value),
            _ => _equal.GetValueOrDefault(value),
        };
        var always = _always.Words;
        if (found is null)
        {
            for (var i = 0; i < rules.Length; i++)
            {
                rules[i] &= always[i];
            }

            return;
        }

        var words = found.Words;
        for (var i = 0; i < rules.Length; i++)
        {
            rules[i] &= always[i] | words[i];
        }
    }

    private static bool CanIndex(FeelValue value) => value switch
    {
        FeelRange { Form: FeelRangeForm.Exclusion } => false,
        FeelRange range => IsOrdered(range.Start) && IsOrdered(range.End) && (range.Form == FeelRangeForm.Comparison || (!range.Start.IsNull && !range.End.IsNull)),
        _ => Covers(value),
    };

    private static bool IsOrdered(FeelValue value) => value is FeelNull or FeelNumber or FeelDate;

    private static bool Concerns<T>(FeelValue value) =>
        value is T || (value is FeelRange range && (range.Start is T || range.End is T));

    private static SegmentIndex? Segments<T>(List<(int Rule, FeelValue Alternative)> cells, int size)
        where T : FeelValue
    {
        var own = cells.Where(c => Concerns<T>(c.Alternative)).ToList();
        if (own.Count == 0)
        {
            return null;
        }

        var ends = own.SelectMany(c => c.Alternative is FeelRange r ? new[] { r.Start, r.End } : [c.Alternative]).OfType<T>().ToList();
        return new SegmentIndex([.. ends], size);
    }

    private void Add(int rule, FeelValue value, int size)
    {
        if (_numbers is not null && Concerns<FeelNumber>(value))
        {
            _numbers.Add(rule, value);
        }
        else if (_dates is not null && Concerns<FeelDate>(value))
        {
            _dates.Add(rule, value);
        }
        else
        {
            if (!_equal.TryGetValue(value, out var rules))
            {
                _equal.Add(value, rules = new BitSet(size));
            }

            rules.Set(rule);
        }
    }

    /// <summary>True when the segments of a column with this many cells would take too much memory.</summary>
    internal static bool IsTooLarge(IReadOnlyList<CellTest> cells)
    {
        long ends = cells.Sum(c => 2L * c.Alternatives.Count);
        return ((2 * ends) + 1) * cells.Count > MaxSegmentBits;
    }
}

/// <summary>An ordered type cut at every end of a range: between and on the cuts the set of matching rules is the same.</summary>
internal sealed class SegmentIndex
{
    private readonly FeelValue[] _cuts;
    private readonly BitSet?[] _segments;
    private readonly int _size;

    internal SegmentIndex(FeelValue[] ends, int size)
    {
        Array.Sort(ends, (a, b) => FeelComparison.Compare(a, b) ?? 0);
        _cuts = [.. ends.Where((e, i) => i == 0 || FeelComparison.Compare(ends[i - 1], e) != 0)];
        _segments = new BitSet?[(2 * _cuts.Length) + 1];
        _size = size;
    }

    // Segment 2i is the open one before cut i; 2i + 1 is the cut itself.
    internal BitSet? Find(FeelValue value) => _segments[Position(value)];

    internal void Add(int rule, FeelValue alternative)
    {
        var (from, to) = alternative is FeelRange range
            ? (range.Start.IsNull ? 0 : Position(range.Start) + (range.StartIncluded ? 0 : 1),
               range.End.IsNull ? _segments.Length - 1 : Position(range.End) - (range.EndIncluded ? 0 : 1))
            : (Position(alternative), Position(alternative));
        for (var i = from; i <= to; i++)
        {
            (_segments[i] ??= new BitSet(_size)).Set(rule);
        }
    }

    private int Position(FeelValue value)
    {
        var low = 0;
        var high = _cuts.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (FeelComparison.Compare(value, _cuts[middle]))
            {
                case 0:
                    return (2 * middle) + 1;
                case < 0:
                    high = middle - 1;
                    break;
                default:
                    low = middle + 1;
                    break;
            }
        }

        return 2 * low;
    }
}
