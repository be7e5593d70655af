using Platform.Decisions.Dmn.Compilation;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Dmn.Tables;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Analysis;

/// <summary>The analysis of one table.</summary>
internal sealed class TableCheck
{
    /// <summary>Findings of one kind that are told one by one; more would bury the others.</summary>
    private const int MostOfAKind = 20;

    private readonly TableSource _source;
    private readonly CompiledTable? _table;
    private readonly List<TableFinding> _findings = [];

    internal TableCheck(TableSource source)
    {
        _source = source;
        _table = source.Table;
    }

    internal IReadOnlyList<TableFinding> Run()
    {
        if (_table is null)
        {
            Add(TableFindingKind.TypeError, TableFindingSeverity.Error, [], null, "表中有写错的表达式，改正之后才能检查");
            return _findings;
        }

        var cells = Enumerable.Range(0, _source.Inputs.Count)
            .Select(c => (IReadOnlyList<CellTest>)_table.Rules.Select(r => CellTest.Of(r.Tests[c])).ToList())
            .ToList();
        CheckInputTypes(cells);
        CheckOutputs();

        var columns = _source.Inputs.Select((column, c) => ColumnDomain.Build(column.Label, Kind(column.Type, cells[c]), cells[c], column.Allowed)).ToList();
        var computed = Enumerable.Range(0, _table.Rules.Count).Where(r => cells.Exists(c => c[r].Kind == CellTestKind.Computed)).ToHashSet();
        var parts = Enumerable.Range(0, _table.Rules.Count)
            .Select(r => columns.Select((column, c) => column.Parts(cells[c][r])).ToArray())
            .ToArray();
        var space = new RuleSpace(columns, parts);
        var possible = CheckReachable(columns, cells, parts, computed);
        CheckGaps(space, columns, possible, computed);
        CheckOverlaps(space, columns, possible);
        CheckMasked(space, parts, possible);
        if (space.IsTooLarge)
        {
            Add(TableFindingKind.NotChecked, TableFindingSeverity.Information, [], null, "表中的组合太多，没有全部检查");
        }

        return _findings;
    }

    private static FeelKind Kind(FeelType? type, IReadOnlyList<CellTest> cells)
    {
        while (type is FeelType.Restricted restricted)
        {
            type = restricted.Base;
        }

        if (type is FeelType.Simple { Kind: not FeelKind.Any } simple)
        {
            return simple.Kind;
        }

        var first = cells.SelectMany(c => c.Alternatives).FirstOrDefault(v => !v.IsNull);
        return first is FeelRange range ? (range.Start.IsNull ? range.End : range.Start).Kind : first?.Kind ?? FeelKind.None;
    }

    private void CheckInputTypes(List<IReadOnlyList<CellTest>> cells)
    {
        for (var c = 0; c < cells.Count; c++)
        {
            var kind = Kind(_source.Inputs[c].Type, cells[c]);
            for (var r = 0; r < cells[c].Count && kind != FeelKind.None; r++)
            {
                foreach (var value in cells[c][r].Alternatives.SelectMany(Ends).Where(v => !v.IsNull && (v.Kind & (kind | FeelKind.List)) == 0))
                {
                    Add(TableFindingKind.TypeError, TableFindingSeverity.Error, [r + 1], null, $"规则 {r + 1} 的条件“{_source.Inputs[c].Label}”写的是 {value}（{value.TypeName}），与该列的类型不符");
                }
            }
        }
    }

    private static IEnumerable<FeelValue> Ends(FeelValue value) => value is FeelRange range ? [range.Start, range.End] : [value];

    private void CheckOutputs()
    {
        for (var r = 0; r < _table!.Rules.Count; r++)
        {
            for (var c = 0; c < _source.Outputs.Count; c++)
            {
                var column = _source.Outputs[c];
                if (_table.Rules[r].Outputs[c] is not Dmn.Boxes.ConstantBox { Value: { IsNull: false } value })
                {
                    continue;
                }

                var isAllowed = column.Allowed is not { Kind: CellTestKind.OneOf } allowed || FeelComparison.IsIn(value, new FeelList(allowed.Alternatives)) == true;
                if (!isAllowed || column.Type?.Convert(value) is null && column.Type is not null)
                {
                    Add(TableFindingKind.TypeError, TableFindingSeverity.Error, [r + 1], null, $"规则 {r + 1} 的结论“{column.Label}”写的是 {value}，与该列的类型或允许的取值不符");
                }
            }
        }
    }

    // Rules whose conditions can hold, without those that only evaluation can judge.
    private List<int> CheckReachable(List<ColumnDomain> columns, List<IReadOnlyList<CellTest>> cells, BitSet[][] parts, HashSet<int> computed)
    {
        var possible = new List<int>();
        for (var r = 0; r < parts.Length; r++)
        {
            var impossible = Enumerable.Range(0, columns.Count)
                .Where(c => cells[c][r].Kind != CellTestKind.Computed && !cells[c][r].Alternatives.Any(a => a.IsNull) && parts[r][c].Intersect(columns[c].Possible).IsEmpty)
                .ToList();
            if (impossible.Count > 0)
            {
                Add(TableFindingKind.NeverReached, TableFindingSeverity.Warning, [r + 1], null, $"规则 {r + 1} 永远不会用到：条件“{columns[impossible[0]].Label}”不可能成立");
            }
            else if (!computed.Contains(r))
            {
                possible.Add(r);
            }
        }

        return possible;
    }

    private void CheckGaps(RuleSpace space, List<ColumnDomain> columns, List<int> possible, HashSet<int> computed)
    {
        var needsAMatch = _table!.HitPolicy is HitPolicy.Unique or HitPolicy.Any or HitPolicy.First or HitPolicy.Priority;
        if (!needsAMatch || _table.Outputs.Any(o => o.Default is not null))
        {
            return;
        }

        var note = computed.Count == 0 ? string.Empty : $"（规则 {string.Join('、', computed.Order().Select(r => r + 1))} 的条件需要计算，未计入）";
        foreach (var gap in space.Uncovered(null, possible, MostOfAKind))
        {
            var combination = Describe(columns, gap);
            var words = combination.Count == 0 ? "任何情况" : string.Join("，", combination.Select(c => c.Values));
            Add(TableFindingKind.Gap, TableFindingSeverity.Warning, [], combination, $"没有规则适用于：{words}{note}");
        }
    }

    private void CheckOverlaps(RuleSpace space, List<ColumnDomain> columns, List<int> possible)
    {
        if (_table!.HitPolicy is not (HitPolicy.Unique or HitPolicy.Any))
        {
            return;
        }

        var count = 0;
        for (var i = 0; i < possible.Count; i++)
        {
            for (var j = i + 1; j < possible.Count && count < MostOfAKind && !space.IsTooLarge; j++)
            {
                var (first, second) = (possible[i], possible[j]);
                if ((_table.HitPolicy == HitPolicy.Any && Agree(first, second)) || space.Common(first, second) is not { } common)
                {
                    continue;
                }

                count++;
                var combination = Describe(columns, common);
                var words = combination.Count == 0 ? "任何情况" : string.Join("，", combination.Select(c => c.Values));
                var why = _table.HitPolicy == HitPolicy.Unique ? "而本表只允许一条规则适用" : "而结论不同";
                Add(TableFindingKind.Overlap, TableFindingSeverity.Error, [first + 1, second + 1], combination, $"规则 {first + 1} 与规则 {second + 1} 同时适用于：{words}，{why}");
            }
        }
    }

    private void CheckMasked(RuleSpace space, BitSet[][] parts, List<int> possible)
    {
        var hasOrder = _table!.HitPolicy is HitPolicy.First or HitPolicy.Priority or HitPolicy.Any;
        for (var i = 0; i < possible.Count && hasOrder && !space.IsTooLarge; i++)
        {
            var rule = possible[i];
            var before = possible.Where((other, j) => other != rule && ComesBefore(other, rule, j < i)).ToList();
            if (before.Count > 0 && space.Uncovered(parts[rule], before, 1).Count == 0 && !space.IsTooLarge)
            {
                Add(TableFindingKind.Masked, TableFindingSeverity.Warning, [rule + 1], null, $"规则 {rule + 1} 不起作用：凡它适用之处，都已由{(_table.HitPolicy == HitPolicy.First ? "前面的" : "优先的")}规则决定");
            }
        }
    }

    private bool ComesBefore(int other, int rule, bool isEarlier) => _table!.HitPolicy switch
    {
        HitPolicy.First => isEarlier,
        HitPolicy.Priority => Rank(other) is { } a && Rank(rule) is { } b && Compare(a, b) < 0,
        HitPolicy.Any => isEarlier && Agree(other, rule),
        _ => false,
    };

    private static int Compare(int[] a, int[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i])
            {
                return a[i].CompareTo(b[i]);
            }
        }

        return 0;
    }

    // Places of the outputs in the lists of priorities; null when an output is computed.
    private int[]? Rank(int rule)
    {
        var outputs = _table!.Rules[rule].Outputs;
        var ranks = new int[outputs.Count];
        for (var c = 0; c < ranks.Length; c++)
        {
            if (outputs[c] is not Dmn.Boxes.ConstantBox constant)
            {
                return null;
            }

            var priorities = _table.Outputs[c].Priorities;
            var place = Enumerable.Range(0, priorities.Count).FirstOrDefault(p => priorities[p].Equals(constant.Value), -1);
            ranks[c] = place < 0 ? int.MaxValue : place;
        }

        return ranks;
    }

    private bool Agree(int first, int second) => _source.Source.Rules[first].Outputs.Select(o => o.Text?.Trim())
        .SequenceEqual(_source.Source.Rules[second].Outputs.Select(o => o.Text?.Trim()));

    private static List<FindingCondition> Describe(List<ColumnDomain> columns, BitSet[] parts) =>
        [.. columns.Select((column, c) => column.Describe(parts[c], c)).OfType<FindingCondition>()];

    private void Add(TableFindingKind kind, TableFindingSeverity severity, IReadOnlyList<int> rules, List<FindingCondition>? combination, string chinese) =>
        _findings.Add(new TableFinding
        {
            Kind = kind,
            Severity = severity,
            Table = _source.Where,
            TableId = _source.Source.Id,
            Line = _source.Source.SourceLine,
            Rules = rules,
            Combination = combination ?? [],
            Chinese = $"「{_source.Where}」{chinese}。",
        });
}
