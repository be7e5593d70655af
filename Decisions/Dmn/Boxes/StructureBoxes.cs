using Platform.Decisions.Dmn.Execution;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn.Boxes;

/// <summary>One entry of a boxed context.</summary>
/// <param name="Name">Name; null for the result entry.</param>
/// <param name="Type">Type of the variable; null means <c>Any</c>.</param>
/// <param name="Value">The value.</param>
internal sealed record ContextBoxEntry(string? Name, FeelType? Type, BoxNode Value);

/// <summary>A boxed context (DMN 1.5 §10.2.1.4).</summary>
internal sealed class ContextBox(string where, FeelType? type, IReadOnlyList<ContextBoxEntry> entries) : BoxNode(where, type)
{
    protected override FeelValue Compute(RunScope scope, DecisionRun run)
    {
        var inner = new RunScope(scope, entries.Count);
        var values = new List<KeyValuePair<string, FeelValue>>(entries.Count);
        foreach (var entry in entries)
        {
            var value = entry.Value.Evaluate(inner, run);
            if (entry.Name is not { } name)
            {
                return value;
            }

            value = run.Coerce(value, entry.Type, name);
            inner.Add(name, value);
            values.Add(KeyValuePair.Create(name, value));
        }

        return new FeelContext(values);
    }
}

/// <summary>A boxed list (DMN 1.5 §10.2.1.5).</summary>
internal sealed class ListBox(string where, FeelType? type, IReadOnlyList<BoxNode> items) : BoxNode(where, type)
{
    protected override FeelValue Compute(RunScope scope, DecisionRun run)
    {
        var values = new FeelValue[items.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = items[i].Evaluate(scope, run);
        }

        return new FeelList(values);
    }
}

/// <summary>A boxed relation (DMN 1.5 §10.2.1.6).</summary>
internal sealed class RelationBox(
    string where, FeelType? type, IReadOnlyList<(string Name, FeelType? Type)> columns, IReadOnlyList<IReadOnlyList<BoxNode>> rows)
    : BoxNode(where, type)
{
    protected override FeelValue Compute(RunScope scope, DecisionRun run)
    {
        var values = new FeelValue[rows.Count];
        for (var r = 0; r < values.Length; r++)
        {
            var cells = new KeyValuePair<string, FeelValue>[columns.Count];
            for (var c = 0; c < cells.Length; c++)
            {
                var value = c < rows[r].Count ? rows[r][c].Evaluate(scope, run) : FeelValue.Null;
                cells[c] = KeyValuePair.Create(columns[c].Name, run.Coerce(value, columns[c].Type, columns[c].Name));
            }

            values[r] = new FeelContext(cells);
        }

        return new FeelList(values);
    }
}

/// <summary>A boxed conditional (DMN 1.5 §10.2.1.9): anything but true takes the other way.</summary>
internal sealed class ConditionalBox(string where, FeelType? type, BoxNode condition, BoxNode then, BoxNode otherwise)
    : BoxNode(where, type)
{
    protected override FeelValue Compute(RunScope scope, DecisionRun run)
    {
        var value = condition.Evaluate(scope, run);
        if (value is not FeelBoolean and not FeelNull)
        {
            run.Warn("dmn.condition", Where, $"条件的值 {DecisionRun.Shown(value)} 不是布尔值，按“否则”处理", $"condition {DecisionRun.Shown(value)} is no boolean and counts as false");
        }

        return value is FeelBoolean { Value: true } ? then.Evaluate(scope, run) : otherwise.Evaluate(scope, run);
    }
}
