using System.Collections.Immutable;
using Platform.Decisions.Analysis;
using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Model;

namespace Platform.Designer.Tables;

/// <summary>What is wrong or doubtful about a table as it stands, and what is known of its columns. Immutable.</summary>
public sealed record TableReview
{
    /// <summary>Nothing known yet.</summary>
    public static TableReview None { get; } = new();

    /// <summary>The columns in grid order; annotations have no shape of their own.</summary>
    public ImmutableArray<CellColumn> Columns { get; init; } = [];

    /// <summary>Cells that cannot be as they stand.</summary>
    public ImmutableDictionary<CellPlace, CellReading> Faults { get; init; } = ImmutableDictionary<CellPlace, CellReading>.Empty;

    /// <summary>Gaps, overlaps, rules without effect and so on, as long as no cell is at fault.</summary>
    public ImmutableArray<TableFinding> Findings { get; init; } = [];

    /// <summary>What else keeps the model from being published.</summary>
    public ImmutableArray<DmnIssue> Issues { get; init; } = [];

    /// <summary>Whether the table can be published.</summary>
    public bool IsSound => Faults.IsEmpty && Issues.All(i => i.Severity != DmnIssueSeverity.Error);

    /// <summary>The worst finding of each rule, by the rule's position from 0.</summary>
    public ImmutableDictionary<int, TableFinding> ByRule { get; private init; } = ImmutableDictionary<int, TableFinding>.Empty;

    /// <summary>Looks a table through.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">A table in it, at any depth.</param>
    /// <param name="lists">Lists to pick values from; null for none.</param>
    public static TableReview Of(DecisionModel model, DecisionTable table, IReadOnlyList<PickList>? lists = null)
    {
        DecisionCompileResult compiled = CompiledDecisions.Compile(model);
        ImmutableArray<CellColumn> columns = ColumnsOf(compiled, table, lists ?? []);
        ImmutableDictionary<CellPlace, CellReading> faults = FaultsOf(table, columns);
        ImmutableArray<TableFinding> findings = faults.IsEmpty
            ? [.. TableAnalysis.Of(compiled.Decisions, table)]
            : [];
        return new TableReview
        {
            Columns = columns,
            Faults = faults,
            Findings = findings,
            Issues = [.. compiled.Issues],
            ByRule = findings.SelectMany(f => f.Rules.Select(r => (Rule: r - 1, Finding: f))).GroupBy(f => f.Rule)
                .ToImmutableDictionary(g => g.Key, g => g.MaxBy(f => f.Finding.Severity).Finding),
        };
    }

    /// <summary>The columns of a table with the types of its model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="table">A table in it, at any depth.</param>
    /// <param name="lists">Lists to pick values from.</param>
    public static ImmutableArray<CellColumn> TypedColumns(DecisionModel model, DecisionTable table, IReadOnlyList<PickList> lists) =>
        ColumnsOf(CompiledDecisions.Compile(model), table, lists);

    /// <summary>The columns of a table of which nothing is known but the headings.</summary>
    /// <param name="table">The table.</param>
    /// <param name="lists">Lists to pick values from; null for none.</param>
    public static ImmutableArray<CellColumn> PlainColumns(DecisionTable table, IReadOnlyList<PickList>? lists = null) => ColumnsOf(table, null, lists ?? []);

    /// <summary>The rule that would close a gap: input column and test of each condition. Empty for a finding of another kind.</summary>
    /// <param name="finding">The finding.</param>
    public static IReadOnlyList<(int Column, string Test)> MissingRule(TableFinding finding) =>
        finding.Kind == TableFindingKind.Gap ? [.. finding.Combination.Select(c => (c.Column, c.Test))] : [];

    private static ImmutableArray<CellColumn> ColumnsOf(DecisionCompileResult compiled, DecisionTable table, IReadOnlyList<PickList> lists) => ColumnsOf(
        table,
        TableShape.Of(compiled.Decisions, table),
        lists);

    private static ImmutableArray<CellColumn> ColumnsOf(DecisionTable table, TableShape? shape, IReadOnlyList<PickList> lists) =>
    [
        .. table.Inputs.Select((input, i) => new CellColumn(ColumnRole.Input, shape?.Inputs[i] ?? ColumnShape.Unknown(input.Label ?? input.Expression.Text ?? ""), PicksOf(table, i, lists))),
        .. table.Outputs.Select((output, i) => new CellColumn(ColumnRole.Output, shape?.Outputs[i] ?? ColumnShape.Unknown(output.Label ?? output.Name ?? ""), PicksOf(table, table.Inputs.Count + i, lists))),
        .. table.Annotations.Select(a => new CellColumn(ColumnRole.Annotation, ColumnShape.Unknown(a.Name ?? ""))),
    ];

    private static PickList? PicksOf(DecisionTable table, int column, IReadOnlyList<PickList> lists) =>
        lists.Count > 0 && table.Settings(column).Picks is { } name ? lists.FirstOrDefault(list => list.Name == name) : null;

    private static ImmutableDictionary<CellPlace, CellReading> FaultsOf(DecisionTable table, ImmutableArray<CellColumn> columns)
    {
        ImmutableDictionary<CellPlace, CellReading>.Builder faults = ImmutableDictionary.CreateBuilder<CellPlace, CellReading>();
        for (int column = 0; column < columns.Length; column++)
        {
            // A column repeats a few texts over and over; each is looked at once.
            Dictionary<string, CellReading?> known = new(StringComparer.Ordinal);
            for (int rule = 0; rule < table.Rules.Count; rule++)
            {
                string text = table.CellText(rule, column);
                if (!known.TryGetValue(text, out CellReading? fault))
                {
                    known[text] = fault = CellWords.Fault(text, columns[column]);
                }

                if (fault is not null)
                {
                    faults[new CellPlace(rule, column)] = fault;
                }
            }
        }

        return faults.ToImmutable();
    }
}
