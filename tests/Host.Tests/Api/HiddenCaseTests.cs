using System.Net;
using Platform.Host.Tests.Testing;
using Platform.Runtime.Persistence;

namespace Platform.Host.Tests.Api;

public sealed class HiddenCaseTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string Title = "反映某局工作人员吃拿卡要问题线索";

    [Fact]
    public async Task A_sealed_complaint_exists_on_no_page_and_endpoint_for_those_it_accuses_and_those_who_only_administer()
    {
        using var clerk = await Session.SignInAsync(shared.App, "dengji");
        var registered = await RegisterAsync(clerk, "反映县住建局负责人在物业资质审批中收受好处。", [PersonId("zhujian-fz")]);
        var id = registered.Id;

        foreach (var name in (string[])["zhujian-fz", "zhujian", "zhujian-cb", "admin", "yunwei", "zhen"])
        {
            using var session = await Session.SignInAsync(shared.App, name);
            foreach (var path in PathsOf(id, registered.Number))
            {
                var text = await session.TextAsync(path);
                text.ShouldNotContain(Title, Case.Sensitive, $"{name} {path}");
                if (!path.Contains(registered.Number, StringComparison.Ordinal))
                {
                    text.ShouldNotContain(registered.Number, Case.Sensitive, $"{name} {path}");
                }
            }
            using var one = await session.GetAsync("/api/v1/cases/" + id);
            one.StatusCode.ShouldBe(HttpStatusCode.NotFound, name);
            using var timeline = await session.GetAsync($"/api/v1/instances/{id}/timeline");
            timeline.StatusCode.ShouldBe(HttpStatusCode.NotFound, name);
            (await session.TextAsync("/cases/" + id)).ShouldContain("没有找到");
        }
    }

    [Fact]
    public async Task A_citizen_learns_of_a_complaint_only_that_it_was_received()
    {
        using var clerk = await Session.SignInAsync(shared.App, "dengji");
        var registered = await RegisterAsync(clerk, "反映村干部优亲厚友。", []);

        using var visitor = Session.Visitor(shared.App);
        var page = await visitor.TextAsync("/track?code=" + registered.QueryCode);

        page.ShouldContain("已接收");
        page.ShouldNotContain(Title);
        page.ShouldNotContain("优亲厚友");
        page.ShouldNotContain(registered.Number);
    }

    private static string[] PathsOf(string id, string number) =>
    [
        "/inbox", "/inbox?tab=unclaimed", "/done", "/ledger", $"/ledger?q={number}", "/ledger?ledger=JB", $"/cases/{id}", $"/cases/{id}?tab=diagram",
        $"/cases/{id}?tab=opinions", "/board", "/operations/instances", "/operations/jobs", "/operations/incidents",
        "/api/v1/tasks", "/api/v1/cases", $"/api/v1/cases?text={number}", "/api/v1/instances",
    ];

    private static async Task<(string Id, string Number, string QueryCode)> RegisterAsync(Session clerk, string text, string[] accused)
    {
        var registered = await clerk.DoAsync("/api/v1/cases", new
        {
            commandId = Session.NewCommand(),
            ledger = "JB",
            channel = "来信",
            title = Title,
            text,
            accusedPersonIds = accused,
        });
        return (registered.GetProperty("caseId").GetString()!, registered.GetProperty("number").GetString()!, registered.GetProperty("queryCode").GetString()!);
    }

    private string PersonId(string code)
    {
        using var db = shared.App.Services.GetRequiredService<PlatformDatabase>().CreateDbContext();
        return db.People.Single(person => person.Code == code).Id.ToString();
    }
}
