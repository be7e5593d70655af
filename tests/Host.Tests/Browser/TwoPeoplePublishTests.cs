using Microsoft.Playwright;
using Platform.Host.Tests.Official;
using Platform.Host.Tests.Testing;
using Platform.Runtime.Definitions.Versions;

namespace Platform.Host.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class TwoPeoplePublishTests(BrowserFixture browser)
{
    private const string Key = "shiquan-three-ledgers";

    [Fact]
    public async Task An_old_version_is_published_again_with_a_reason()
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin");
        await PublishAsync(admin, "3 告知群众", "名称改短");
        await admin.Page.GotoAsync("/definitions/history/" + Key);
        await admin.Live();

        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "退回到这一版" }).First.ClickAsync();
        await Assertions.Expect(admin.Page.GetByRole(AriaRole.Button, new() { Name = "重新发布" })).ToBeDisabledAsync();
        await admin.Page.Locator("#back-note").FillAsync("群众看不懂新名称");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "重新发布" }).ClickAsync();

        await Assertions.Expect(admin.Page.Locator("main")).ToContainTextAsync("第 1 版已作为第 3 版重新发布");
        await Assertions.Expect(admin.Page.Locator("table")).ToContainTextAsync("群众看不懂新名称");
        await admin.Visitor.ShootAsync("versions-back");
        admin.Visitor.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task One_asks_the_other_looks_at_the_difference_and_publishes(int width)
    {
        await using var app = new HostApp();
        await using var first = await Official.SignInAsync(browser, app, "admin", width);
        await using var second = await Official.SignInAsync(browser, app, "shenhe", width);
        await first.Page.GotoAsync("/definitions/history/" + Key);
        await first.Live();
        await first.Page.GetByLabel("发布须由另一位管理员批准").CheckAsync();
        await Assertions.Expect(first.Page.GetByLabel("发布须由另一位管理员批准")).ToBeCheckedAsync();

        await PublishAsync(first, "3 告知群众", "名称改短");
        await Assertions.Expect(first.Page.Locator(".design-answer")).ToContainTextAsync("另一位管理员");

        await first.Page.GotoAsync("/definitions/history/" + Key);
        await first.Page.GetByRole(AriaRole.Link, new() { Name = "查看差异" }).ClickAsync();
        await first.Live();
        await Assertions.Expect(first.Page.GetByRole(AriaRole.Button, new() { Name = "同意并发布" })).ToHaveCountAsync(0);
        await second.Page.GotoAsync(new Uri(first.Page.Url).AbsolutePath);
        await second.Live();
        await Assertions.Expect(second.Page.Locator(".compare-changes")).ToContainTextAsync("改名为“3 告知群众”");
        await second.Visitor.ShootAsync("publish-request");
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "同意并发布" }).ClickAsync();
        await Assertions.Expect(second.Page.Locator("main")).ToContainTextAsync("已同意并发布");

        await second.Page.GotoAsync("/definitions/history/" + Key);
        await second.Live();
        await Assertions.Expect(second.Page.Locator("table")).ToContainTextAsync("名称改短");
        await second.Visitor.ShootAsync("versions");
        await second.Page.GetByRole(AriaRole.Link, new() { Name = "与上一版比较" }).First.ClickAsync();
        await Assertions.Expect(second.Page.Locator(".djs-container svg").First).ToBeVisibleAsync();
        await second.Live();
        await second.Visitor.ShootAsync("versions-compare");
        foreach (var page in (Official[])[first, second])
        {
            page.Visitor.Complaints.ShouldBeEmpty();
            (await page.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
        }
    }

    [Fact]
    public async Task A_double_click_asks_the_other_once()
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin");
        var desk = new CountyDesk(app);
        var person = await desk.ViewerAsync("admin");
        await desk.Get<PublishPolicy>().SetAsync(person.TenantId, needed: true, person.PersonId!.Value, CancellationToken.None);

        await PublishAsync(admin, "3 告知群众", "名称改短", clicks: 2);

        await Assertions.Expect(admin.Page.Locator(".design-answer")).ToContainTextAsync("另一位管理员");
        (await desk.Get<PublishRequests>().ListAsync(person.TenantId, Key, CancellationToken.None)).Count.ShouldBe(1);
        admin.Visitor.Complaints.ShouldBeEmpty();
    }

    /// <summary>Renames a step and publishes, alone or by asking, as the county wants it.</summary>
    private static async Task PublishAsync(Official admin, string name, string note, int clicks = 1)
    {
        var page = admin.Page;
        await page.GotoAsync("/definitions/design/" + Key);
        await admin.Live();
        await page.Locator(".simple-card-name", new() { HasText = "受理告知" }).First.DispatchEventAsync("click");
        var box = page.Locator(".design-side").GetByLabel("名称", new() { Exact = true });
        await box.FillAsync(name);
        await box.BlurAsync();
        await Assertions.Expect(page.Locator(".design-saved")).ToContainTextAsync("已保存");
        await page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await page.Locator("#design-note").FillAsync(note);
        await page.Locator(".design-publish").GetByRole(AriaRole.Button).First.ClickAsync(new() { ClickCount = clicks });
        await page.Locator(".design-answer").WaitForAsync();
    }
}
