using System.Collections.Immutable;
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
        ScenarioStep.Release release => texts["Rehearse.Said.Release", Who(release.Who), release.Task],
        ScenarioStep.Operate operate => Beside(operate),
        _ => "",
    };

    private static string Word(ScenarioStep.Register step, string key) => Word(step.Words, key);

    private static string Word(ImmutableDictionary<string, FeelValue> words, string key) => words.GetValueOrDefault(key) switch
    {
        FeelString text => text.Value,
        FeelNumber number => number.ToString() ?? "",
        _ => "",
    };

    /// <summary>Who did it, what it was, and about whom or how long.</summary>
    private string Beside(ScenarioStep.Operate step)
    {
        var who = Word(step.Words, "谁") is { Length: > 0 } code ? Who(code) : step.Name == SideActs.Leaving ? "" : Who(Public);
        var about = (Word(step.Words, "人"), Word(step.Words, "天数")) switch
        {
            ({ Length: > 0 } person, _) => texts["Rehearse.Said.About", Who(person)].Value,
            (_, { Length: > 0 } days) => texts["Rehearse.Said.Days", days].Value,
            _ => "",
        };
        var act = SideActs.Find(step.Name) is { } known ? texts["Rehearse.Beside." + known.Name].Value : step.Name;
        return who.Length == 0 ? act + about : texts["Rehearse.Said.Beside", who, act, about];
    }

    private string Who(string? code) => code is null ? "" : code == Public ? texts["Rehearse.Public"] : directory.FindPerson(code)?.Name ?? code;

    private string OutcomeText(ScenarioStep.Complete step)
    {
        var text = process.UserTasks.Where(task => task.Title.EndsWith(step.Task, StringComparison.Ordinal))
            .Select(task => task.Outcome(step.Outcome)?.Text).FirstOrDefault(found => found is not null) ?? step.Outcome;
        return text.Length == 0 ? "" : texts["Rehearse.Said.Outcome", text];
    }
}
