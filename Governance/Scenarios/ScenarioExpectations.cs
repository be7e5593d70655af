using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Inquiries;
using Platform.Governance.Rows;
using Platform.Runtime.Access;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Scenarios;

/// <summary>Compares what a scenario expects with the books and with what people can see.</summary>
public sealed class ScenarioExpectations(CaseSetting setting, OpenTasks open, Viewers viewers, CaseQuery query, PublicProgress progress)
{
    /// <summary>Looks at everything that the step names.</summary>
    /// <param name="stage">Cases so far.</param>
    /// <param name="step">What must be so.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="ScenarioFailure">Something is different.</exception>
    public async Task CheckAsync(ScenarioStage stage, ScenarioStep.Expect step, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(stage);
        ArgumentNullException.ThrowIfNull(step);
        var words = new ScenarioWords(step.Words);
        var registered = stage.Registered(step.Case);
        var directory = await setting.Org.GetAsync(stage.TenantId, ct);
        if (await setting.FindAsync(stage.TenantId, registered.CaseId, ct) is not { } row)
        {
            await CheckInstanceAsync(stage, registered.CaseId, words, directory, ct);
            return;
        }

        foreach (var key in words.Keys)
        {
            if (key is "看得见" or "看不见")
            {
                await VisibleAsync(stage, row, words.List(key), key == "看得见", directory, ct);
            }
            else
            {
                Same(key, await ActualAsync(key, stage, row, directory, ct), Expected(key, words, stage));
            }
        }
    }

    private static string Expected(string key, ScenarioWords words, ScenarioStage stage) => key switch
    {
        "待办" or "办理人" => string.Join("、", words.List(key).Order(StringComparer.Ordinal)),
        "主件" => stage.Registered(words.Required(key)).Number,
        "已办结" or "超期" or "暂停" => words.Flag(key) ? "是" : "否",
        _ => words.Text(key) ?? "无",
    };

    private async Task<string> ActualAsync(string key, ScenarioStage stage, CaseRow row, OrgDirectory directory, CancellationToken ct) => key switch
    {
        "状态" => row.Stage,
        "结果" => row.Result ?? "无",
        "已办结" => row.IsOpen ? "否" : "是",
        "重办" => Text(row.ReworkCount),
        "督办线" => Text(row.SupervisionLine),
        "重复次数" => Text(row.RepeatCount),
        "层级" => row.Level,
        "账别" => row.Ledger,
        "紧急度" => row.Urgency,
        "编号前缀" => row.Number[..Math.Min(row.Number.Length, row.Number.LastIndexOf('-') + 1)],
        "登记点" => directory.Unit(row.DeskUnitId)?.Code ?? "无",
        "承办单位" => row.LeadUnitId is { } unit ? directory.Unit(unit)?.Code ?? "无" : "无",
        "承诺到期" => Date(row.PromiseDueAt),
        "原承诺到期" => Date(row.OriginalPromiseDueAt),
        "法定到期" => Date(row.LegalDueAt),
        "超期" => row.IsOpen && row.FeedbackAt is null && row.PromiseDueAt < setting.Clock.GetUtcNow() ? "是" : "否",
        "暂停" => row.PausedSince is null ? "否" : "是",
        "保管期限" => row.Retention ?? "无",
        "待办" or "办理人" => await TasksAsync(key, stage.TenantId, row.Id, directory, ct),
        _ => await RecordedAsync(key, stage, row, directory, ct),
    };

    /// <summary>What can be expected of a process that carries no case.</summary>
    private async Task CheckInstanceAsync(ScenarioStage stage, Guid instanceId, ScenarioWords words, OrgDirectory directory, CancellationToken ct)
    {
        foreach (var key in words.Keys)
        {
            var actual = key switch
            {
                "待办" or "办理人" => await TasksAsync(key, stage.TenantId, instanceId, directory, ct),
                "已办结" => await open.IsRunningAsync(stage.TenantId, instanceId, ct) ? "否" : "是",
                _ => throw new ScenarioFailure($"这个流程不办来件，不能期望“{key}”"),
            };
            Same(key, actual, Expected(key, words, stage));
        }
    }

    private async Task<string> TasksAsync(string key, string tenantId, Guid instanceId, OrgDirectory directory, CancellationToken ct)
    {
        var tasks = await open.OfAsync(tenantId, instanceId, ct);
        var names = key == "待办"
            ? tasks.Select(task => task.Name)
            : tasks.SelectMany(task => task.People).Select(person => directory.Person(person)?.Code ?? "").Distinct();
        return string.Join("、", names.Order(StringComparer.Ordinal));
    }

    private async Task<string> RecordedAsync(string key, ScenarioStage stage, CaseRow row, OrgDirectory directory, CancellationToken ct)
    {
        await using PlatformDb db = setting.Database.CreateDbContext();
        var (tenant, id) = (stage.TenantId, row.Id);
        return key switch
        {
            "主件" => await db.Set<CaseRow>().Where(item => item.TenantId == tenant && item.Id == row.MainCaseId).Select(item => item.Number).FirstOrDefaultAsync(ct) ?? "无",
            "督办单" => Text(await db.Set<SupervisionOrderRow>().CountAsync(item => item.TenantId == tenant && item.CaseId == id, ct)),
            "告知" => Text(await db.Set<DeliveryRow>().CountAsync(item => item.TenantId == tenant && item.CaseId == id, ct)),
            "黄红牌" => Text(await db.DeadlineEvents.CountAsync(item => item.TenantId == tenant && item.InstanceId == id && (item.Level == "yellow" || item.Level == "red"), ct)),
            "联系办评价" => await RatingAsync(db, row, item => item.DepartmentRating, ct),
            "责任部门评价" => await RatingAsync(db, row, item => item.ResponsibleRating, ct),
            "代行" => await LastPrincipalAsync(db, row, directory, ct),
            "公开进度" => (await progress.FindAsync(tenant, row.QueryCode, ct))?.Current ?? "无",
            _ => throw new ScenarioFailure($"不认识期望“{key}”"),
        };
    }

    private static async Task<string> RatingAsync(PlatformDb db, CaseRow row, System.Linq.Expressions.Expression<Func<EvaluationRow, string>> rating, CancellationToken ct) =>
        await db.Set<EvaluationRow>().Where(item => item.TenantId == row.TenantId && item.CaseId == row.Id && item.IsCurrent).Select(rating).FirstOrDefaultAsync(ct) is { } found
            ? Rating.Text(found) : "无";

    private static async Task<string> LastPrincipalAsync(PlatformDb db, CaseRow row, OrgDirectory directory, CancellationToken ct)
    {
        var last = await db.Set<OpinionRow>().Where(item => item.TenantId == row.TenantId && item.CaseId == row.Id).OrderByDescending(item => item.Id).FirstOrDefaultAsync(ct);
        return last?.OnBehalfOfId is { } principal ? directory.Person(principal)?.Code ?? "无" : "无";
    }

    /// <summary>Not in the ledger, not by number, not by link: what one may not see does not exist.</summary>
    private async Task VisibleAsync(ScenarioStage stage, CaseRow row, IEnumerable<string> people, bool expected, OrgDirectory directory, CancellationToken ct)
    {
        foreach (var who in people)
        {
            var viewer = await viewers.ForPersonAsync(stage.TenantId, ScenarioPeople.Find(directory, who, setting.Clock.GetUtcNow()), ct);
            var page = await query.GetAsync(viewer, row.Id, ct) is not null;
            var search = (await query.SearchAsync(viewer, row.Number, ct)).Count > 0;
            var ledger = (await query.LedgerAsync(viewer, new LedgerFilter(), null, 200, ct)).Items.Any(item => item.CaseId == row.Id);
            if (page != expected || search != expected || ledger != expected)
            {
                throw new ScenarioFailure($"“{who}”应当{(expected ? "看得见" : "看不见")}这件，实际：件页{Yes(page)}、搜索{Yes(search)}、台账{Yes(ledger)}");
            }
        }
    }

    private static void Same(string key, string actual, string expected)
    {
        if (!string.Equals(actual, expected, StringComparison.Ordinal))
        {
            throw new ScenarioFailure($"“{key}”应为“{expected}”，实际是“{actual}”");
        }
    }

    private static string Date(DateTimeOffset? instant) =>
        instant?.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "无";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Yes(bool value) => value ? "有" : "无";
}
