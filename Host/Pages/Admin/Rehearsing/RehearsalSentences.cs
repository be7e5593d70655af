using Microsoft.Extensions.Localization;
using Platform.Decisions.Feel;
using Platform.Governance.Scenarios;
using Platform.Host.Components;
using Platform.Host.Texts;
using Platform.Runtime.Definitions;
using Platform.Runtime.Org;

namespace Platform.Host.Pages.Admin.Rehearsing;

/// <summary>Says in a sentence what was done in a rehearsal.</summary>
/// <param name="texts">Texts of the interface.</param>
/// <param name="directory">The organisation.</param>
/// <param name="process">The process.</param>
public sealed class RehearsalSentences(IStringLocalizer<Ui> texts, OrgDirectory directory, DeployedProcess process)
{
    private const string Public = "群众";

    /// <summary>The sentence of a step.</summary>
    /// <param name="step">What was done.</param>
    /// <param name="now">The virtual present, to leave out the year.</param>
    public string Of(ScenarioStep step, DateTimeOffset now) => step switch
    {
        ScenarioStep.Register register => texts["Rehearse.Said.Register", Who(register.Who), Word(register, "标题")],
        ScenarioStep.Start start => texts["Rehearse.Said.Start", Who(start.Who)],
        ScenarioStep.Claim claim => texts["Rehearse.Said.Claim", Who(claim.Who), claim.Task],
        ScenarioStep.Complete complete => texts["Rehearse.Said.Complete", Who(complete.Who), complete.Task, OutcomeText(complete)],
        ScenarioStep.MoveTo move => texts["Rehearse.Said.Move", ChineseTime.Full(move.At, now)],
        ScenarioStep.Pass pass => texts["Rehearse.Said.Pass", pass.Amount, pass.Unit],
        ScenarioStep.Operate operate => operate.Name,
        _ => "",
    };

    private static string Word(ScenarioStep.Register step, string key) => step.Words.GetValueOrDefault(key) is FeelString text ? text.Value : "";

    private string Who(string? code) => code is null ? "" : code == Public ? texts["Rehearse.Public"] : directory.FindPerson(code)?.Name ?? code;

    private string OutcomeText(ScenarioStep.Complete step)
    {
        var text = process.UserTasks.Where(task => task.Title.EndsWith(step.Task, StringComparison.Ordinal))
            .Select(task => task.Outcome(step.Outcome)?.Text).FirstOrDefault(found => found is not null) ?? step.Outcome;
        return text.Length == 0 ? "" : texts["Rehearse.Said.Outcome", text];
    }
}
