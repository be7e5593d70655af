using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Clocks;
using Platform.Governance.Inquiries;
using Platform.Kernel;

namespace Platform.Governance.Scenarios;

/// <summary>Operations of a scenario beside the process.</summary>
public sealed class ScenarioOperations(CaseSetting setting, CaseClocks clocks, CaseRecords records, Recusals recusals, Evaluations evaluations)
{
    private static readonly FrozenSet<string> Names = ["延期", "暂停", "恢复", "回避", "评价", "群众撤回", "复查", "复查意见", "关联", "岗位"];

    /// <summary>Whether a step of this name is one of these.</summary>
    /// <param name="name">Name of the step.</param>
    public static bool Knows(string name) => Names.Contains(name);

    /// <summary>Does one.</summary>
    /// <param name="stage">Cases so far.</param>
    /// <param name="step">Which.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Why it was refused; null when it was done.</returns>
    public async Task<Problem?> DoAsync(ScenarioStage stage, ScenarioStep.Operate step, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(step);
        var words = new ScenarioWords(step.Words);
        var directory = await setting.Org.GetAsync(stage.TenantId, ct);
        var now = setting.Clock.GetUtcNow();
        Guid Who(string key) => ScenarioPeople.Find(directory, words.Required(key), now);
        return step.Name switch
        {
            "延期" => (await clocks.ExtendAsync(
                new ExtendCase { TenantId = stage.TenantId, CaseId = stage.Case(step.Case), By = Who("谁"), Days = words.Number("天数", 0), Reason = words.Required("理由") }, ct)).Problem,
            "暂停" => (await clocks.PauseAsync(
                new PauseCase
                {
                    TenantId = stage.TenantId, CaseId = stage.Case(step.Case), By = Who("谁"), Days = words.Number("天数", 0),
                    Reason = words.Required("事由"), Evidence = words.Text("证据") ?? "",
                },
                ct)).Problem,
            "恢复" => (await clocks.ResumeAsync(stage.TenantId, stage.Case(step.Case), Who("谁"), ct)).Problem,
            "回避" => (await recusals.RecuseAsync(stage.TenantId, stage.Case(step.Case), Who("人"), Who("谁"), words.Text("理由") ?? "有直接利害关系", ct)).Problem,
            "评价" => (await evaluations.RateAsync(stage.TenantId, Rate(stage, step, words), ct)).Problem,
            "群众撤回" => (await records.ContactAsync(
                stage.TenantId, stage.Case(step.Case), new CitizenContact(null, words.Text("方式") ?? "来访", "withdrawal", words.Text("内容") ?? "群众书面申请撤回。"), ct)).Problem,
            "复查" => (await records.RequestReviewAsync(stage.TenantId, stage.Case(step.Case), ct)).Problem,
            "复查意见" => (await records.DecideReviewAsync(stage.TenantId, stage.Case(step.Case), words.Required("意见"), ct)).Problem,
            "关联" => (await records.AggregateAsync(stage.TenantId, [.. words.List("件们").Select(stage.Case)], ct)).Problem,
            "岗位" => await VacateAsync(stage.TenantId, Who("人"), now, ct),
            _ => throw new ScenarioFailure($"不认识动作“{step.Name}”"),
        };
    }

    /// <summary>The first handler of a unit steps aside, or the citizen withdraws the matter.</summary>
    internal async Task WithdrawOrRecuseAsync(ScenarioStage stage, bool withdrawn, string unit, CancellationToken ct)
    {
        if (withdrawn)
        {
            await records.ContactAsync(stage.TenantId, stage.Case("甲"), new CitizenContact(null, "来访", "withdrawal", "群众书面申请撤回。"), ct);
            return;
        }

        var directory = await setting.Org.GetAsync(stage.TenantId, ct);
        var now = setting.Clock.GetUtcNow();
        await recusals.RecuseAsync(
            stage.TenantId, stage.Case("甲"), ScenarioPeople.Find(directory, unit + "/签收员", now), ScenarioPeople.Find(directory, unit + "/负责人", now), "与信访人系近亲属", ct);
    }

    /// <summary>Groups cases.</summary>
    internal Task<Result<Guid>> AggregateAsync(string tenantId, IReadOnlyCollection<Guid> caseIds, CancellationToken ct) => records.AggregateAsync(tenantId, caseIds, ct);

    private static CitizenRating Rate(ScenarioStage stage, ScenarioStep.Operate step, ScenarioWords words) => new(
        words.Text("查询码") ?? stage.Registered(step.Case).QueryCode, RatingOf(words.Required("联系办")), RatingOf(words.Required("责任部门")), words.Text("理由"));

    private static string RatingOf(string word) => word switch
    {
        "满意" => Rating.Satisfied,
        "基本满意" => Rating.Mostly,
        "不满意" => Rating.Dissatisfied,
        _ => word,
    };

    /// <summary>The person leaves all posts.</summary>
    private async Task<Problem?> VacateAsync(string tenantId, Guid person, DateTimeOffset now, CancellationToken ct)
    {
        await setting.Database.WriteAsync(
            (db, token) => db.Memberships.Where(row => row.TenantId == tenantId && row.PersonId == person)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Until, now), token),
            ct);
        setting.Org.Invalidate(tenantId);
        return null;
    }
}
