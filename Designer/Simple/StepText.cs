using Microsoft.Extensions.Localization;
using Platform.Designer.Panel;
using Platform.Designer.Texts;
using Platform.Kernel.Model;

namespace Platform.Designer.Simple;

/// <summary>What a card of the simple view says about an element, in the words of the interface.</summary>
/// <param name="texts">The texts of the simple view.</param>
public sealed class StepText(IStringLocalizer<SimpleTexts> texts)
{
    private static readonly string[] WaysToAssign = ["post", "postFrom", "role", "relation", "assignee", "candidates"];

    /// <summary>The element's name, or what kind of thing it is when it has none.</summary>
    /// <param name="node">The element.</param>
    public string Name(FlowNode node) => string.IsNullOrWhiteSpace(node.Name)
        ? node switch
        {
            StartEvent => texts["Step.Start"],
            EndEvent => texts["Step.End"],
            Gateway => texts["Step.Merge"],
            _ => texts["Step.Unnamed"],
        }
        : node.Name;

    /// <summary>Who does it and until when, one line each; empty for elements without either.</summary>
    /// <param name="node">The element.</param>
    public IEnumerable<string> Details(FlowNode node)
    {
        if (node is ServiceTask or ScriptTask or BusinessRuleTask or SendTask)
        {
            return [texts["Step.By"]];
        }

        if (node is IntermediateCatchEvent { EventDefinitions: [TimerEventDefinition timer] })
        {
            return [PanelDuration.Read(timer.TimeDuration?.Text) is { } span ? texts["Step.WaitsFor", span.Amount, texts[$"Unit.{span.Unit}"].Value] : texts["Step.Waits"]];
        }

        return node is UserTask ? [Who(node), .. Deadline(node)] : [];
    }

    /// <summary>When a side path is taken.</summary>
    /// <param name="boundary">The boundary event.</param>
    public string Side(BoundaryEvent boundary) => string.IsNullOrWhiteSpace(boundary.Name)
        ? boundary.EventDefinitions.FirstOrDefault() is TimerEventDefinition ? texts["Step.Side.Timer"] : texts["Step.Side.Other", boundary.Id]
        : boundary.Name;

    private string Who(FlowNode node)
    {
        ExtensionElement? assignment = GovExtension.First(node, "assignment");
        return WaysToAssign.FirstOrDefault(w => !string.IsNullOrWhiteSpace(assignment?.Attribute(w))) switch
        {
            null => texts["Step.NobodyYet"],
            "relation" when texts[$"Relation.{assignment!.Attribute("relation")}"] is { ResourceNotFound: false } relation => texts["Step.Who", relation.Value],
            "assignee" or "candidates" or "postFrom" => texts["Step.WhoByRule"],
            var way => assignment!.Attribute(way)!.StartsWith('=') ? texts["Step.WhoByRule"] : texts["Step.Who", assignment.Attribute(way)!],
        };
    }

    private IEnumerable<string> Deadline(FlowNode node)
    {
        ExtensionElement? deadline = GovExtension.All(node, "deadline").LastOrDefault(d => d.Attribute("clock") != "legal") ?? GovExtension.First(node, "deadline");
        return deadline is null
            ? []
            : deadline is { } until && until.Attribute("amount") == "0" && texts[$"From.{until.Attribute("from")}"] is { ResourceNotFound: false } end
            ? [texts["Step.Until", end.Value]]
            : [texts["Step.Deadline", deadline.Attribute("amount") ?? "?", texts[$"Unit.{deadline.Attribute("kind") ?? "working"}.{deadline.Attribute("unit") ?? "day"}"]]];
    }
}
