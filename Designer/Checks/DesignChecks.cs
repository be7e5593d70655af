using Microsoft.Extensions.Localization;
using Platform.Designer.Conditions;
using Platform.Designer.Editing;
using Platform.Designer.Simple;
using Platform.Designer.Texts;
using Platform.Kernel.Model;

namespace Platform.Designer.Checks;

/// <summary>
/// What an administrator should look at beyond whether a process can run: steps without name or deadline, branches without a
/// condition, outcomes that lead nowhere or do not exist. Warnings all; none stops a publication.
/// </summary>
/// <param name="texts">Texts of the designer.</param>
public sealed class DesignChecks(IStringLocalizer<DesignerTexts> texts)
{
    /// <summary>Code of a branch without a condition.</summary>
    public const string NoCondition = "design.no-condition";

    /// <summary>Everything found, in file order.</summary>
    /// <param name="process">The process.</param>
    /// <param name="hasDeadline">Whether activities of a type bring a deadline of their own.</param>
    public IReadOnlyList<DesignIssue> Of(ProcessDefinition process, Func<string, bool> hasDeadline)
    {
        FlowElement[] all = [.. ProcessOutline.Everything(process.FlowElements)];
        ILookup<string, SequenceFlow> leaving = all.OfType<SequenceFlow>().ToLookup(f => f.SourceRef);
        Dictionary<string, FlowNode> nodes = all.OfType<FlowNode>().GroupBy(n => n.Id).ToDictionary(g => g.Key, g => g.First());
        return
        [
            .. all.OfType<UserTask>().SelectMany(t => OfTask(t, hasDeadline)),
            .. all.OfType<FlowNode>().Where(n => n is ExclusiveGateway or InclusiveGateway).SelectMany(g => OfChoice(g, [.. leaving[g.Id]])),
            .. all.OfType<UserTask>().SelectMany(t => OfOutcomes(t, leaving, nodes)),
        ];
    }

    private IEnumerable<DesignIssue> OfTask(UserTask task, Func<string, bool> hasDeadline)
    {
        if (string.IsNullOrWhiteSpace(task.Name))
        {
            yield return Warn("design.no-name", task.Id, texts["Check.NoName"]);
        }

        bool brings = task.Extensions.Gov("activity") is { } type && hasDeadline(type);
        if (GovExtension.First(task, "deadline") is null && !brings)
        {
            yield return Warn("design.no-deadline", task.Id, texts["Check.NoDeadline", NameOf(task)]);
        }
    }

    private IEnumerable<DesignIssue> OfChoice(FlowNode gateway, IReadOnlyList<SequenceFlow> ways)
    {
        string? usual = gateway switch { ExclusiveGateway g => g.Default, InclusiveGateway g => g.Default, _ => null };
        return ways.Count < 2
            ? []
            :
            [
                .. ways.Where(w => w.Id != usual && string.IsNullOrWhiteSpace(w.Condition?.Text)).Select(w => Warn(NoCondition, w.Id, texts["Check.NoCondition", ChoiceName(gateway), WayName(w, ways)])),
                .. ways.Where(w => w.Id != usual && IsUnfinished(w)).Select(w => Warn("design.unfinished-condition", w.Id, texts["Check.Unfinished", ChoiceName(gateway), WayName(w, ways)])),
            ];
    }

    /// <summary>The sentences behind a task that ask for its outcome, against the outcomes that it has.</summary>
    private IEnumerable<DesignIssue> OfOutcomes(UserTask task, ILookup<string, SequenceFlow> leaving, Dictionary<string, FlowNode> nodes)
    {
        string[] stated = [.. GovExtension.All(task, "outcome").Select(o => o.Attribute("value") ?? "").Where(v => v.Length > 0)];
        if (stated.Length == 0 || leaving[task.Id].ToArray() is not [var only] || !nodes.TryGetValue(only.TargetRef, out FlowNode? next) || next is not (ExclusiveGateway or InclusiveGateway))
        {
            yield break;
        }

        SequenceFlow[] ways = [.. leaving[next.Id]];
        string[] asked = [.. ways.SelectMany(Asked).Distinct()];
        foreach (string unknown in asked.Except(stated))
        {
            yield return Warn("design.unknown-outcome", next.Id, texts["Check.UnknownOutcome", NameOf(next), unknown, NameOf(task)]);
        }

        bool hasRest = ways.Any(w => string.IsNullOrWhiteSpace(w.Condition?.Text) || Asked(w).Length == 0);
        foreach (string nowhere in hasRest || asked.Length == 0 ? [] : stated.Except(asked))
        {
            yield return Warn("design.outcome-nowhere", task.Id, texts["Check.OutcomeNowhere", NameOf(task), nowhere]);
        }
    }

    private static string[] Asked(SequenceFlow way) =>
        ConditionSentence.Read(way.Condition?.Text ?? "", ["outcome"]) is { } sentence
            ? [.. sentence.Clauses.Where(c => c is { Variable: "outcome", Operator: ConditionOperator.Is or ConditionOperator.OneOf }).SelectMany(c => c.Values)]
            : [];

    /// <summary>A sentence that compares with nothing is valid, but nobody meant it.</summary>
    private static bool IsUnfinished(SequenceFlow way) =>
        ConditionSentence.Read(way.Condition?.Text ?? "", []) is { } sentence && sentence.Clauses.Any(c => c.Values.Any(string.IsNullOrWhiteSpace));

    private string NameOf(FlowNode node) => string.IsNullOrWhiteSpace(node.Name) ? texts[node is Gateway ? "Check.Choice" : "Check.Unnamed"] : node.Name;

    private string ChoiceName(FlowNode gateway) => string.IsNullOrWhiteSpace(gateway.Name) ? texts["Check.Choice"] : texts["Check.ChoiceNamed", gateway.Name];

    private string WayName(SequenceFlow way, IReadOnlyList<SequenceFlow> ways) =>
        string.IsNullOrWhiteSpace(way.Name) ? texts["Check.Way", ways.ToList().IndexOf(way) + 1] : way.Name;

    private static DesignIssue Warn(string code, string elementId, string message) => new(code, false, elementId, message);
}
