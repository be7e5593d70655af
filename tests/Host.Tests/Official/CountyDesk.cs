using Microsoft.EntityFrameworkCore;
using Platform.Governance.Demo;
using Platform.Governance.Inquiries;
using Platform.Governance.Rows;
using Platform.Host.Tests.Testing;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;

namespace Platform.Host.Tests.Official;

/// <summary>The demonstration county at work without a browser: people act through the API, services are asked as their readers.</summary>
public sealed class CountyDesk(HostApp app)
{
    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async Task<Viewer> ViewerAsync(string code)
    {
        await using var db = Get<PlatformDatabase>().CreateDbContext();
        var person = await db.People.SingleAsync(row => row.TenantId == DemoCounty.TenantId && row.Code == code);
        return await Get<Viewers>().ForPersonAsync(DemoCounty.TenantId, person.Id, CancellationToken.None);
    }

    public async Task<Guid> UnitAsync(string code)
    {
        await using var db = Get<PlatformDatabase>().CreateDbContext();
        return (await db.OrgUnits.SingleAsync(row => row.TenantId == DemoCounty.TenantId && row.Code == code)).Id;
    }

    public async Task<Guid> RegisterAsync(string title = "小区路灯损坏", string ledger = "LY")
    {
        using var clerk = await Session.SignInAsync(app, "dengji");
        var registered = await clerk.DoAsync("/api/v1/cases", new
        {
            commandId = Session.NewCommand(), ledger, channel = "来信", title, text = title + "，请尽快处理。", category = "物业管理", personName = "王秀英", phone = "13900001234",
        });
        return registered.GetProperty("caseId").GetGuid();
    }

    /// <summary>Completes the task that a person has in a case.</summary>
    public async Task DoAsync(string person, Guid caseId, string outcome, object values, string opinion = "同意。")
    {
        using var session = await Session.SignInAsync(app, person);
        var tasks = await session.ReadAsync("/api/v1/tasks?take=100");
        var item = tasks.GetProperty("items").EnumerateArray().First(task => task.GetProperty("instanceId").GetGuid() == caseId);
        var id = item.GetProperty("taskId").GetString();
        if (item.GetProperty("mustClaim").GetBoolean())
        {
            await session.DoAsync($"/api/v1/tasks/{id}/claim", new { });
        }
        var version = (await session.ReadAsync("/api/v1/tasks/" + id)).GetProperty("item").GetProperty("rowVersion").GetInt64();
        await session.DoAsync($"/api/v1/tasks/{id}/complete", new { commandId = Session.NewCommand(), outcome, values, opinion, rowVersion = version });
    }

    /// <summary>From registration until the unit works on it.</summary>
    public async Task<Guid> HandledAsync()
    {
        var id = await RegisterAsync();
        await DoAsync("dengji", id, "book", new { category = "物业管理", urgency = "一般" });
        await DoAsync("shuji", id, "agree", new { leadUnit = await UnitAsync("bm-zhujian") });
        await DoAsync("dengji", id, "sent", new { method = "电话", noticeText = "已经受理。" });
        await DoAsync("lianxi", id, "dispatch", new { leadUnit = await UnitAsync("bm-zhujian"), requirement = "请核实。" });
        await DoAsync("zhujian", id, "accept", new { });
        return id;
    }

    /// <summary>From the unit's report until the archive.</summary>
    public async Task CloseAsync(Guid id, string rating)
    {
        await DoAsync("zhujian-cb", id, "submit", new { claim = "修路灯", facts = "属实", conclusion = "支持", handlingOpinion = "十日内修复", basis = "条例第三十五条" });
        await DoAsync("zhujian-fz", id, "approve", new { });
        await DoAsync("lianxi", id, "pass", new { });
        await DoAsync("shuji", id, "pass", new { });
        await DoAsync("huifang", id, "satisfied", new { method = "电话", replyText = "已经修复。", departmentRating = rating, responsibleRating = rating });
        await DoAsync("dengji", id, "close", new { result = "支持" });
    }

    /// <summary>The citizen says afterwards that the responsible unit did not do well.</summary>
    public async Task DissatisfyAsync(Guid caseId)
    {
        await using var db = Get<PlatformDatabase>().CreateDbContext();
        var code = await db.Set<CaseRow>().Where(row => row.Id == caseId).Select(row => row.QueryCode).SingleAsync();
        var rated = await Get<Evaluations>().RateAsync(DemoCounty.TenantId, new CitizenRating(code, Rating.Satisfied, Rating.Dissatisfied, "灯又坏了。"), CancellationToken.None);
        rated.Problem?.Message.ShouldBeNull();
    }

    public Task MoveForwardAsync(TimeSpan by) => Get<ClockService>().MoveForwardAsync(by, CancellationToken.None);
}
