using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser.Designer;

[Collection(BrowserCollection.Name)]
public sealed class SlowViewerTests(BrowserFixture browser)
{
    /// <summary>On a slow line people are faster than the script that draws.</summary>
    [Fact]
    public async Task A_diagram_is_drawn_and_marked_when_its_page_changed_before_it_could_draw()
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin");
        TaskCompletionSource slowLine = new();
        TaskCompletionSource wanted = new();
        await admin.Page.RouteAsync("**/dist/viewer*.js", async route =>
        {
            wanted.TrySetResult();
            await slowLine.Task;
            await route.ContinueAsync();
        });
        await admin.Page.GotoAsync("/definitions/design/shiquan-three-ledgers/rehearse");
        await admin.Page.Locator("#sample").SelectOptionAsync(new SelectOptionValue { Label = "利益诉求顺利办结" });
        await Assertions.Expect(admin.Page.Locator("#matter-title")).ToHaveValueAsync("安置小区屋顶漏水");
        await wanted.Task;

        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "开始", Exact = true }).ClickAsync();
        await Assertions.Expect(admin.Page.Locator(".rehearse-task h2")).ToHaveTextAsync("分类建账");
        slowLine.SetResult();

        await Assertions.Expect(admin.Page.Locator(".djs-shape").First).ToBeVisibleAsync();
        await Assertions.Expect(admin.Page.Locator(".djs-shape.token-open")).Not.ToHaveCountAsync(0);
        admin.Visitor.Complaints.ShouldBeEmpty();
    }
}
