using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class PagesTourTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Every_page_fits_its_window_and_the_browser_complains_about_nothing(int width)
    {
        await using var app = new HostApp();
        var complaints = new Look();
        await using var clerk = await Official.SignInAsync(browser, app, "dengji", width);
        await VisitAsync(clerk, "/inbox", "inbox-empty", complaints);
        await VisitAsync(clerk, "/ledger", "ledger-empty", complaints);
        await VisitAsync(clerk, "/register", "register", complaints);
        var (number, queryCode) = await NineStepWalkTests.RegisterAsync(clerk, "城关镇阳光花园小区业主委员会关于小区三号楼至五号楼之间路灯长期损坏影响老年居民夜间出行安全请求尽快修复的反映");
        await clerk.Visitor.ShootAsync("registered");
        await VisitAsync(clerk, "/inbox", "inbox", complaints);
        await clerk.OpenTaskAsync(number);
        await clerk.FillAsync("建账", ("category", "物业管理"), ("urgency", "一般"));
        await complaints.ShootAsync(clerk, "task");
        await clerk.SubmitAsync();
        await VisitAsync(clerk, "/done", "done", complaints);
        await VisitAsync(clerk, "/started", "started", complaints);
        await VisitAsync(clerk, "/notifications", "notifications-none", complaints);
        await VisitAsync(clerk, "/ledger", "ledger", complaints);
        await clerk.Page.Locator("table a").First.ClickAsync();
        await clerk.Page.ArriveAsync("**/cases/**");
        var caseUrl = new Uri(clerk.Page.Url).AbsolutePath;
        foreach (var tab in (string[])["history", "diagram", "papers", "opinions", "supervision", "links", "log"])
        {
            await VisitAsync(clerk, $"{caseUrl}?tab={tab}", "case-" + tab, complaints);
        }
        await VisitAsync(clerk, "/track?code=" + queryCode, "track", complaints);
        await VisitAsync(clerk, "/track?code=ZZZZZZZZ", "track-none", complaints);
        await VisitAsync(clerk, "/notices", "notices-none", complaints);
        await VisitAsync(clerk, "/rate", "rate-code", complaints);
        await VisitAsync(clerk, "/rate?code=" + queryCode, "rate-not-now", complaints);
        await VisitAsync(clerk, "/report", "report", complaints);
        await ReportAsync(clerk, complaints);
        await VisitAsync(clerk, "/cases/" + Guid.Empty, "not-found", complaints, mayComplain: true);

        await VisitAsAsync(app, "shuji", width, [("/inbox", "inbox-secretary"), ("/board", "board"), ("/bulletins", "bulletins-none"), ($"{caseUrl}?tab=log", "case-log")], complaints);
        await VisitAsAsync(app, "fushuji", width, [("/inbox", "inbox-deputy")], complaints);
        await VisitAsAsync(app, "admin", width, [("/definitions", "definitions")], complaints);
        await VisitAsAsync(app, "yunwei", width, [("/operations/instances", "instances"), ("/operations/jobs", "jobs"), ("/operations/incidents", "incidents")], complaints);

        complaints.Complaints.ShouldBeEmpty();
    }

    /// <summary>A citizen reports a matter: a village belongs to its town, and the slip names the code.</summary>
    private static async Task ReportAsync(Official visitor, Look complaints)
    {
        var page = visitor.Page;
        await page.Locator("#text").FillAsync("阳光花园小区三号楼门前的路灯坏了半个月，晚上老人出门看不见路，已有两位老人摔倒。请尽快修好。");
        await page.Locator("#town").SelectOptionAsync(new SelectOptionValue { Label = "池水镇" });
        var offered = await page.Locator("#village optgroup:not([hidden])").EvaluateAllAsync<string[]>("groups => groups.map(group => group.label)");
        if (offered is not ["池水镇"])
        {
            complaints.Note($"/report offers villages of {string.Join(", ", offered)} for 池水镇");
        }
        await page.Locator("#agrees").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "提交", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".query-code")).ToBeVisibleAsync();
        await complaints.ShootAsync(visitor, "reported");
    }

    private async Task VisitAsAsync(HostApp app, string name, int width, (string Path, string Picture)[] pages, Look complaints)
    {
        await using var official = await Official.SignInAsync(browser, app, name, width);
        foreach (var (path, picture) in pages)
        {
            await VisitAsync(official, path, picture, complaints);
        }
        if (name == "fushuji")
        {
            await official.Page.Locator(".top-bar summary", new() { Has = official.Page.Locator(".fa-people-arrows") }).ClickAsync();
            await official.Visitor.ShootAsync("acting");
            await official.Page.GetByRole(AriaRole.Link, new() { Name = "代 张国栋 办理" }).ClickAsync();
            await Assertions.Expect(official.Page.Locator(".inbox-item")).ToHaveCountAsync(1);
        }
        if (name == "admin")
        {
            await official.Page.Locator("table a").First.ClickAsync();
            await official.Page.ArriveAsync("**/definitions/**");
            await Assertions.Expect(official.Page.Locator(".djs-container svg").First).ToBeVisibleAsync();
            await official.Live();
            await complaints.ShootAsync(official, "definition");
        }
    }

    private static Task VisitAsync(Official official, string path, string picture, Look complaints, bool mayComplain = false) =>
        complaints.VisitAsync(official, path, picture, mayComplain);
}
