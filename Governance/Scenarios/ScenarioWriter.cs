using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Platform.Decisions.Feel;

namespace Platform.Governance.Scenarios;

/// <summary>Writes scenarios as <see cref="ScenarioReader"/> reads them, one step a line, so that officials can read and change them.</summary>
public static partial class ScenarioWriter
{
    private const string FirstCase = "甲";

    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>The scenario as a file. Reading it again gives the same steps.</summary>
    /// <param name="scenario">The scenario.</param>
    public static string Write(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var text = new StringBuilder();
        text.Append(Pair("剧本", Scalar(scenario.Name))).Append('\n');
        if (scenario.Purpose.Length > 0)
        {
            text.Append(Pair("说明", Scalar(scenario.Purpose))).Append('\n');
        }

        text.Append(Pair("开始", Instant(scenario.Start))).Append('\n').Append(Pair("步骤", "").TrimEnd()).Append('\n');
        foreach (var step in scenario.Steps)
        {
            text.Append("  - ").Append(Line(step)).Append('\n');
        }

        return text.ToString();
    }

    private static string Line(ScenarioStep step) => step switch
    {
        ScenarioStep.MoveTo move => Pair("到", Instant(move.At)),
        ScenarioStep.Pass pass => Pair("过", string.Create(CultureInfo.InvariantCulture, $"{pass.Amount} {pass.Unit}")),
        ScenarioStep.Register register => Body("登记", step, [("谁", FeelValue.Of(register.Who))], register.Words),
        ScenarioStep.Start start => Body(
            "发起", step, [("谁", FeelValue.Of(start.Who)), ("流程", Text(start.Process)), ("表单", Context(start.Form)), ("被拒", Text(start.Refused))], null),
        ScenarioStep.Claim claim => Body("签收", step, [("任务", FeelValue.Of(claim.Task)), ("谁", FeelValue.Of(claim.Who)), ("单位", Text(claim.Unit))], null),
        ScenarioStep.Release release => Body("退签", step, [("任务", FeelValue.Of(release.Task)), ("谁", FeelValue.Of(release.Who)), ("单位", Text(release.Unit))], null),
        ScenarioStep.Complete complete => Body(
            "办理",
            step,
            [
                ("任务", FeelValue.Of(complete.Task)), ("谁", Text(complete.Who)), ("单位", Text(complete.Unit)), ("结论", Text(complete.Outcome.Length == 0 ? null : complete.Outcome)),
                ("表单", Context(complete.Form)), ("意见", Text(complete.Opinion)), ("被拒", Text(complete.Refused)),
            ],
            null),
        ScenarioStep.Operate operate => Body(operate.Name, step, [("被拒", Text(operate.Refused))], operate.Words),
        ScenarioStep.Expect expect => Body("期望", step, [], expect.Words),
        _ => throw new InvalidOperationException($"Expected a known step, but got {step.GetType().Name}."),
    };

    private static string Body(string verb, ScenarioStep step, IEnumerable<(string Key, FeelValue Value)> first, ImmutableDictionary<string, FeelValue>? words)
    {
        var parts = new List<string>();
        if (step.Case != FirstCase)
        {
            parts.Add(Pair("件", Scalar(step.Case)));
        }

        parts.AddRange(first.Where(part => !part.Value.IsNull).Select(part => Pair(part.Key, Value(part.Value))));
        parts.AddRange((words ?? []).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Pair(Scalar(pair.Key), Value(pair.Value))));
        return Pair(verb, $"{{ {string.Join(", ", parts)} }}");
    }

    private static string Pair(string key, string value) => $"{key}: {value}";

    private static FeelValue Text(string? text) => FeelValue.Of(text);

    private static FeelValue Context(ImmutableDictionary<string, FeelValue> values) => values.IsEmpty ? FeelValue.Null : new FeelContext(values.OrderBy(pair => pair.Key, StringComparer.Ordinal));

    private static string Value(FeelValue value) => value switch
    {
        FeelNull => "无",
        FeelBoolean flag => flag == FeelBoolean.True ? "是" : "否",
        FeelNumber number => number.ToString() ?? "0",
        FeelList list => $"[{string.Join(", ", list.Items.Select(Value))}]",
        FeelContext context => $"{{ {string.Join(", ", context.Entries.Select(entry => Pair(Scalar(entry.Key), Value(entry.Value))))} }}",
        FeelString text => Scalar(text.Value),
        var other => Scalar(other.ToString()?.Trim('"') ?? ""),
    };

    private static string Instant(DateTimeOffset at) => at.ToOffset(Beijing).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Plain words stay plain; what YAML or the reader would take for something else is quoted.</summary>
    private static string Scalar(string text) => Plain().IsMatch(text) && text is not ("是" or "否" or "无" or "true" or "false" or "null")
        ? text
        : "\"" + string.Concat(text.Select(Escaped)) + "\"";

    private static string Escaped(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when char.IsControl(c) || c is '\u0085' or '\u2028' or '\u2029' or '\ufeff' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
        _ => c.ToString(),
    };

    // A letter or an ideograph first, then nothing that has a meaning in a flow mapping; a number in front would be read as one.
    [GeneratedRegex(@"^[\p{L}](?:[\p{L}\p{N}\-_/。，；！？（）《》“”、.]*[\p{L}\p{N}。！？）》”])?$")]
    private static partial Regex Plain();
}
