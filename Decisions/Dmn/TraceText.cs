using System.Text;
using Platform.Decisions.Feel;

namespace Platform.Decisions.Dmn;

/// <summary>Words for a trace.</summary>
internal static class TraceText
{
    /// <summary>Longer lists are shortened.</summary>
    private const int MostItems = 20;

    /// <summary>A text that came in, such as a whole letter, is cut after so many characters.</summary>
    private const int MostCharacters = 60;

    /// <summary>Deeper values are not written out.</summary>
    private const int MostLevels = 8;

    internal static IReadOnlyList<string> Explain(DecisionTrace trace)
    {
        var lines = new List<string>();
        foreach (var step in trace.Decisions)
        {
            if (step.Tables.Count == 0)
            {
                lines.Add($"{step.Name} = {Value(step.Value)}。");
            }

            foreach (var table in step.Tables)
            {
                lines.AddRange(Explain(table));
            }
        }

        if (trace.NullInputs.Count > 0)
        {
            lines.Add($"以下输入没有提供：{string.Join('、', trace.NullInputs)}。");
        }

        return lines;
    }

    /// <summary>A value as people read it: no quotation marks, 是 and 否, 空 for null.</summary>
    internal static string Value(FeelValue value) => value switch
    {
        { Height: > MostLevels } => value.TypeName,
        FeelNull => "空",
        FeelBoolean b => b.Value ? "是" : "否",
        FeelList { Items.Count: > MostItems } list => $"{string.Join('、', list.Items.Take(MostItems).Select(Value))} 等 {list.Items.Count} 项",
        FeelList list => string.Join('、', list.Items.Select(Value)),
        FeelContext context => string.Join('，', context.Entries.Select(e => $"{e.Key} = {Value(e.Value)}")),
        _ => value.ToText(),
    };

    private static IEnumerable<string> Explain(TableTrace table)
    {
        var decisive = table.Matched.Where(r => r.IsDecisive).ToList();
        if (decisive.Count == 0)
        {
            var what = (table.UsedDefault, table.Matched.Count) switch
            {
                (true, _) => $"没有规则符合，取默认值 {Value(table.Value)}",
                (_, 0) => "没有规则符合，没有结论",
                _ => $"规则 {string.Join('、', table.Matched.Select(r => r.Number))} 同时符合且互相矛盾，没有结论",
            };
            yield return $"{table.Name}：{what}；{Inputs(table)}。";
        }

        foreach (var rule in decisive)
        {
            yield return Explain(table, rule);
        }
    }

    private static string Explain(TableTrace table, RuleTrace rule)
    {
        var text = new StringBuilder(string.Join('，', rule.Outputs.Select(o => Output(table, o)))).Append($"：规则 {rule.Number}");
        foreach (var condition in rule.Conditions)
        {
            text.Append('，').Append(Condition(condition));
        }

        foreach (var annotation in rule.Annotations)
        {
            text.Append('；').Append(annotation.Heading ?? "说明").Append(' ').Append(annotation.Text);
        }

        return text.Append('。').ToString();
    }

    // A label is written as the beginning of a sentence (派给), a name is not.
    private static string Output(TableTrace table, TraceOutput output) => output.Label is { Length: > 0 } label
        ? Joined(label, Value(output.Value))
        : $"{output.Name ?? table.Name} = {Value(output.Value)}";

    // Chinese follows Chinese without a space (派给住建局), figures and letters with one (承诺天数 5).
    private static string Joined(string label, string value) =>
        value.Length > 0 && char.IsAscii(value[0]) ? $"{label} {value}" : label + value;

    private static string Condition(TraceCondition condition)
    {
        var value = $"{condition.Label} = {Input(condition.Value)}";
        return condition.Value is FeelString or FeelBoolean || condition.Test == condition.Value.ToString()
            ? value
            : $"{value}（符合 {condition.Test}）";
    }

    private static string Inputs(TableTrace table) =>
        string.Join('，', table.Inputs.Select(i => $"{i.Label} = {Input(i.Value)}"));

    private static string Input(FeelValue value) =>
        Value(value) is { Length: > MostCharacters } text ? string.Concat(text.AsSpan(0, MostCharacters), "…") : Value(value);
}
