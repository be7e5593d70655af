using Platform.Decisions.Dmn.Model;

namespace Platform.Designer.Tables;

/// <summary>What a person says of a column.</summary>
public sealed record ColumnSettings
{
    /// <summary>Heading; empty for none.</summary>
    public string Label { get; init; } = "";

    /// <summary>What is tested, as FEEL, in an input; the name of the entry in an output; unused in an annotation.</summary>
    public string Subject { get; init; } = "";

    /// <summary>Name of the type; null when not stated.</summary>
    public string? TypeRef { get; init; }

    /// <summary>The values that may occur, as FEEL unary tests; empty for any.</summary>
    public string Choices { get; init; } = "";

    /// <summary>Conclusion when no rule applies, as FEEL; empty for none. Outputs only.</summary>
    public string Default { get; init; } = "";

    /// <summary>Name of the list that values are picked from; null for none. Inputs and outputs only.</summary>
    public string? Picks { get; init; }
}

/// <summary>Adds, removes, moves and describes columns, with the cells below them.</summary>
public static class ColumnEdits
{
    private const string GovNamespace = "urn:shanzhi:gov:1";
    private const string PicksAttribute = "options";

    /// <summary>What the table says of a column.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    public static ColumnSettings Settings(this DecisionTable table, int column)
    {
        (ColumnRole role, int index) = table.ColumnAt(column);
        return role switch
        {
            ColumnRole.Input => new ColumnSettings
            {
                Label = table.Inputs[index].Label ?? "",
                Subject = table.Inputs[index].Expression.Text ?? "",
                TypeRef = table.Inputs[index].Expression.TypeRef,
                Choices = table.Inputs[index].Values?.Text ?? "",
                Picks = PicksOf(table.Inputs[index]),
            },
            ColumnRole.Output => new ColumnSettings
            {
                Label = table.Outputs[index].Label ?? "",
                Subject = table.Outputs[index].Name ?? "",
                TypeRef = table.Outputs[index].TypeRef,
                Choices = table.Outputs[index].Values?.Text ?? "",
                Default = table.Outputs[index].Default?.Text ?? "",
                Picks = PicksOf(table.Outputs[index]),
            },
            _ => new ColumnSettings { Label = table.Annotations[index].Name ?? "" },
        };
    }

    /// <summary>The table with a column described otherwise.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="settings">What it says from now on.</param>
    public static DecisionTable Describe(this DecisionTable table, int column, ColumnSettings settings)
    {
        (ColumnRole role, int index) = table.ColumnAt(column);
        return role switch
        {
            ColumnRole.Input => table with { Inputs = Replaced(table.Inputs, index, Input(table.Inputs[index], settings)) },
            ColumnRole.Output => table with { Outputs = Replaced(table.Outputs, index, Output(table.Outputs[index], settings)) },
            _ => table with { Annotations = Replaced(table.Annotations, index, table.Annotations[index] with { Name = Text(settings.Label) }) },
        };
    }

    /// <summary>Adds a column behind the last of its kind.</summary>
    /// <param name="table">The table.</param>
    /// <param name="role">Its kind.</param>
    /// <param name="settings">What it says.</param>
    /// <returns>The table and the new column's number.</returns>
    public static (DecisionTable Table, int Column) AddColumn(this DecisionTable table, ColumnRole role, ColumnSettings settings)
    {
        (int column, DecisionTable wider) = role switch
        {
            ColumnRole.Input => (table.Inputs.Count, table with
            {
                Inputs = [.. table.Inputs, Input(new InputClause { Expression = new LiteralExpression() }, settings)],
                Rules = [.. table.Rules.Select(r => r with { Inputs = [.. r.Inputs, new UnaryTestsText { Text = TableCells.Any }] })],
            }),
            ColumnRole.Output => (table.Inputs.Count + table.Outputs.Count, table with
            {
                Outputs = [.. table.Outputs, Output(new OutputClause(), settings)],
                Rules = [.. table.Rules.Select(r => r with { Outputs = [.. r.Outputs, new LiteralExpression()] })],
            }),
            _ => (table.ColumnCount(), table with { Annotations = [.. table.Annotations, new AnnotationClause(Text(settings.Label))] }),
        };
        return (wider, column);
    }

    /// <summary>Whether a column may go: a table needs one conclusion.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    public static bool CanRemoveColumn(this DecisionTable table, int column) => table.ColumnAt(column).Role != ColumnRole.Output || table.Outputs.Count > 1;

    /// <summary>Removes a column with its cells; the last conclusion stays.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    public static DecisionTable RemoveColumn(this DecisionTable table, int column)
    {
        (ColumnRole role, int index) = table.ColumnAt(column);
        return role switch
        {
            ColumnRole.Input => table with
            {
                Inputs = Without(table.Inputs, index),
                Rules = [.. table.Rules.Select(r => r with { Inputs = Without(r.Inputs, index) })],
            },
            ColumnRole.Output when table.CanRemoveColumn(column) => table with
            {
                Outputs = Without(table.Outputs, index),
                Rules = [.. table.Rules.Select(r => r with { Outputs = Without(r.Outputs, index) })],
            },
            ColumnRole.Output => table,
            _ => table with
            {
                Annotations = Without(table.Annotations, index),
                Rules = [.. table.Rules.Select(r => r with { Annotations = Without(r.Annotations, index) })],
            },
        };
    }

    /// <summary>Moves a column among its kind; at the edge nothing changes.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="by">-1 to the left, 1 to the right.</param>
    public static DecisionTable MoveColumn(this DecisionTable table, int column, int by)
    {
        (ColumnRole role, int index) = table.ColumnAt(column);
        int count = role switch { ColumnRole.Input => table.Inputs.Count, ColumnRole.Output => table.Outputs.Count, _ => table.Annotations.Count };
        int to = index + by;
        if (to < 0 || to >= count)
        {
            return table;
        }

        return role switch
        {
            ColumnRole.Input => table with
            {
                Inputs = Moved(table.Inputs, index, to),
                Rules = [.. table.Rules.Select(r => r with { Inputs = Moved(r.Inputs, index, to) })],
            },
            ColumnRole.Output => table with
            {
                Outputs = Moved(table.Outputs, index, to),
                Rules = [.. table.Rules.Select(r => r with { Outputs = Moved(r.Outputs, index, to) })],
            },
            _ => table with
            {
                Annotations = Moved(table.Annotations, index, to),
                Rules = [.. table.Rules.Select(r => r with { Annotations = Moved(Padded(r.Annotations, table.Annotations.Count), index, to) })],
            },
        };
    }

    private static InputClause Input(InputClause input, ColumnSettings settings) => input with
    {
        Label = Text(settings.Label),
        Extensions = WithPicks(input, settings.Picks),
        Expression = input.Expression with { Text = Text(settings.Subject), TypeRef = Text(settings.TypeRef) },
        Values = Tests(input.Values, settings.Choices),
    };

    private static OutputClause Output(OutputClause output, ColumnSettings settings) => output with
    {
        Label = Text(settings.Label),
        Name = Text(settings.Subject),
        Extensions = WithPicks(output, settings.Picks),
        TypeRef = Text(settings.TypeRef),
        Values = Tests(output.Values, settings.Choices),
        Default = Text(settings.Default) is { } text ? (output.Default ?? new LiteralExpression()) with { Text = text } : null,
    };

    // DMN has no word for where values are picked from; the name of the list stands beside the column as an attribute of ours.
    private static string? PicksOf(DmnElement column) => column.Extensions.Attributes.FirstOrDefault(IsPicks)?.Value;

    private static DmnExtensions WithPicks(DmnElement column, string? name) => name == PicksOf(column) ? column.Extensions : column.Extensions with
    {
        Attributes = [.. column.Extensions.Attributes.Where(a => !IsPicks(a)), .. name is null ? Enumerable.Empty<ForeignAttribute>() : [new ForeignAttribute(GovNamespace, PicksAttribute, name)]],
    };

    private static bool IsPicks(ForeignAttribute attribute) => attribute is { Namespace: GovNamespace, Name: PicksAttribute };

    private static UnaryTestsText? Tests(UnaryTestsText? old, string text) =>
        Text(text) is { } stated ? old is null ? new UnaryTestsText { Text = stated } : old with { Text = stated } : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static IReadOnlyList<string> Padded(IReadOnlyList<string> texts, int count) => [.. texts, .. Enumerable.Repeat("", Math.Max(0, count - texts.Count))];

    private static IReadOnlyList<T> Replaced<T>(IReadOnlyList<T> items, int index, T item) => [.. items.Select((old, i) => i == index ? item : old)];

    private static IReadOnlyList<T> Without<T>(IReadOnlyList<T> items, int index) => [.. items.Where((_, i) => i != index)];

    private static List<T> Moved<T>(IReadOnlyList<T> items, int from, int to)
    {
        List<T> moved = [.. items];
        T item = moved[from];
        moved.RemoveAt(from);
        moved.Insert(to, item);
        return moved;
    }
}
