using Platform.Decisions.Dmn.Model;

namespace Platform.Designer.Tables;

/// <summary>What a column of a table is for.</summary>
public enum ColumnRole
{
    /// <summary>A condition.</summary>
    Input,

    /// <summary>A conclusion.</summary>
    Output,

    /// <summary>A remark, such as the legal basis.</summary>
    Annotation,
}

/// <summary>The cells of a decision table as one grid: inputs, outputs and annotations side by side. All members leave the table as it is and give a changed one.</summary>
public static class TableCells
{
    /// <summary>The input test that accepts anything.</summary>
    public const string Any = "-";

    /// <summary>Number of columns.</summary>
    /// <param name="table">The table.</param>
    public static int ColumnCount(this DecisionTable table) => table.Inputs.Count + table.Outputs.Count + table.Annotations.Count;

    /// <summary>What a column is for, and its position among its kind.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    public static (ColumnRole Role, int Index) ColumnAt(this DecisionTable table, int column)
    {
        int outputs = column - table.Inputs.Count;
        return outputs < 0 ? (ColumnRole.Input, column)
            : outputs < table.Outputs.Count ? (ColumnRole.Output, outputs)
            : (ColumnRole.Annotation, outputs - table.Outputs.Count);
    }

    /// <summary>The text of a cell: FEEL, or words in an annotation. Empty for an empty output or annotation.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="column">The column.</param>
    public static string CellText(this DecisionTable table, int rule, int column)
    {
        DecisionRule row = table.Rules[rule];
        (ColumnRole role, int index) = table.ColumnAt(column);
        return role switch
        {
            ColumnRole.Input => index < row.Inputs.Count ? row.Inputs[index].Text : Any,
            ColumnRole.Output => index < row.Outputs.Count ? row.Outputs[index].Text ?? "" : "",
            _ => index < row.Annotations.Count ? row.Annotations[index] : "",
        };
    }

    /// <summary>The table with other texts in some cells; ids and what other programs added to a cell stay.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cells">Place and text of each; places outside the table are passed over.</param>
    public static DecisionTable WithCells(this DecisionTable table, IEnumerable<(CellPlace Place, string Text)> cells)
    {
        DecisionRule[] rules = [.. table.Rules];
        bool changed = false;
        foreach (((int rule, int column), string text) in cells)
        {
            if (rule >= 0 && rule < rules.Length && column >= 0 && column < table.ColumnCount() && table.CellText(rule, column) != text)
            {
                rules[rule] = WithCell(table, rules[rule], column, text);
                changed = true;
            }
        }

        return changed ? table with { Rules = rules } : table;
    }

    private static DecisionRule WithCell(DecisionTable table, DecisionRule row, int column, string text)
    {
        (ColumnRole role, int index) = table.ColumnAt(column);
        switch (role)
        {
            case ColumnRole.Input:
                UnaryTestsText[] inputs = [.. row.Inputs];
                inputs[index] = inputs[index] with { Text = text };
                return row with { Inputs = inputs };
            case ColumnRole.Output:
                LiteralExpression[] outputs = [.. row.Outputs];
                outputs[index] = outputs[index] with { Text = text.Length == 0 ? null : text };
                return row with { Outputs = outputs };
            default:
                string[] annotations = [.. row.Annotations, .. Enumerable.Repeat("", Math.Max(0, index + 1 - row.Annotations.Count))];
                annotations[index] = text;
                return row with { Annotations = annotations };
        }
    }
}
