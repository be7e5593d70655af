using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Platform.Host.Tests.Testing;
using Platform.Kernel.Execution;
using Platform.Runtime.Persistence;

namespace Platform.Host.Tests.Browser.Designer;

/// <summary>The use of a seal, drawn from nothing: what is sent back is copied to the head and mended on its way, and comes again.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SendBackTests(BrowserFixture browser)
{
    private const string Tenant = "qingyuan";

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_matter_that_is_sent_back_is_copied_mended_and_decided_again(int width)
    {
        await using var app = new HostApp();
        string key;
        await using (DesignerPage designer = await DesignerPage.BeginAsync(browser, app, "公章使用", width))
        {
            key = designer.Page.Url.Split('/')[^1];
            await DrawAsync(designer);
            await designer.Visitor.ShootAsync("sendback-drawn");
            designer.Visitor.Complaints.ShouldBeEmpty();
            (await Axe.ViolationsAsync(designer.Page)).ShouldBeEmpty();
            designer.Visitor.Forget(); // what the check itself put on the page
            await designer.ShowCanvasAsync();
            await designer.ExpectNameAsync("修改材料");
            await designer.Visitor.ShootAsync("sendback-canvas");
            await designer.PublishAsync("第一版");
            designer.Visitor.Complaints.ShouldBeEmpty();
        }

        await WalkAsync(app, key, width);
    }

    private static async Task DrawAsync(DesignerPage designer)
    {
        IPage page = designer.Page;
        await DescribeAsync(designer, "第一步", "科室审批", "starter.leader");
        foreach ((int number, string outcome) in new[] { (0, "同意"), (1, "退回修改") })
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "添加结果" }).ClickAsync();
            await Assertions.Expect(page.Locator($"#outcome-{number}")).ToHaveValueAsync($"结果{number + 1}");
            await designer.SetAsync($"outcome-{number}", outcome);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "按结果分支" }).ClickAsync();
        ILocator back = page.Locator(".simple-branch", new() { HasText = "退回修改" });
        await back.Locator(".simple-plus").First.ClickAsync();
        await Assertions.Expect(page.Locator(".simple-menu input:focus")).ToBeVisibleAsync();
        await designer.Visitor.ShootAsync("sendback-menu");
        await page.Keyboard.InsertTextAsync("回到");
        await new Hand.Keyboard(designer.Visitor).PressAsync(".simple-choice-back:has-text('回到：科室审批')");
        await Assertions.Expect(back.Locator(".simple-jump")).ToContainTextAsync("回到：科室审批");

        await back.Locator(".simple-plus").First.ClickAsync();
        await page.Locator(".simple-choice", new() { HasText = "抄送" }).First.ClickAsync();
        ILocator onward = back.Locator(".simple-branch", new() { HasText = "往下办" });
        await Assertions.Expect(onward.Locator(".simple-jump")).ToContainTextAsync("回到：科室审批");
        await onward.Locator(".simple-plus").First.ClickAsync();
        await page.Locator(".simple-choice", new() { HasText = "普通步骤" }).ClickAsync();
        await DescribeAsync(designer, "普通步骤", "修改材料", "starter");
        await Assertions.Expect(page.Locator(".issue-list h3")).ToHaveTextAsync("检查通过，没有发现问题。");
    }

    private static async Task DescribeAsync(DesignerPage designer, string step, string name, string who)
    {
        IPage page = designer.Page;
        await page.Locator(".simple-card-main", new() { HasText = step }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#element-name")).ToHaveValueAsync(step);
        await designer.SetAsync("element-name", name);
        await page.Locator("#who-way").SelectOptionAsync("按关系");
        await page.Locator("#who-value").SelectOptionAsync(who);
        await page.GetByRole(AriaRole.Button, new() { Name = "添加时限" }).ClickAsync();
        await Assertions.Expect(page.Locator(".simple-card", new() { HasText = name })).ToContainTextAsync("时限：3个工作日");
    }

    private async Task WalkAsync(HostApp app, string key, int width)
    {
        await using Official clerk = await Official.SignInAsync(browser, app, "dengji", width);
        await using Official head = await Official.SignInAsync(browser, app, "lianxi", width);
        await clerk.Page.GotoAsync("/start/" + key);
        await clerk.Live();
        await clerk.Page.Locator(".action-bar .button-main").ClickAsync();
        await clerk.Page.ArriveAsync("**/matters/**");
        Guid matter = Guid.Parse(clerk.Page.Url.Split('/')[^1]);

        await DoAsync(head, "科室审批", "退回修改");
        await DoAsync(clerk, "修改材料", null);
        await DoAsync(head, "阅知", null);
        await DoAsync(head, "科室审批", "同意");

        await using PlatformDb db = app.Services.GetRequiredService<PlatformDatabase>().CreateDbContext();
        (await db.Instances.Where(i => i.TenantId == Tenant && i.Id == matter).Select(i => i.Status).SingleAsync()).ShouldBe(InstanceStatus.Completed);
        head.Visitor.Complaints.ShouldBeEmpty();
        clerk.Visitor.Complaints.ShouldBeEmpty();
    }

    private static async Task DoAsync(Official person, string step, string? outcome)
    {
        await person.OpenTaskAsync(step);
        await person.FillAsync(outcome);
        await person.Visitor.ShootAsync("sendback-" + step);
        string here = person.Page.Url;
        await person.Page.Locator(".action-bar .button-main").ClickAsync();
        await person.Page.ArriveAsync(url => url != here);
    }
}
