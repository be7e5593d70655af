using Platform.Decisions.Dmn.Model;

namespace Platform.Designer.Tables;

/// <summary>Adds, removes, moves and doubles rules. Every rule keeps its identity wherever it goes; new ones get ids of their own.</summary>
public static class RuleEdits
{
    /// <summary>Inserts empty rules, which accept anything and conclude nothing.</summary>
    /// <param name="table">The table.</param>
    /// <param name="at">Position of the first new rule, 0 to the number of rules.</param>
    /// <param name="count">How many.</param>
    public static DecisionTable InsertRules(this DecisionTable table, int at, int count = 1)
    {
        List<DecisionRule> rules = [.. table.Rules];
        rules.InsertRange(at, NewIds(table, count).Select(id => Empty(table, id)));
        return table with { Rules = rules };
    }

    /// <summary>Appends a rule with these conditions, as a finding names them; the conclusions are left to the author.</summary>
    /// <param name="table">The table.</param>
    /// <param name="tests">Input column and FEEL test of each condition; columns not named accept anything.</param>
    public static DecisionTable AddRule(this DecisionTable table, IEnumerable<(int Column, string Test)> tests)
    {
        DecisionTable longer = table.InsertRules(table.Rules.Count);
        return longer.WithCells(tests.Select(t => (new CellPlace(table.Rules.Count, t.Column), t.Test)));
    }

    /// <summary>Removes rules.</summary>
    /// <param name="table">The table.</param>
    /// <param name="first">The first.</param>
    /// <param name="count">How many.</param>
    public static DecisionTable RemoveRules(this DecisionTable table, int first, int count) =>
        table with { Rules = [.. table.Rules.Where((_, i) => i < first || i >= first + count)] };

    /// <summary>Moves rules up or down by one place; at the edge nothing changes.</summary>
    /// <param name="table">The table.</param>
    /// <param name="first">The first.</param>
    /// <param name="count">How many.</param>
    /// <param name="by">-1 upwards, 1 downwards.</param>
    public static DecisionTable MoveRules(this DecisionTable table, int first, int count, int by)
    {
        int to = first + by;
        if (to < 0 || to + count > table.Rules.Count)
        {
            return table;
        }

        List<DecisionRule> rules = [.. table.Rules];
        List<DecisionRule> moved = rules.GetRange(first, count);
        rules.RemoveRange(first, count);
        rules.InsertRange(to, moved);
        return table with { Rules = rules };
    }

    /// <summary>Puts copies of rules right behind them.</summary>
    /// <param name="table">The table.</param>
    /// <param name="first">The first.</param>
    /// <param name="count">How many.</param>
    public static DecisionTable DuplicateRules(this DecisionTable table, int first, int count)
    {
        List<DecisionRule> rules = [.. table.Rules];
        IEnumerable<DecisionRule> copies = table.Rules.Skip(first).Take(count).Zip(NewIds(table, count), (rule, id) => Copy(rule, id));
        rules.InsertRange(first + count, copies);
        return table with { Rules = rules };
    }

    /// <summary>Fills each column of a selection with its first cell; of a single rule with the rule above (Ctrl+D).</summary>
    /// <param name="table">The table.</param>
    /// <param name="range">The selection.</param>
    public static DecisionTable FillDown(this DecisionTable table, CellRange range)
    {
        int source = range.RuleCount > 1 ? range.FirstRule : range.FirstRule - 1;
        return source < 0 ? table : table.WithCells(Places(range).Where(p => p.Rule != source).Select(p => (p, table.CellText(source, p.Column))));
    }

    /// <summary>Empties cells: conditions accept anything, conclusions and remarks are gone.</summary>
    /// <param name="table">The table.</param>
    /// <param name="range">The selection.</param>
    public static DecisionTable Clear(this DecisionTable table, CellRange range) =>
        table.WithCells(Places(range).Select(p => (p, table.ColumnAt(p.Column).Role == ColumnRole.Input ? TableCells.Any : "")));

    private static IEnumerable<CellPlace> Places(CellRange range) =>
        from rule in Enumerable.Range(range.FirstRule, range.RuleCount)
        from column in Enumerable.Range(range.FirstColumn, range.LastColumn - range.FirstColumn + 1)
        select new CellPlace(rule, column);

    private static DecisionRule Empty(DecisionTable table, string id) => new()
    {
        Id = id,
        Inputs = [.. table.Inputs.Select(_ => new UnaryTestsText { Text = TableCells.Any })],
        Outputs = [.. table.Outputs.Select(_ => new LiteralExpression())],
        Annotations = [.. table.Annotations.Select(_ => "")],
    };

    // Cells have ids in some files; a copy with the same ids would make the file invalid.
    private static DecisionRule Copy(DecisionRule rule, string id) => rule with
    {
        Id = id,
        Inputs = [.. rule.Inputs.Select(i => i with { Id = null })],
        Outputs = [.. rule.Outputs.Select(o => o with { Id = null })],
    };

    private static IEnumerable<string> NewIds(DecisionTable table, int count)
    {
        string prefix = $"{table.Id ?? "table"}-rule-";
        HashSet<string> used = [.. table.Rules.Select(r => r.Id).OfType<string>()];
        return Enumerable.Range(1, int.MaxValue).Select(i => prefix + i).Where(id => !used.Contains(id)).Take(count);
    }
}
