using Platform.Decisions.Dmn.Boxes;
using Platform.Decisions.Dmn.Model;
using Platform.Decisions.Dmn.Tables;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Compilation;

/// <summary>Compiles a decision table and builds its index.</summary>
internal sealed class TableCompiler(BoxCompiler boxes)
{
    /// <summary>Tables with fewer rules are faster without an index.</summary>
    private const int MinRulesForIndex = 4;

    private bool _isBroken;

    internal BoxNode Compile(DecisionTable table, NameScope names, string where)
    {
        var inputs = table.Inputs.Select(i => CompileInput(i, names, where)).ToList();
        var outputs = table.Outputs.Select(o => CompileOutput(o, table, names, where)).ToList();
        var types = table.Outputs.Select(o => boxes.Types.Find(o.TypeRef, o)).ToList();
        var rules = table.Rules.Select((r, i) => CompileRule(table, r, types, names, $"{where} 规则 {i + 1}")).ToList();
        var columns = table.Inputs.Select((input, i) => Source(input, inputs[i].Label, names)).ToList();
        var results = table.Outputs.Select((output, i) => Source(output, types[i], where)).ToList();
        if (_isBroken)
        {
            boxes.Tables.Add(new TableSource(where, table, null, columns, results));
            return new RefusedBox(where, "dmn.bad-expression", "决策表中有写错的表达式，不能计算", "the table has expressions that are wrong");
        }

        var compiled = new CompiledTable(table.HitPolicy, table.Aggregation, inputs, outputs, rules) { Index = BuildIndex(inputs.Count, rules) };
        boxes.Tables.Add(new TableSource(where, table, compiled, columns, results));
        return new TableBox(where, boxes.Types.Find(table.TypeRef, table), table.Id, compiled);
    }

    private static List<ColumnIndex>? BuildIndex(int columns, List<CompiledRule> rules)
    {
        if (rules.Count < MinRulesForIndex)
        {
            return null;
        }

        var index = new List<ColumnIndex>();
        for (var c = 0; c < columns; c++)
        {
            var cells = rules.ConvertAll(r => CellTest.Of(r.Tests[c]));
            if (ColumnIndex.IsTooLarge(cells))
            {
                return null;
            }

            index.Add(new ColumnIndex(cells));
        }

        return index;
    }

    // The variable's own type says more about its values than a plain type at the column.
    private ColumnSource Source(InputClause input, string label, NameScope names)
    {
        var declared = boxes.Types.Find(input.Expression.TypeRef, input);
        var variable = names.TypeOf(input.Expression.Text?.Trim());
        var allowed = Constants(input.Values?.Text) ?? Constants((variable as FeelType.Restricted)?.Text) ?? Constants((declared as FeelType.Restricted)?.Text);
        return new ColumnSource(label, declared ?? variable, allowed);
    }

    private static ColumnSource Source(OutputClause output, FeelType? type, string where) => new(
        output.Label ?? output.Name ?? where,
        type,
        Constants(output.Values?.Text) ?? Constants((type as FeelType.Restricted)?.Text));

    private static CellTest? Constants(string? tests)
    {
        if (tests is null || FeelUnaryTests.Parse(tests).Expression is not { } parsed)
        {
            return null;
        }

        var cell = CellTest.Of(parsed);
        return cell.Kind is CellTestKind.OneOf or CellTestKind.NoneOf ? cell : null;
    }

    private InputColumn CompileInput(InputClause input, NameScope names, string where) => new(
        input.Label ?? input.Expression.Text?.Trim() ?? string.Empty,
        boxes.CompileLiteral(input.Expression, names, where),
        Tests(input.Values, names, where));

    private OutputColumn CompileOutput(OutputClause output, DecisionTable table, NameScope names, string where)
    {
        var type = boxes.Types.Find(output.TypeRef, output);
        var values = output.Values ?? (table.HitPolicy is HitPolicy.Priority or HitPolicy.OutputOrder
            ? boxes.Types.AllowedValues(output.TypeRef ?? (table.Outputs.Count == 1 ? table.TypeRef : null))
            : null);
        return new OutputColumn(
            output.Label,
            output.Name,
            Tests(output.Values, names, where),
            CellTest.Of(Tests(values, names, where)).Alternatives,
            output.Default is { } d ? boxes.CompileLiteral(d, names, where, type) : null);
    }

    private CompiledRule CompileRule(DecisionTable table, DecisionRule rule, List<FeelType?> types, NameScope names, string where)
    {
        var annotations = new List<TraceAnnotation>();
        for (var i = 0; i < rule.Annotations.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(rule.Annotations[i]))
            {
                annotations.Add(new TraceAnnotation(i < table.Annotations.Count ? table.Annotations[i].Name : null, rule.Annotations[i].Trim()));
            }
        }

        _isBroken |= rule.Inputs.Count != table.Inputs.Count || rule.Outputs.Count != table.Outputs.Count;
        return new CompiledRule(
            rule.Id,
            [.. rule.Inputs.Select(t => Tests(t, names, where))],
            [.. rule.Inputs.Select(t => t.Text.Trim())],
            [.. rule.Outputs.Select((o, i) => Output(o, names, where, i < types.Count ? types[i] : null))],
            annotations);
    }

    private BoxNode Output(LiteralExpression output, NameScope names, string where, FeelType? type) =>
        boxes.CompileLiteral(output, names, where, output.TypeRef is null ? type : null);

    private FeelUnaryTests? Tests(UnaryTestsText? tests, NameScope names, string where)
    {
        if (tests is null || tests.Text.AsSpan().Trim() is "" or "-")
        {
            return null;
        }

        var parsed = FeelUnaryTests.Parse(tests.Text, boxes.Options(names));
        if (parsed.Expression is { } compiled)
        {
            return compiled;
        }

        _isBroken = true;
        boxes.Issues.BadExpression(tests, where, tests.Text, parsed.Errors);
        return null;
    }
}
