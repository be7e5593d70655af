using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser.Designer;

[Collection(BrowserCollection.Name)]
public sealed class LossTests(BrowserFixture browser)
{
    private const int TwoSeconds = 2_000;

    [Fact]
    public async Task What_is_drawn_while_the_server_is_gone_is_offered_when_it_is_back()
    {
        string data = Directory.CreateTempSubdirectory("shanzhi-loss-").FullName;
        await using CuttableLine line = new();
        await using HostApp first = new HostApp().With("Data:Directory", data);
        line.LeadTo(first);
        await using DesignerPage designer = await DesignerPage.BeginAsync(browser, line.Address, "断线");
        await designer.ShowCanvasAsync();
        await designer.Shape("Step_1").ClickAsync();
        await designer.SetAsync("element-name", "断线以前");
        await designer.ExpectNameAsync("断线以前");
        await designer.Page.WaitForTimeoutAsync(TwoSeconds);
        await designer.ExpectSavedAsync();

        line.Cut();
        await first.DisposeAsync();
        await designer.Page.EvaluateAsync("() => document.querySelector('.djs-container svg').focus()");
        await designer.Page.Keyboard.PressAsync("a");
        await designer.Page.Locator(".djs-popup-search input:focus").WaitForAsync();
        await designer.Page.Locator(".djs-popup-search input").FillAsync("按决策表判断");
        await Assertions.Expect(designer.Page.Locator(".djs-popup .entry.selected")).ToContainTextAsync("按决策表判断");
        await designer.Page.Keyboard.PressAsync("Enter");
        await designer.ExpectNameAsync("按决策表判断");
        await designer.Page.WaitForTimeoutAsync(TwoSeconds);
        await using HostApp second = new HostApp().With("Data:Directory", data);
        line.LeadTo(second);
        await designer.Page.ReloadAsync();
        await designer.LiveAsync();

        await designer.Page.GetByRole(AriaRole.Button, new() { Name = "恢复", Exact = true }).ClickAsync();
        await Assertions.Expect(designer.Page.Locator(".simple-card-name", new() { HasText = "断线以前" })).ToBeVisibleAsync();
        await Assertions.Expect(designer.Page.Locator(".simple-card-name", new() { HasText = "按决策表判断" })).ToBeVisibleAsync();
        await designer.ExpectSavedAsync();
        await designer.Page.ReloadAsync();
        await designer.LiveAsync();
        await Assertions.Expect(designer.Page.Locator(".design-notice")).ToHaveCountAsync(0);
        await Assertions.Expect(designer.Page.Locator(".simple-card-name", new() { HasText = "按决策表判断" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_tab_closed_in_the_middle_of_work_loses_nothing_older_than_two_seconds()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.BeginAsync(browser, app, "关闭标签页");
        await designer.ShowCanvasAsync();
        await designer.Shape("Step_1").ClickAsync();
        await designer.Page.Locator(".part[data-choice='plain.User']").ClickAsync();
        await designer.ExpectNameAsync("普通步骤");
        await designer.SetAsync("element-name", "刚刚改的名称");
        string url = designer.Page.Url;

        await designer.Page.WaitForTimeoutAsync(TwoSeconds);
        IPage another = await designer.Page.Context.NewPageAsync();
        await designer.Page.CloseAsync();
        await another.GotoAsync(url);

        await Assertions.Expect(another.Locator(".simple-card-name", new() { HasText = "刚刚改的名称" })).ToBeVisibleAsync(new() { Timeout = 15_000 });
    }

    [Theory]
    [InlineData("element-name", "正在输入的名称")]
    [InlineData("element-note", "请核对请假天数\n再签署意见")]
    public async Task What_stands_in_a_field_that_was_not_left_is_kept_too(string field, string text)
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.BeginAsync(browser, app, "正在输入");
        await designer.Page.Locator(".simple-human .simple-card-main").ClickAsync();
        await designer.Page.Locator("#" + field).FillAsync("");
        await designer.Page.Locator("#" + field).PressSequentiallyAsync(text, new() { Delay = 20 });
        string url = designer.Page.Url;

        await designer.Page.WaitForTimeoutAsync(TwoSeconds);
        IPage another = await designer.Page.Context.NewPageAsync();
        await designer.Page.CloseAsync();
        await another.GotoAsync(url);
        await another.Locator(".process-designer[data-ready]").WaitForAsync();
        await another.Locator(".simple-human .simple-card-main").ClickAsync();

        await Assertions.Expect(another.Locator("#" + field)).ToHaveValueAsync(text);
    }

    [Fact]
    public async Task Whoever_was_overtaken_does_not_lose_their_work_by_leaving()
    {
        await using var app = new HostApp();
        await using DesignerPage mine = await DesignerPage.BeginAsync(browser, app, "没选就离开");
        string here = mine.Page.Url;
        await using DesignerPage theirs = await DesignerPage.OpenAsync(browser, app, here.Split('/')[^1]);
        await OvertakeAsync(mine, theirs);

        await mine.Page.Locator("a:text-is('试运行')").ClickAsync();
        ILocator asked = mine.Page.Locator(".design-notice", new() { HasText = "还有修改没有保存" });
        await Assertions.Expect(asked.GetByRole(AriaRole.Button, new() { Name = "留在这里" })).ToBeFocusedAsync();
        await mine.Visitor.ShootAsync("leave-unsaved");
        mine.Page.Url.ShouldBe(here);
        await asked.GetByRole(AriaRole.Button, new() { Name = "留在这里" }).ClickAsync();
        await Assertions.Expect(asked).ToHaveCountAsync(0);

        await mine.Page.GetByRole(AriaRole.Button, new() { Name = "用我的内容", Exact = true }).ClickAsync();
        await Assertions.Expect(mine.Page.Locator(".design-notice")).ToHaveCountAsync(0);
        await mine.Page.Locator("a:text-is('试运行')").ClickAsync();
        await mine.Page.ArriveAsync("**/rehearse");
        mine.Visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_was_overtaken_may_leave_without_their_work_when_they_say_so()
    {
        await using var app = new HostApp();
        await using DesignerPage mine = await DesignerPage.BeginAsync(browser, app, "不要了", width: 390);
        await using DesignerPage theirs = await DesignerPage.OpenAsync(browser, app, mine.Page.Url.Split('/')[^1]);
        await OvertakeAsync(mine, theirs);

        await mine.Page.Locator("a:text-is('试运行')").ClickAsync();
        await mine.Page.GetByRole(AriaRole.Button, new() { Name = "不保存，直接离开" }).WaitForAsync();
        await mine.Visitor.ShootAsync("leave-unsaved");
        await mine.Page.GetByRole(AriaRole.Button, new() { Name = "不保存，直接离开" }).ClickAsync();

        await mine.Page.ArriveAsync("**/rehearse");
        mine.Visitor.Complaints.ShouldBeEmpty();
    }

    /// <summary>The other one keeps a name first, so that mine waits for a choice.</summary>
    private static async Task OvertakeAsync(DesignerPage mine, DesignerPage theirs)
    {
        await theirs.Page.Locator(".simple-human .simple-card-main").ClickAsync();
        await theirs.SetAsync("element-name", "对方的名称");
        await Assertions.Expect(theirs.Page.Locator(".simple-card-name", new() { HasText = "对方的名称" })).ToBeVisibleAsync();
        await theirs.ExpectSavedAsync();
        await mine.Page.Locator(".simple-human .simple-card-main").ClickAsync();
        await mine.SetAsync("element-name", "我的名称");
        await Assertions.Expect(mine.Page.GetByRole(AriaRole.Button, new() { Name = "用我的内容", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Two_who_work_at_once_choose_and_lose_nothing()
    {
        await using var app = new HostApp();
        await using DesignerPage mine = await DesignerPage.BeginAsync(browser, app, "两个人一起改");
        await using DesignerPage theirs = await DesignerPage.OpenAsync(browser, app, mine.Page.Url.Split('/')[^1]);
        await theirs.Page.Locator(".simple-human .simple-card-main").ClickAsync();
        await theirs.SetAsync("element-name", "对方的名称");
        await theirs.ExpectSavedAsync();

        await mine.Page.Locator(".simple-human .simple-card-main").ClickAsync();
        await mine.SetAsync("element-name", "我的名称");
        await mine.Page.GetByRole(AriaRole.Button, new() { Name = "用我的内容", Exact = true }).ClickAsync();

        await mine.ExpectSavedAsync();
        await Assertions.Expect(mine.Page.Locator(".simple-card-name", new() { HasText = "我的名称" })).ToBeVisibleAsync();
        await mine.Page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await Assertions.Expect(mine.Page.Locator(".simple-card-name", new() { HasText = "对方的名称" })).ToBeVisibleAsync();
    }
}
