using System.Globalization;
using Platform.Decisions.Dmn.Model;
using Platform.Designer.Tables;

namespace Platform.Designer.Versions;

/// <summary>Takes the logic of a decision or function apart into expressions, each under the path of the boxes around it: names as they are, roles of boxes with @ in front, joined by ›.</summary>
internal static class LogicParts
{
    /// <summary>Joins the steps of a path.</summary>
    internal const char Joint = '›';

    /// <summary>The expressions by path; empty for no logic. A table is left to <see cref="TableDiff"/> unless it stands inside another box.</summary>
    /// <param name="logic">The logic.</param>
    internal static Dictionary<string, string> Of(BoxedExpression? logic)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (logic is not DecisionTable)
        {
            Add(parts, "", logic);
        }

        return parts;
    }

    /// <summary>The tables inside a logic by path; not the logic itself.</summary>
    /// <param name="logic">The logic.</param>
    internal static Dictionary<string, DecisionTable> Tables(BoxedExpression? logic)
    {
        var tables = new Dictionary<string, DecisionTable>(StringComparer.Ordinal);
        Find(logic, "", tables);
        return tables;
    }

    private static void Find(BoxedExpression? box, string path, Dictionary<string, DecisionTable> tables)
    {
        if (box is DecisionTable table && path.Length > 0)
        {
            tables[path] = table;
        }

        foreach (var (step, inner) in box is null ? [] : Children(box))
        {
            Find(inner, Under(path, step), tables);
        }
    }

    private static void Add(Dictionary<string, string> parts, string path, BoxedExpression? box)
    {
        if (box is null)
        {
            return;
        }

        if (path.Length > 0 && box is not LiteralExpression)
        {
            parts[Under(path, "@form")] = box.GetType().Name;
        }

        if (box.TypeRef is { } type && box is not LiteralExpression)
        {
            parts[Under(path, "@type")] = type;
        }

        foreach (var (step, inner) in Children(box))
        {
            Add(parts, Under(path, step), inner);
        }

        if (Own(box) is { Length: > 0 } text)
        {
            parts[path] = text;
        }
    }

    private static string? Own(BoxedExpression box) => box switch
    {
        LiteralExpression literal => literal.Text,
        FunctionDefinition function => $"({string.Join(", ", function.Parameters.Select(Typed))})",
        IteratorExpression iterator => $"{iterator.Kind.ToString().ToLowerInvariant()} {iterator.Variable}",
        RelationExpression relation => string.Join(", ", relation.Columns.Select(Typed)),
        DecisionTable table => string.Join('\n', Enumerable.Range(0, table.Rules.Count).Select(rule => string.Join(" | ", Enumerable.Range(0, table.ColumnCount()).Select(column => table.CellText(rule, column))))),
        _ => null,
    };

    private static IEnumerable<(string Step, BoxedExpression? Inner)> Children(BoxedExpression box) => box switch
    {
        ContextExpression context => context.Entries.Select(entry => (entry.Variable?.Name ?? "@result", entry.Value)),
        ListExpression list => list.Items.Select((item, i) => (Number(i), (BoxedExpression?)item)),
        RelationExpression relation => relation.Rows.SelectMany((row, r) => row.Cells.Select((cell, c) => (Number(r) + Joint + (c < relation.Columns.Count ? relation.Columns[c].Name : Number(c)), (BoxedExpression?)cell))),
        FunctionDefinition function => [("@body", function.Body)],
        InvocationExpression call => [("@callee", call.Callee), .. call.Bindings.Select(binding => (binding.Parameter.Name, binding.Value))],
        ConditionalExpression choice => [("@if", choice.If.Value), ("@then", choice.Then.Value), ("@else", choice.Else.Value)],
        IteratorExpression iterator => [("@in", iterator.In.Value), ("@body", iterator.Body.Value)],
        FilterExpression filter => [("@in", filter.In.Value), ("@match", filter.Match.Value)],
        _ => [],
    };

    private static string Typed(InformationItem item) => item.TypeRef is { } type ? $"{item.Name}: {type}" : item.Name;

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    private static string Under(string path, string step) => path.Length == 0 ? step : path + Joint + step;
}
