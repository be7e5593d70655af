using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Official;

public sealed class CaseLogTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string OfLeader = "查看件的内容";

    [Fact]
    public async Task Who_opened_a_sealed_case_stands_in_its_log_and_reading_the_log_too()
    {
        using var clerk = await Session.SignInAsync(shared.App, "dengji");
        var id = await RegisterAsync(clerk, "JB", "反映村干部优亲厚友");
        using var director = await Session.SignInAsync(shared.App, "lianxi");
        await clerk.TextAsync("/cases/" + id);

        var log = await SecondLookAsync(clerk, id);

        log.ShouldNotContain(OfLeader, Case.Sensitive, "the registrar supervises nobody");
        (await director.TextAsync($"/cases/{id}?tab=log")).ShouldContain("没有找到", Case.Sensitive, "the director takes no part in it yet");
    }

    [Fact]
    public async Task A_supervisor_reads_the_log_of_an_open_case_and_a_handler_does_not()
    {
        using var clerk = await Session.SignInAsync(shared.App, "dengji");
        var id = await RegisterAsync(clerk, "LY", "小区路灯损坏");
        var tasks = await clerk.ReadAsync("/api/v1/tasks");
        tasks.GetRawText().ShouldContain(id);
        using var secretary = await Session.SignInAsync(shared.App, "shuji");

        var page = await secretary.TextAsync($"/cases/{id}?tab=log");

        page.ShouldContain("tab=log");
        page.ShouldContain("公开和内部件记录办理和上传");
        (await clerk.TextAsync("/cases/" + id)).ShouldNotContain("tab=log");
    }

    private static async Task<string> SecondLookAsync(Session session, string id)
    {
        await session.TextAsync($"/cases/{id}?tab=log");
        return await session.TextAsync($"/cases/{id}?tab=log");
    }

    private static async Task<string> RegisterAsync(Session clerk, string ledger, string title)
    {
        var registered = await clerk.DoAsync("/api/v1/cases", new { commandId = Session.NewCommand(), ledger, channel = "来信", title, text = title });
        return registered.GetProperty("caseId").GetString()!;
    }
}
