using System.Collections.Immutable;
using Microsoft.Extensions.Localization;
using Platform.Designer.Conditions;
using Platform.Designer.Simple;
using Platform.Designer.Texts;
using Platform.Kernel.Model;

namespace Platform.Designer.Panel;

/// <summary>
/// What conditions and expressions of one process can ask about: the outcome of the step before, what earlier steps fill in or find out, what
/// the platform knows of the case, and at last the fields of forms that are filled in later or nowhere yet. Built once for each state of a process.
/// </summary>
/// <param name="process">The process.</param>
/// <param name="context">What the host knows.</param>
/// <param name="texts">Texts of the panel.</param>
public sealed class KnownVariables(ProcessDefinition process, PanelContext context, IStringLocalizer<PanelTexts> texts)
{
    private readonly OutcomeSources sources = new(process);

    private readonly Dictionary<string, ImmutableArray<ConditionVariable>> given = [];

    private ImmutableArray<ConditionVariable>? labels;

    /// <summary>What can be asked at an element, the nearest first, each name once.</summary>
    /// <param name="elementId">An element or a sequence flow.</param>
    public IReadOnlyList<ConditionVariable> At(string elementId)
    {
        IReadOnlyList<FlowNode> earlier = sources.EarlierThan(elementId);
        ConditionVariable[] filledIn = [.. earlier.SelectMany(node => GivenBy(node)).Select(v => v with { Group = texts["variable.Earlier"] })];
        IEnumerable<ConditionVariable> facts = UsesActivities() ? context.Facts.Select(v => v with { Group = texts["variable.Facts"] }) : [];
        IEnumerable<ConditionVariable> others = context.Variables.Where(v => v.Name != OutcomeRoutes.Outcome).Select(v => v with { Group = texts["variable.Others"] });
        return [.. filledIn.Prepend(OutcomeAt(elementId) with { Group = texts["variable.Earlier"] }).Concat(facts).Concat(others).DistinctBy(v => v.Name)];
    }

    /// <summary>The same for reading only: every name that means something anywhere in the process, and the outcome as it is at the element.</summary>
    /// <param name="elementId">An element or a sequence flow.</param>
    public IReadOnlyList<ConditionVariable> LabelsAt(string elementId)
    {
        labels ??= [.. sources.Nodes.SelectMany(node => GivenBy(node)).Concat(context.Facts).Concat(context.Variables).Where(v => v.Name != OutcomeRoutes.Outcome).DistinctBy(v => v.Name)];
        return [OutcomeAt(elementId), .. labels.Value];
    }

    /// <summary>The outcome with the ways in which the steps right before may end.</summary>
    private ConditionVariable OutcomeAt(string elementId)
    {
        ImmutableArray<ConditionChoice> outcomes = sources.OutcomesBefore(elementId, OutcomesOf);
        return new ConditionVariable(OutcomeRoutes.Outcome, texts["outcome.Variable"], outcomes.IsEmpty ? ConditionKind.Text : ConditionKind.Choice, outcomes);
    }

    /// <summary>The ways in which a step may end: stated ones, else its activity's.</summary>
    private IEnumerable<ConditionChoice> OutcomesOf(ActivityNode step)
    {
        ImmutableArray<ConditionChoice> usual = context.ActivityOf(step)?.Outcomes ?? [];
        ConditionChoice[] stated =
        [
            .. GovExtension.All(step, "outcome").Select(o => new ConditionChoice(o.Attribute("value") ?? "", o.Attribute("text") ?? ""))
                .Where(o => o.Value.Length > 0)
                .Select(o => o.Text.Length > 0 ? o : o with { Text = usual.FirstOrDefault(u => u.Value == o.Value)?.Text ?? o.Value }),
        ];
        return stated.Length > 0 ? stated : usual;
    }

    private ImmutableArray<ConditionVariable> GivenBy(FlowNode node)
    {
        if (!given.TryGetValue(node.Id, out ImmutableArray<ConditionVariable> found))
        {
            given.Add(node.Id, found = [.. FormOf(node), .. ResultsOf(node)]);
        }

        return found;
    }

    private IEnumerable<ConditionVariable> FormOf(FlowNode node) => GovExtension.First(node, "form")?.Attribute("ref") is { Length: > 0 } form
        ? context.VariablesOf(form)
        : context.ActivityOf(node)?.Fields ?? [];

    private IEnumerable<ConditionVariable> ResultsOf(FlowNode node)
    {
        if (node.Extensions.Gov("resultVariable") is { Length: > 0 } result)
        {
            yield return new ConditionVariable(result, texts["variable.Result", string.IsNullOrWhiteSpace(node.Name) ? result : node.Name], ConditionKind.Text, []);
        }

        if (node is ActivityNode { Loop: MultiInstanceLoopCharacteristics group } && GovExtension.All(node, "outcome").Any(o => o.Attribute("vote") is { Length: > 0 }))
        {
            yield return new ConditionVariable($"{group.Extensions.Gov("resultVariable") ?? "voteResult"}.passed", texts["variable.Passed", string.IsNullOrWhiteSpace(node.Name) ? node.Id : node.Name], ConditionKind.Boolean, []);
        }

        foreach (ExtensionElement output in GovExtension.All(node, "output"))
        {
            if (output.Attribute("target") is { Length: > 0 } target)
            {
                string? label = context.ActivityOf(node)?.Outputs.FirstOrDefault(o => o.Value == output.Attribute("name"))?.Text;
                yield return new ConditionVariable(target, label ?? target, ConditionKind.Text, []);
            }
        }
    }

    private bool UsesActivities() => sources.Nodes.Any(n => n.Extensions.Gov("activity") is { Length: > 0 });
}
