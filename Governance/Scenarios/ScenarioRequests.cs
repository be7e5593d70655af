using System.Collections.Frozen;
using System.Globalization;
using Platform.Governance.Cases;
using Platform.Governance.Shelving;
using Platform.Governance.Splits;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Instances.Starting;

namespace Platform.Governance.Scenarios;

/// <summary>What people of a scenario ask for and decide on pages beside their tasks, each with the eyes and rights of who does it.</summary>
public sealed class ScenarioRequests(CaseSetting setting, Viewers viewers, Shelvings shelvings, CaseSplits splits, Matters matters)
{
    private static readonly FrozenSet<string> Names = ["挂账申请", "挂账决定", "分案", "撤回"];

    /// <summary>Whether a step of this name is one of these.</summary>
    /// <param name="name">Name of the step.</param>
    public static bool Knows(string name) => Names.Contains(name);

    /// <summary>Does one.</summary>
    /// <param name="stage">Cases so far; a case that arises is named there.</param>
    /// <param name="step">Which.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Why it was refused; null when it was done.</returns>
    /// <exception cref="ScenarioFailure">A word is missing or not understood.</exception>
    public async Task<Problem?> DoAsync(ScenarioStage stage, ScenarioStep.Operate step, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(step);
        var words = new ScenarioWords(step.Words);
        var directory = await setting.Org.GetAsync(stage.TenantId, ct);
        var now = setting.Clock.GetUtcNow();
        var viewer = await viewers.ForPersonAsync(stage.TenantId, ScenarioPeople.Find(directory, words.Required("谁"), now), ct);
        var id = stage.Case(step.Case);
        return step.Name switch
        {
            "挂账申请" => (await shelvings.AskAsync(viewer, new AskShelving(id, words.Text("理由") ?? "", Date(words.Required("复看"))), ct)).Problem,
            "挂账决定" => (await shelvings.DecideAsync(viewer, new DecideShelving(id, words.Flag("同意"), words.Text("意见")), ct)).Problem,
            "撤回" => (await matters.CallBackAsync(viewer, id, words.Text("理由") ?? "", Guid.CreateVersion7(now), ct)).Problem,
            "分案" => await SplitAsync(stage, id, words, viewer, ct),
            _ => throw new ScenarioFailure($"不认识动作“{step.Name}”"),
        };
    }

    private async Task<Problem?> SplitAsync(ScenarioStage stage, Guid caseId, ScenarioWords words, Viewer viewer, CancellationToken ct)
    {
        var split = await splits.SplitAsync(
            viewer,
            new SplitCase
            {
                CaseId = caseId,
                CommandId = Guid.CreateVersion7(setting.Clock.GetUtcNow()),
                Ledger = words.Text("账别") ?? Ledgers.Claims,
                Title = words.Required("标题"),
                Text = words.Text("正文") ?? "",
                Category = words.Text("类别") ?? "其他",
            },
            ct);
        if (split.IsSuccess)
        {
            stage.Name(words.Required("新件"), split.Value);
        }

        return split.Problem;
    }

    private static DateOnly Date(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        ? date
        : throw new ScenarioFailure($"“{text}”不是日期，请写成“2026-03-02”");
}
