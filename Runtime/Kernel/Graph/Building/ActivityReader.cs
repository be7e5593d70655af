using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Platform.Decisions.Feel;
using Platform.Kernel.Model;

namespace Platform.Kernel.Graph.Building;

/// <summary>Compiles what activities do and how they repeat.</summary>
internal sealed class ActivityReader(ExpressionReader expressions, IssueList issues)
{
    private static readonly string[] FeelFormats = ["", "feel", "juel", "http://www.omg.org/spec/dmn/20180521/feel/", "http://www.omg.org/spec/dmn/20191111/feel/"];

    /// <summary>The plan of an activity.</summary>
    internal ActivityPlan Read(ActivityNode node)
    {
        var plan = VendorExtensions.Activity(node, expressions);
        var extensions = node.Extensions;
        return plan with
        {
            ActivityType = extensions.Gov("activity"),
            Inputs = Mappings(node, "input", "name", source: null),
            Outputs =
            [
                .. Gov(node, "output")
                    .Select(e => (Result: e.Attribute("name"), Variable: e.Attribute("target")))
                    .Where(o => !string.IsNullOrEmpty(o.Result) && !string.IsNullOrEmpty(o.Variable))
                    .Select(o => new ResultMapping(o.Result!, o.Variable!)),
            ],
            Script = Script(node) ?? plan.Script,
            ResultVariable = extensions.Gov("resultVariable") ?? plan.ResultVariable,
            Decision = node is BusinessRuleTask ? Decision(node) : null,
            CalledElement = node is CallActivity call ? expressions.ReadText(call.CalledElement, node) : null,
            Binding = extensions.Gov("binding"),
            PassesAllIn = plan.PassesAllIn || Gov(node, "in").Any(IsAll),
            PassesAllOut = plan.PassesAllOut || Gov(node, "out").Any(IsAll),
            CallInputs = [.. plan.CallInputs, .. Mappings(node, "in", "target", "source")],
            CallOutputs = [.. plan.CallOutputs, .. Mappings(node, "out", "target", "source")],
        };
    }

    /// <summary>How an activity repeats; null for once.</summary>
    internal LoopPlan? ReadLoop(ActivityNode node) => node.Loop switch
    {
        null => null,
        StandardLoopCharacteristics standard => new LoopPlan
        {
            IsStandard = true,
            IsSequential = true,
            Condition = expressions.Read(standard.LoopCondition, node),
            TestsBefore = standard.TestBefore,
            Maximum = standard.LoopMaximum,
        },
        MultiInstanceLoopCharacteristics multiple => ReadMultiple(node, multiple),
        _ => throw new InvalidOperationException($"Expected a known loop, but got {node.Loop.GetType().Name}."),
    };

    /// <summary>The decision of a business rule task. Our attributes hide those of other vendors altogether.</summary>
    private DecisionCall? Decision(ActivityNode node)
    {
        var (reference, binding, version) = node.Extensions.Gov("decision") is { } own
            ? (own, node.Extensions.Gov("binding"), node.Extensions.Gov("decisionVersion"))
            : VendorExtensions.Decision(node);
        if (string.IsNullOrWhiteSpace(reference))
        {
            return null;
        }
        switch (binding)
        {
            case null or "" or "deployment":
                return new DecisionCall(reference);
            case "latest":
                return new DecisionCall(reference, DecisionBinding.Latest);
            case "version" when int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0:
                return new DecisionCall(reference, DecisionBinding.Version, number);
            case "version":
                issues.Error("bpmn.bad-decision-version", node, $"“{IssueList.Label(node)}”要用决策“{reference}”的固定版本，但版本号“{version}”不是从 1 起的整数。");
                return null;
            default:
                issues.Error("bpmn.bad-binding", node, $"“{IssueList.Label(node)}”的决策版本“{binding}”无法识别，只能是 deployment（随流程）、latest（最新）或 version（固定版本）。");
                return null;
        }
    }

    private static bool IsAll(ExtensionElement element) =>
        element.Attribute("variables") == "all" || element.Attribute("all") == "true";

    private static IEnumerable<ExtensionElement> Gov(ActivityNode node, string name) =>
        node.Extensions.GovElements.Where(e => e.LocalName == name);

    private LoopPlan? ReadMultiple(ActivityNode node, MultiInstanceLoopCharacteristics multiple)
    {
        var vendor = VendorExtensions.MultiInstance(multiple);
        string? collectionText = multiple.Extensions.Gov("collection") ?? vendor.Collection ?? multiple.Collection;
        var collection = expressions.Read(collectionText, node);
        var cardinality = expressions.Read(multiple.LoopCardinality, node);
        if (collection is null && cardinality is null)
        {
            if (string.IsNullOrWhiteSpace(collectionText) && string.IsNullOrWhiteSpace(multiple.LoopCardinality?.Text))
            {
                issues.Error("bpmn.no-instances", node, $"多实例“{IssueList.Label(node)}”既没有集合也没有次数。");
            }
            return null;
        }
        string? outputCollection = multiple.OutputCollection;
        var votes = Votes(node, multiple);
        var rule = Rule(node, multiple.Rule);
        return new LoopPlan
        {
            IsSequential = multiple.IsSequential,
            Cardinality = cardinality,
            Collection = collection,
            ItemName = multiple.ItemName ?? vendor.ItemName,
            OutputCollection = outputCollection,
            OutputItem = outputCollection is null ? null : expressions.Read(multiple.OutputItem, node),
            CompletionCondition = expressions.Read(multiple.CompletionCondition, node) ?? (votes is null ? rule : null),
            Votes = votes,
        };
    }

    /// <summary>Who decides together: the rule, and what each outcome counts as (gov:outcome vote). Null where no outcome is a vote.</summary>
    private VotePlan? Votes(ActivityNode node, MultiInstanceLoopCharacteristics multiple)
    {
        var votes = new Dictionary<string, Vote>(StringComparer.Ordinal);
        foreach (var outcome in Gov(node, "outcome"))
        {
            if (outcome.Attribute("value") is not { Length: > 0 } value || outcome.Attribute("vote") is not { } text)
            {
                continue;
            }
            if (Enum.TryParse(text, ignoreCase: true, out Vote vote) && !char.IsDigit(text[0]))
            {
                votes[value] = vote;
            }
            else
            {
                issues.Error("bpmn.bad-vote", node, $"“{IssueList.Label(node)}”的办理结果“{value}”的表决含义“{text}”无法识别，应为 agree、oppose、abstain 或 veto。");
            }
        }
        return votes.Count == 0 ? null : new VotePlan
        {
            Rule = multiple.Rule is { Length: > 0 } rule ? rule : VotePlan.All,
            Votes = votes.ToFrozenDictionary(StringComparer.Ordinal),
            ResultVariable = multiple.Extensions.Gov("resultVariable") ?? "voteResult",
        };
    }

    /// <summary>A rule without votes as the completion condition it stands for: who has acted, not how; all needs none.</summary>
    private FeelExpression? Rule(ActivityNode node, string? rule)
    {
        if (rule is null or "" or VotePlan.All)
        {
            return null;
        }
        if (!VotePlan.IsRule(rule))
        {
            issues.Error("bpmn.bad-rule", node, $"“{IssueList.Label(node)}”的会签规则“{rule}”无法识别。");
            return null;
        }
        string condition = VotePlan.Ratio(rule) is { } ratio
            ? string.Create(CultureInfo.InvariantCulture, $"nrOfCompletedInstances / nrOfInstances >= {ratio}")
            : string.Create(CultureInfo.InvariantCulture, $"nrOfCompletedInstances >= {VotePlan.First(rule) ?? 1}");
        return expressions.Read(condition, node);
    }

    private FeelExpression? Script(ActivityNode node)
    {
        if (node is not ScriptTask task)
        {
            return null;
        }
        if (string.IsNullOrWhiteSpace(task.Script?.Text))
        {
            issues.Error("bpmn.no-script", node, $"脚本任务“{IssueList.Label(node)}”没有脚本。");
            return null;
        }
        bool isFeel = FeelFormats.Contains((task.ScriptFormat ?? "").Trim(), StringComparer.OrdinalIgnoreCase);
        if (!isFeel && !expressions.Overrides(task.Script.Text))
        {
            issues.Error(
                "bpmn.unsupported-script",
                node,
                $"脚本任务“{IssueList.Label(node)}”用了“{task.ScriptFormat}”脚本；平台只运行 FEEL。");
            return null;
        }
        return expressions.Read(task.Script.Text, node);
    }

    /// <summary>Reads gov:input, gov:in and gov:out: the source is an attribute, or the text of the element when no attribute is named.</summary>
    private ImmutableArray<VariableMapping> Mappings(ActivityNode node, string element, string target, string? source)
    {
        var mappings = ImmutableArray.CreateBuilder<VariableMapping>();
        foreach (var mapping in Gov(node, element).Where(e => !IsAll(e)))
        {
            string? name = mapping.Attribute(target);
            var expression = expressions.Read(source is null ? mapping.Text : mapping.Attribute(source), node);
            if (!string.IsNullOrEmpty(name) && expression is not null)
            {
                mappings.Add(new VariableMapping(name, expression));
            }
        }
        return mappings.DrainToImmutable();
    }
}
