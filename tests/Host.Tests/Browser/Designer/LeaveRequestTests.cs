using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser.Designer;

/// <summary>A newcomer's first process: a leave request with a form, two branches and deadlines, from nothing to the second approval.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LeaveRequestTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_leave_request_is_drawn_published_asked_for_and_decided(int width)
    {
        await using var app = new HostApp();
        string key;
        await using (DesignerPage designer = await DesignerPage.BeginAsync(browser, app, "请假申请", width))
        {
            key = designer.Page.Url.Split('/')[^1];
            await DrawFormAsync(designer.Page);
            await designer.LiveAsync();
            await DrawStepsAsync(designer);
            await designer.Visitor.ShootAsync("leave-drawn");
            await designer.PublishAsync("第一版");
            designer.Visitor.Complaints.ShouldBeEmpty();
        }

        await AskAsync(app, key, width);
        await DecideAsync(app, "部门负责人审批", width);
        await DecideAsync(app, "分管领导审批", width);
    }

    private static async Task DrawFormAsync(IPage page)
    {
        await CardAsync(page, "开始");
        await page.GetByText("新建表单").ClickAsync();
        await page.GetByLabel("新表单的标题").FillAsync("请假单");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建", Exact = true }).ClickAsync();
        await AddFieldAsync(page, "数字", "请假天数");
        await page.GetByLabel("是否必填").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await AddFieldAsync(page, "多行文字", "事由");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("已保存到草稿");
        await page.GetByRole(AriaRole.Link, new() { Name = "返回设计" }).ClickAsync();
    }

    private static async Task AddFieldAsync(IPage page, string kind, string name)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = kind, Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("名称", new() { Exact = true })).ToHaveValueAsync(kind);
        await page.GetByLabel("名称", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("名称", new() { Exact = true }).BlurAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(name);
    }

    private static async Task DrawStepsAsync(DesignerPage designer)
    {
        IPage page = designer.Page;
        await CardAsync(page, "开始");
        await Assertions.Expect(page.GetByLabel("填哪张表单").Locator("option")).ToHaveCountAsync(2);
        await page.GetByLabel("填哪张表单").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await DescribeAsync(designer, "第一步", "部门负责人审批");

        await page.Locator(".simple-plus").Last.ClickAsync();
        await page.Locator(".simple-choice", new() { HasText = "条件分支" }).ClickAsync();
        await page.GetByText("分支 1", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "添加条件" })).ToBeVisibleAsync();
        await designer.SetAsync("element-name", "三天以上");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加条件" }).ClickAsync();
        await page.Locator(".panel-clause select").First.SelectOptionAsync("请假天数");
        await Assertions.Expect(page.Locator(".panel-clause input").Last).ToHaveValueAsync("0");
        await page.Locator(".panel-clause select").Nth(1).SelectOptionAsync("大于");
        await page.Locator(".panel-clause input").Last.FillAsync("3");
        await page.Locator(".panel-clause input").Last.BlurAsync();
        await Assertions.Expect(page.Locator(".simple-branch").First).ToContainTextAsync("请假天数 大于 3");

        await page.Locator(".simple-branch").First.Locator(".simple-plus").First.ClickAsync();
        await page.Locator(".simple-choice", new() { HasText = "普通步骤" }).ClickAsync();
        await DescribeAsync(designer, "普通步骤", "分管领导审批");
        await Assertions.Expect(page.Locator(".issue-list h3")).ToHaveTextAsync("检查通过，没有发现问题。");
        await Assertions.Expect(page.Locator(".simple-issue")).ToHaveCountAsync(0);
    }

    private static async Task DescribeAsync(DesignerPage designer, string step, string name)
    {
        await CardAsync(designer.Page, step);
        await Assertions.Expect(designer.Page.Locator("#element-name")).ToHaveValueAsync(step);
        await designer.SetAsync("element-name", name);
        await designer.Page.Locator("#who-way").SelectOptionAsync("按关系");
        await designer.Page.GetByRole(AriaRole.Button, new() { Name = "添加时限" }).ClickAsync();
        await Assertions.Expect(designer.Page.Locator(".simple-card", new() { HasText = name })).ToContainTextAsync("时限：3个工作日");
    }

    private static Task CardAsync(IPage page, string name) => page.Locator(".simple-card-main", new() { HasText = name }).First.ClickAsync();

    private async Task AskAsync(HostApp app, string key, int width)
    {
        await using Official clerk = await Official.SignInAsync(browser, app, "dengji", width);
        await clerk.Page.GotoAsync("/start/" + key);
        await clerk.Live();
        await clerk.Page.GetByLabel("请假天数").FillAsync("5");
        await clerk.Page.GetByLabel("事由").FillAsync("探望老人");
        await clerk.Page.Locator(".action-bar .button-main").ClickAsync();
        await clerk.Page.ArriveAsync("**/matters/**");
        await Assertions.Expect(clerk.Page.Locator("main")).ToContainTextAsync("探望老人");
        clerk.Visitor.Complaints.ShouldBeEmpty();
    }

    /// <summary>Whoever decides sees what is asked.</summary>
    private async Task DecideAsync(HostApp app, string step, int width)
    {
        await using Official head = await Official.SignInAsync(browser, app, "lianxi", width);
        await head.Page.GotoAsync("/inbox");
        await head.Live();
        await head.Page.Locator($".inbox-item:has-text('{step}') a.title").ClickAsync();
        await head.Page.ArriveAsync("**/tasks/**");
        await head.Live();
        await Assertions.Expect(head.Page.Locator("main")).ToContainTextAsync("探望老人");
        await Assertions.Expect(head.Page.Locator("main")).ToContainTextAsync("剩 3 个工作日");
        await head.Visitor.ShootAsync("leave-" + step);
        string here = head.Page.Url;
        await head.Page.Locator(".action-bar .button-main").ClickAsync();
        await head.Page.ArriveAsync(url => url != here);
        head.Visitor.Complaints.ShouldBeEmpty();
    }
}
