using Microsoft.Playwright;
using Platform.Host.Tests.Browser.Designer;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class AdminTourTests(BrowserFixture browser)
{
    private const string Flagship = "/definitions/design/shiquan-three-ledgers";

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Every_page_of_an_administrator_fits_its_window_and_keeps_nobody_out(int width)
    {
        await using var app = new HostApp();
        var look = new Look();
        await using var admin = await Official.SignInAsync(browser, app, "admin", width);

        await look.VisitAsync(admin, Flagship, "tour-design-simple");
        await admin.Page.Locator(".process-designer[data-ready]").WaitForAsync();
        await admin.Page.Locator(".simple-card-main").Nth(1).DispatchEventAsync("click");
        await admin.Page.Locator("#element-name").WaitForAsync();
        await look.ShootAsync(admin, "tour-design-panel");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "流程图", Exact = true }).ClickAsync();
        await admin.Page.Locator(".djs-container .djs-shape").First.WaitForAsync();
        await look.ShootAsync(admin, "tour-design-canvas");
        await look.VisitAsync(admin, Flagship + "/rehearse", "tour-rehearse");
        await look.VisitAsync(admin, Flagship + "/whatif", "tour-whatif");
        await look.VisitAsync(admin, Flagship + "/forms", "tour-forms");
        await admin.Page.Locator("table a").First.ClickAsync();
        await admin.Page.ArriveAsync("**/form?**");
        await admin.Live();
        await look.ShootAsync(admin, "tour-form");
        await look.VisitAsync(admin, "/definitions/history/shiquan-three-ledgers", "tour-versions");
        await look.VisitAsync(admin, "/decisions", "tour-decisions");
        await look.VisitAsync(admin, "/start", "start-none");

        look.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_process_is_published_and_started_by_hand_without_a_mouse(int width)
    {
        await using var app = new HostApp();
        var look = new Look();
        await using (var designer = await DesignerPage.BeginAsync(browser, app, "请假申请与外出报备审批（含乡镇和派驻人员）", width))
        {
            await designer.Page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
            await designer.Page.Locator("#design-note").FillAsync("第一版");
            await designer.Page.Locator(".design-publish button[type=submit]").ClickAsync();
            await Assertions.Expect(designer.Page.Locator(".design-answer.is-done")).ToBeVisibleAsync();
        }

        await using var clerk = await Official.SignInAsync(browser, app, "dengji", width);
        await look.VisitAsync(clerk, "/start", "start-list");
        await PressAsync(clerk, ".choice-cards a");
        await clerk.Page.ArriveAsync("**/start/**");
        await clerk.Live();
        await look.ShootAsync(clerk, "start-form");
        await PressAsync(clerk, ".action-bar .button-main");
        await clerk.Page.ArriveAsync("**/matters/**");
        await Assertions.Expect(clerk.Page.Locator(".djs-container svg").First).ToBeVisibleAsync();
        await look.ShootAsync(clerk, "matter");
        await look.VisitAsync(clerk, "/started", "started-matters");
        await PressAsync(clerk, "table a");
        await clerk.Page.ArriveAsync("**/matters/**");
        await clerk.Live();
        await PressAsync(clerk, "main summary");
        await clerk.Page.Locator("#reason").PressSequentiallyAsync("填错了日期");
        await look.ShootAsync(clerk, "matter-call-back");
        await clerk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(clerk.Page.Locator(".page-lead")).ToContainTextAsync("已撤回");

        look.Complaints.ShouldBeEmpty();
    }

    private static async Task PressAsync(Official person, string selector)
    {
        await KeyboardWalkTests.TabToAsync(person.Page, selector);
        await person.Page.Keyboard.PressAsync("Enter");
    }
}
