using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Model;

namespace Platform.Decisions.Analysis;

/// <summary>
/// Looks through the decision tables of a model for gaps, overlaps, rules without effect and values of the wrong type.
/// </summary>
/// <remarks>
/// Inputs are taken to be known (not null) and, where a list of values is given, to be one of them. Cells that depend on
/// other values are not looked into: their rules count as not matching when gaps are searched, and are named.
/// Tables that list or sum up what matches may leave combinations out, so no gaps are reported for them.
/// </remarks>
public static class TableAnalysis
{
    /// <summary>Analyzes every decision table of a compiled model; those of its imports are left to their own analysis.</summary>
    /// <param name="decisions">The model.</param>
    /// <returns>The findings, table by table in document order; empty when all is well.</returns>
    public static IReadOnlyList<TableFinding> Of(CompiledDecisions decisions) =>
        [.. decisions.Tables.SelectMany(t => new TableCheck(t).Run())];

    /// <summary>Analyzes one table of a compiled model.</summary>
    /// <param name="decisions">The model.</param>
    /// <param name="table">The table, the same object that was compiled; another one has no findings.</param>
    public static IReadOnlyList<TableFinding> Of(CompiledDecisions decisions, DecisionTable table) =>
        [.. decisions.Tables.Where(t => ReferenceEquals(t.Source, table)).SelectMany(t => new TableCheck(t).Run())];

    /// <summary>Compiles a model and analyzes its tables.</summary>
    /// <param name="model">The model.</param>
    /// <param name="imports">Finds imported models by namespace.</param>
    public static IReadOnlyList<TableFinding> Of(DecisionModel model, Func<string, DecisionModel?>? imports = null) =>
        Of(CompiledDecisions.Compile(model, imports).Decisions);
}
