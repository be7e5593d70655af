using Platform.Decisions.Dmn;
using Platform.Decisions.Dmn.Compilation;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Dmn.Tables;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Analysis;

/// <summary>What is known of a table's columns once the types of the model are resolved: what an editor needs to help with cells.</summary>
/// <param name="Where">The decision, function or entry that the table belongs to.</param>
/// <param name="TableId">Id of the table; null when the model gives none.</param>
/// <param name="Inputs">The input columns in order.</param>
/// <param name="Outputs">The output columns in order.</param>
public sealed record TableShape(string Where, string? TableId, IReadOnlyList<ColumnShape> Inputs, IReadOnlyList<ColumnShape> Outputs)
{
    /// <summary>The shapes of every table of a compiled model, in document order; tables with wrong expressions included.</summary>
    /// <param name="decisions">The model.</param>
    public static IReadOnlyList<TableShape> Of(CompiledDecisions decisions) =>
        [.. decisions.Tables.Select(Of)];

    /// <summary>The shape of one table of a compiled model.</summary>
    /// <param name="decisions">The model.</param>
    /// <param name="table">The table, the same object that was compiled.</param>
    /// <returns>The shape; null when the model was compiled without that table.</returns>
    public static TableShape? Of(CompiledDecisions decisions, DecisionTable table) =>
        decisions.Tables.FirstOrDefault(t => ReferenceEquals(t.Source, table)) is { } found ? Of(found) : null;

    private static TableShape Of(TableSource table) => new(table.Where, table.Source.Id, [.. table.Inputs.Select(Shape)], [.. table.Outputs.Select(Shape)]);

    private static ColumnShape Shape(ColumnSource column) => new(
        column.Label,
        Values(column.Type),
        column.Allowed is { Kind: CellTestKind.OneOf } allowed && allowed.Alternatives.All(a => a is not FeelRange) ? allowed.Alternatives : []);

    private static ColumnValues Values(FeelType? type)
    {
        while (type is FeelType.Restricted restricted)
        {
            type = restricted.Base;
        }

        return type is not FeelType.Simple simple ? ColumnValues.Any : simple.Kind switch
        {
            FeelKind.String => ColumnValues.Text,
            FeelKind.Number => ColumnValues.Number,
            FeelKind.Boolean => ColumnValues.Boolean,
            FeelKind.Date => ColumnValues.Date,
            FeelKind.DateTime => ColumnValues.DateTime,
            FeelKind.Time => ColumnValues.Time,
            FeelKind.YearMonth or FeelKind.DayTime => ColumnValues.Duration,
            _ => ColumnValues.Any,
        };
    }
}

/// <summary>What is known of one column.</summary>
/// <param name="Label">Heading, or the expression's text.</param>
/// <param name="Values">Kind of its values.</param>
/// <param name="Choices">The values that may occur, in their order; empty when it is no list of single values.</param>
public sealed record ColumnShape(string Label, ColumnValues Values, IReadOnlyList<FeelValue> Choices)
{
    /// <summary>A column of which nothing is known.</summary>
    /// <param name="label">Heading.</param>
    public static ColumnShape Unknown(string label) => new(label, ColumnValues.Any, []);
}

/// <summary>Kind of a column's values.</summary>
public enum ColumnValues
{
    /// <summary>Not known, or mixed.</summary>
    Any,

    /// <summary>Texts.</summary>
    Text,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Dates.</summary>
    Date,

    /// <summary>Times of day.</summary>
    Time,

    /// <summary>Dates with times.</summary>
    DateTime,

    /// <summary>Durations.</summary>
    Duration,
}
