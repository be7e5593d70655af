using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser.Designer;

/// <summary>What is put up for seven days: a wait, drawn on the canvas and read in the simple view; and branches that were not joined, mended from the list of findings.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PublicityTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_wait_is_drawn_set_to_seven_days_and_published()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.BeginAsync(browser, app, "公示与异议");
        await designer.ShowCanvasAsync();
        await designer.Shape("Step_1").ClickAsync();
        await designer.Page.Locator(".part[data-choice='plain.Wait']").ClickAsync();
        await Assertions.Expect(designer.Page.Locator("#element-name")).ToHaveValueAsync("等待一段时间");
        await Assertions.Expect(designer.Page.Locator("#timer-duration")).ToHaveValueAsync("1");
        await designer.SetAsync("timer-duration", "7");
        await designer.SetAsync("element-name", "公示七天");
        await designer.ExpectNameAsync("公示七天");
        await designer.Visitor.ShootAsync("publicity-canvas");

        await designer.ShowSimpleAsync();
        ILocator card = designer.Page.Locator(".simple-card", new() { HasText = "公示七天" });
        await Assertions.Expect(card).ToContainTextAsync("7日后自动往下走");
        await card.Locator(".simple-card-main").ClickAsync();
        await Assertions.Expect(designer.Page.Locator("#timer-duration")).ToHaveValueAsync("7");
        await designer.Visitor.ShootAsync("publicity-simple");
        await designer.PublishAsync("第一版");
        designer.Visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_inside_a_branch_that_is_waited_for_is_drawn_as_the_end_of_everything()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.BeginAsync(browser, app, "多部门会办");
        await designer.Page.Locator(".simple-plus").Last.ClickAsync();
        await designer.Page.Locator(".simple-choice", new() { HasText = "并行分支" }).ClickAsync();
        await designer.Page.Locator(".simple-branch").First.Locator(".simple-plus").First.ClickAsync();
        await designer.Page.Locator(".simple-choice", new() { HasText = "由一个人审批" }).ClickAsync();

        ILocator refused = designer.Page.Locator(".simple-end", new() { HasText = "未同意" });
        await Assertions.Expect(refused).ToContainTextAsync("整个流程到此结束");
        await refused.ClickAsync();
        ILocator endsAll = designer.Page.GetByLabel("走到这里，整个流程都结束");
        await Assertions.Expect(endsAll).ToBeCheckedAsync();
        await designer.Visitor.ShootAsync("branch-end");

        await endsAll.UncheckAsync();
        ILocator finding = designer.Page.Locator(".issue-list li", new() { HasText = "会一直等下去" });
        await Assertions.Expect(finding).ToBeVisibleAsync();
        await designer.Visitor.ShootAsync("branch-end-found");
        await finding.GetByRole(AriaRole.Button, new() { Name = "改为整个流程到此结束" }).ClickAsync();
        await Assertions.Expect(finding).ToHaveCountAsync(0);
        await Assertions.Expect(refused).ToContainTextAsync("整个流程到此结束");
        designer.Visitor.Complaints.ShouldBeEmpty();
    }
}
