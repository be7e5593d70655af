using System.Collections.Immutable;
using Platform.Decisions.Analysis;
using Platform.Decisions.Dmn.Model;
using Platform.Designer.Tables;

namespace Platform.Designer.Versions;

/// <summary>
/// What differs between two states of a decision table, column by column and cell by cell. Rules and columns are recognised by their id, then by
/// what they say, then by their neighbours, so that a rule in which one cell changed is one changed rule and not one that came and one that went.
/// </summary>
public sealed record TableDiff
{
    /// <summary>What happens when several rules match, before and after; null when that did not change.</summary>
    public PartChange? Policy { get; init; }

    /// <summary>All columns: those of the newer table in order, then those that went.</summary>
    public ImmutableArray<DiffColumn> Columns { get; init; } = [];

    /// <summary>The rules that differ, in the order of the newer table; one that went stands where it was.</summary>
    public ImmutableArray<DiffRule> Rules { get; init; } = [];

    /// <summary>Number of rules that are the same in both.</summary>
    public int Unchanged { get; init; }

    /// <summary>Whether nothing that the table says differs.</summary>
    public bool IsEmpty => Policy is null && Rules.IsEmpty && Columns.All(column => column.Kind is null);

    /// <summary>Compares two tables of which no types are known.</summary>
    /// <param name="before">The older state.</param>
    /// <param name="after">The newer state.</param>
    public static TableDiff Of(DecisionTable before, DecisionTable after) => Of((before, TableReview.PlainColumns(before)), (after, TableReview.PlainColumns(after)));

    /// <summary>Compares two tables.</summary>
    /// <param name="older">The older state, with what is known of its columns.</param>
    /// <param name="newer">The newer state.</param>
    public static TableDiff Of((DecisionTable Table, ImmutableArray<CellColumn> Columns) older, (DecisionTable Table, ImmutableArray<CellColumn> Columns) newer)
    {
        var (before, after) = (older.Table, newer.Table);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var columns = ColumnPairs.Of(before, after);
        var pairs = RulePairs.Of(before, after, columns);
        var moved = RulePairs.Moved(pairs);
        var rules = pairs.Select(pair => Rule(older, newer, columns, pair, moved.Contains(pair))).ToList();
        return new TableDiff
        {
            Policy = PolicyOf(before) == PolicyOf(after) ? null : new PartChange("policy", PolicyOf(before), PolicyOf(after)),
            Columns = [.. columns.Select(pair => Column(before, after, pair))],
            Rules = [.. rules.OfType<DiffRule>()],
            Unchanged = rules.Count(rule => rule is null),
        };
    }

    private static string PolicyOf(DecisionTable table) => table is { HitPolicy: HitPolicy.Collect, Aggregation: { } sum } ? $"Collect.{sum}" : table.HitPolicy.ToString();

    private static DiffColumn Column(DecisionTable before, DecisionTable after, (int? Old, int? New) pair)
    {
        var was = pair.Old is { } old ? before.Settings(old) : null;
        var now = pair.New is { } place ? after.Settings(place) : null;
        var role = pair.New is { } at ? after.ColumnAt(at).Role : before.ColumnAt(pair.Old!.Value).Role;
        IReadOnlyList<PartChange> parts = was is null || now is null ? [] :
        [
            .. new PartChange[]
            {
                new("label", Filled(was.Label), Filled(now.Label)), new("subject", Filled(was.Subject), Filled(now.Subject)), new("type", Filled(was.TypeRef), Filled(now.TypeRef)),
                new("choices", Words(was.Choices, ColumnRole.Input), Words(now.Choices, ColumnRole.Input)), new("default", Words(was.Default, ColumnRole.Output), Words(now.Default, ColumnRole.Output)),
            }.Where(part => part.Before != part.After),
        ];
        ChangeKind? kind = was is null ? ChangeKind.Added : now is null ? ChangeKind.Removed : parts.Count > 0 ? ChangeKind.Changed : null;
        return new DiffColumn(role, Heading(now ?? was!), kind, parts);
    }

    private static DiffRule? Rule(
        (DecisionTable, ImmutableArray<CellColumn>) before, (DecisionTable, ImmutableArray<CellColumn>) after, IReadOnlyList<(int? Old, int? New)> columns, (int? Old, int? New) pair, bool isMoved)
    {
        var cells = columns.Select(column => Both(before, after, pair, column)).ToImmutableArray();

        // A column that came or went is told once, not in every rule.
        var differs = columns.Zip(cells).Any(both => both.First is ({ }, { }) && both.Second.Before != both.Second.After);
        ChangeKind? kind = pair.Old is null ? ChangeKind.Added : pair.New is null ? ChangeKind.Removed : differs ? ChangeKind.Changed : isMoved ? ChangeKind.Moved : null;
        return kind is { } found ? new DiffRule(found, pair.Old + 1, pair.New + 1, cells) : null;
    }

    // The same FEEL reads otherwise once the column's type changed; the rule did not change for that.
    private static DiffCell Both(
        (DecisionTable Table, ImmutableArray<CellColumn>) before, (DecisionTable Table, ImmutableArray<CellColumn>) after, (int? Old, int? New) rule, (int? Old, int? New) column)
    {
        var now = Cell(after, rule.New, column.New);
        return (rule, column) is (({ } old, { } place), ({ } was, { } at)) && before.Table.CellText(old, was) == after.Table.CellText(place, at)
            ? new DiffCell(now, now)
            : new DiffCell(Cell(before, rule.Old, column.Old), now);
    }

    private static string? Cell((DecisionTable Table, ImmutableArray<CellColumn> Columns) state, int? rule, int? column) =>
        rule is { } row && column is { } at ? CellWords.Show(state.Table.CellText(row, at), state.Columns[at]) : null;

    private static string? Words(string feel, ColumnRole role) => feel.Length == 0 ? null : CellWords.Show(feel, new CellColumn(role, ColumnShape.Unknown("")));

    private static string Heading(ColumnSettings settings) => settings.Label.Length > 0 ? settings.Label : settings.Subject;

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

/// <summary>A column of either table.</summary>
/// <param name="Role">Condition, conclusion or remark.</param>
/// <param name="Label">Its heading, in the newer table when it is there.</param>
/// <param name="Kind">What happened to it; null for nothing.</param>
/// <param name="Parts">What it says otherwise now: <c>label</c>, <c>subject</c>, <c>type</c>, <c>choices</c> or <c>default</c>.</param>
public sealed record DiffColumn(ColumnRole Role, string Label, ChangeKind? Kind, IReadOnlyList<PartChange> Parts);

/// <summary>A rule that differs.</summary>
/// <param name="Kind">What happened; a rule that changed and moved counts as changed.</param>
/// <param name="OldNumber">Its number before, from 1; null for a new one.</param>
/// <param name="NewNumber">Its number after; null for one that went.</param>
/// <param name="Cells">Its cells under <see cref="TableDiff.Columns"/>.</param>
public sealed record DiffRule(ChangeKind Kind, int? OldNumber, int? NewNumber, ImmutableArray<DiffCell> Cells);

/// <summary>A cell before and after, in the words of people; null where there is no such cell, empty for a condition that accepts anything.</summary>
/// <param name="Before">What it said.</param>
/// <param name="After">What it says.</param>
public sealed record DiffCell(string? Before, string? After);
