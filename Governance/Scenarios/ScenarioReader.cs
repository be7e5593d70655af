using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Decisions.Feel;
using Platform.Kernel;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Platform.Governance.Scenarios;

/// <summary>Reads scenarios. What it does not understand it names with its line; it never guesses.</summary>
public static partial class ScenarioReader
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    /// <summary>Reads one scenario.</summary>
    /// <param name="name">Name of the file, for messages.</param>
    /// <param name="text">YAML.</param>
    /// <returns>The scenario; or <c>scenario.unreadable</c>.</returns>
    public static Result<Scenario> Read(string name, string text)
    {
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            return yaml.Documents is [{ RootNode: YamlMappingNode root }] ? ReadRoot(root) : Fault(name, 1, "应为一个剧本");
        }
        catch (YamlException exception)
        {
            return Fault(name, exception.Start.Line, exception.Message);
        }
        catch (FormatException exception)
        {
            return new Problem("scenario.unreadable", $"剧本“{name}”{exception.Message}");
        }
    }

    private static Scenario ReadRoot(YamlMappingNode root)
    {
        var steps = Child(root, "步骤") as YamlSequenceNode ?? throw At(root, "缺少“步骤”");
        return new Scenario
        {
            Name = Text(root, "剧本") ?? throw At(root, "缺少“剧本”"),
            Purpose = Text(root, "说明") ?? "",
            Start = Instant(Child(root, "开始") ?? throw At(root, "缺少“开始”")),
            Steps = [.. steps.Select(ReadStep)],
        };
    }

    private static ScenarioStep ReadStep(YamlNode node)
    {
        if (node is not YamlMappingNode { Children: [var only] } || only.Key is not YamlScalarNode { Value: { } verb })
        {
            throw At(node, "每一步写一个动作，例如“- 办理: { … }”");
        }

        var line = (int)node.Start.Line;
        if (verb is "到" or "过")
        {
            return verb == "到" ? new ScenarioStep.MoveTo(Instant(only.Value)) { Line = line } : Passing(only.Value) with { Line = line };
        }

        var body = only.Value as YamlMappingNode ?? throw At(only.Value, $"“{verb}”后面写成 {{ … }}");
        var alias = Text(body, "件") ?? "甲";
        return Named(verb, body) with { Line = line, Case = alias };
    }

    private static ScenarioStep Named(string verb, YamlMappingNode body) => verb switch
    {
        "登记" => new ScenarioStep.Register(Required(body, "谁"), Words(body, "件", "谁")),
        "办理" => new ScenarioStep.Complete(
            Required(body, "任务"), Text(body, "谁"), Text(body, "结论") ?? "", Words(Child(body, "表单") as YamlMappingNode), Text(body, "意见"), Text(body, "被拒"))
        {
            Unit = Text(body, "单位"),
        },
        "签收" => new ScenarioStep.Claim(Required(body, "任务"), Required(body, "谁"), Text(body, "单位")),
        "退签" => new ScenarioStep.Release(Required(body, "任务"), Required(body, "谁"), Text(body, "单位")),
        "发起" => new ScenarioStep.Start(Required(body, "谁"), Words(Child(body, "表单") as YamlMappingNode), Text(body, "被拒")) { Process = Text(body, "流程") },
        _ when ScenarioOperations.Knows(verb) || ScenarioRequests.Knows(verb) => new ScenarioStep.Operate(verb, Words(body, "件", "被拒"), Text(body, "被拒")),
        "期望" => new ScenarioStep.Expect(Words(body, "件")),
        _ => throw At(body, $"不认识动作“{verb}”"),
    };

    private static ScenarioStep.Pass Passing(YamlNode node)
    {
        var match = PassingText().Match(node is YamlScalarNode scalar ? scalar.Value ?? "" : "");
        return match.Success
            ? new ScenarioStep.Pass(int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), match.Groups[2].Value)
            : throw At(node, "“过”后面写“3 个工作日”“10 日”“2 小时”或“30 分钟”");
    }

    private static DateTimeOffset Instant(YamlNode node) =>
        node is YamlScalarNode { Value: { } text }
        && DateTime.TryParseExact(text, ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, Beijing)
            : throw At(node, "时间写成“2026-03-02 09:00”");

    private static ImmutableDictionary<string, FeelValue> Words(YamlMappingNode? node, params string[] except) => node is null
        ? ImmutableDictionary<string, FeelValue>.Empty
        : node.Children.Select(pair => (Key: ((YamlScalarNode)pair.Key).Value ?? "", pair.Value)).Where(pair => !except.Contains(pair.Key))
            .ToImmutableDictionary(pair => pair.Key, pair => Value(pair.Value), StringComparer.Ordinal);

    private static FeelValue Value(YamlNode node) => node switch
    {
        YamlSequenceNode list => FeelValue.Of(list.Select(Value)),
        YamlScalarNode { Style: not ScalarStyle.Plain, Value: var quoted } => FeelValue.Of(quoted),
        YamlScalarNode { Value: "是" or "true" } => FeelValue.Of(true),
        YamlScalarNode { Value: "否" or "false" } => FeelValue.Of(false),
        YamlScalarNode { Value: null or "" or "无" } => FeelValue.Null,
        YamlScalarNode { Value: { } plain } => FeelNumber.TryParse(plain, out var number) ? number : FeelValue.Of(plain),
        _ => throw At(node, "这里应为文字、数字、是/否或者列表"),
    };

    private static string Required(YamlMappingNode node, string key) => Text(node, key) ?? throw At(node, $"缺少“{key}”");

    private static string? Text(YamlMappingNode node, string key) => (Child(node, key) as YamlScalarNode)?.Value;

    private static YamlNode? Child(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    private static FormatException At(YamlNode node, string what) => new(string.Create(CultureInfo.InvariantCulture, $"第 {node.Start.Line} 行：{what}。"));

    private static Problem Fault(string name, long line, string what) =>
        new("scenario.unreadable", string.Create(CultureInfo.InvariantCulture, $"剧本“{name}”第 {line} 行：{what}"));

    [GeneratedRegex(@"^(\d{1,4}) ?(个工作日|日|小时|分钟)$")]
    private static partial Regex PassingText();
}
