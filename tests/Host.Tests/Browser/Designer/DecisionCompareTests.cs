using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser.Designer;

/// <summary>An administrator sees what a draft of a decision changes before publishing it, and what each version changed afterwards.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DecisionCompareTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_draft_is_compared_with_what_is_published_and_an_old_version_comes_back(int width)
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin", width);
        var look = new Look();
        var page = admin.Page;
        await look.VisitAsync(admin, "/decisions/design/dispatch", "compare-editor");
        await page.Locator("tr[data-row='1'] td[data-c='1']").ClickAsync();
        await Assertions.Expect(page.Locator("input.cell-input[data-r='1'][data-c='1']")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("城市管理与综合执法");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("input.cell-input[data-r='2'][data-c='1']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Alt+Delete");
        await Assertions.Expect(page.Locator("table[role=grid]")).ToHaveAttributeAsync("aria-rowcount", "71");
        await Assertions.Expect(page.Locator(".table-saved")).ToHaveTextAsync("已保存");

        await page.GetByRole(AriaRole.Link, new() { Name = "与已发布的比" }).ClickAsync();
        await page.ArriveAsync("**/compare");
        await admin.Live();
        await Assertions.Expect(page.Locator(".compare-changes")).ToContainTextAsync("改为“城市管理与综合执法”");
        await Assertions.Expect(page.Locator(".compare-changes")).ToContainTextAsync("删除了原第 3 条规则");
        await Assertions.Expect(page.Locator(".table-compare td.is-changed ins")).ToContainTextAsync("城市管理与综合执法");
        await Assertions.Expect(page.Locator(".table-compare tr.is-removed")).ToHaveCountAsync(1);
        await look.ShootAsync(admin, "compare-draft");

        await page.GetByRole(AriaRole.Link, new() { Name = "返回编辑" }).ClickAsync();
        await page.ArriveAsync("**/design/dispatch");
        await admin.Live();
        await page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await page.Locator("#table-note").FillAsync("撤销一条派单规则");
        await page.GetByRole(AriaRole.Button, new() { Name = "确认发布" }).ClickAsync();
        await Assertions.Expect(page.Locator(".table-answer")).ToContainTextAsync("已发布第 2 版");

        await look.VisitAsync(admin, "/decisions/history/dispatch", "compare-history");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("撤销一条派单规则");
        await page.GetByRole(AriaRole.Button, new() { Name = "退回到这一版" }).ClickAsync();
        await page.ArriveAsync("**/design/dispatch");
        await admin.Live();
        await Assertions.Expect(page.Locator("tr[data-row='1'] td[data-c='1']")).Not.ToContainTextAsync("城市管理与综合执法");
        await look.VisitAsync(admin, "/decisions/history/dispatch/compare", "compare-back");
        await Assertions.Expect(page.Locator(".compare-changes")).ToContainTextAsync("增加了第 3 条规则");

        look.Complaints.ShouldBeEmpty();
    }
}
