using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Dmn.Tables;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Compilation;

/// <summary>A table with what compiling found out about it; for the analysis.</summary>
/// <param name="Where">The element that the table belongs to.</param>
/// <param name="Source">The table as the model has it.</param>
/// <param name="Table">Its compiled form; null when it has expressions with errors.</param>
/// <param name="Inputs">The input columns.</param>
/// <param name="Outputs">The output columns.</param>
internal sealed record TableSource(
    string Where, DecisionTable Source, CompiledTable? Table, IReadOnlyList<ColumnSource> Inputs, IReadOnlyList<ColumnSource> Outputs);

/// <summary>Type and values of a column.</summary>
/// <param name="Label">Heading, or the expression's text.</param>
/// <param name="Type">Type; null when not known.</param>
/// <param name="Allowed">Values that may occur; null when unrestricted or not constant.</param>
internal sealed record ColumnSource(string Label, FeelType? Type, CellTest? Allowed);
