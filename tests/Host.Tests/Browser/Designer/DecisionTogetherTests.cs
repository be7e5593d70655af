using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser.Designer;

/// <summary>Two administrators work on decisions of one file at the same time.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DecisionTogetherTests(BrowserFixture browser)
{
    [Fact]
    public async Task What_two_people_change_in_different_tables_of_one_file_is_published_together()
    {
        await using var app = new HostApp();
        await using var first = await OpenAsync(app, "supervision-line");
        await using var second = await OpenAsync(app, "dispatch");
        var look = new Look();

        await WriteAsync(first.Page, 0, 0, "7");
        await WriteAsync(second.Page, 1, 1, "城市管理与综合执法");
        await PublishAsync(first.Page, "督办线改为七天");
        await Assertions.Expect(first.Page.Locator(".table-answer")).ToContainTextAsync("已发布第 2 版");
        await PublishAsync(second.Page, "派单调整");

        // then the second one is told what was taken over, and both changes are in force
        await Assertions.Expect(second.Page.Locator(".table-answer", new() { HasText = "与您的修改不冲突" })).ToBeVisibleAsync();
        await Assertions.Expect(second.Page.Locator(".table-answer", new() { HasText = "已发布第 3 版" })).ToBeVisibleAsync();
        await look.ShootAsync(second, "together-joined");
        await first.Page.ReloadAsync();
        await first.Live();
        await Assertions.Expect(first.Page.Locator("input.cell-input[data-r='0'][data-c='0']")).ToHaveValueAsync("7");
        await first.Page.GotoAsync("/decisions/design/dispatch");
        await first.Live();
        await Assertions.Expect(Cell(first.Page, 1, 1)).ToHaveTextAsync("城市管理与综合执法");
        look.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task What_two_people_change_in_one_table_is_chosen_and_the_other_can_be_undone_to(int width)
    {
        await using var app = new HostApp();
        await using var first = await OpenAsync(app, "supervision-line", width);
        await using var second = await OpenAsync(app, "supervision-line", width);
        var look = new Look();

        await WriteAsync(first.Page, 0, 0, "7");
        await Assertions.Expect(first.Page.Locator(".table-saved")).ToHaveTextAsync("已保存");
        await WriteAsync(second.Page, 0, 0, "9");

        var notice = second.Page.GetByRole(AriaRole.Alertdialog);
        await Assertions.Expect(notice).ToContainTextAsync("别人刚刚保存了更新的内容");
        await look.ShootAsync(second, "together-conflict");
        await notice.GetByRole(AriaRole.Button, new() { Name = "用对方的内容" }).ClickAsync();
        await Assertions.Expect(Cell(second.Page, 0, 0)).ToHaveTextAsync("7");
        await Assertions.Expect(notice).ToHaveCountAsync(0);
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await Assertions.Expect(Cell(second.Page, 0, 0)).ToHaveTextAsync("9");
        look.Complaints.ShouldBeEmpty();
    }

    private async Task<Official> OpenAsync(HostApp app, string decision, int width = 1440)
    {
        var person = await Official.SignInAsync(browser, app, "admin", width);
        await person.Page.GotoAsync($"/decisions/design/{decision}");
        await person.Live();
        return person;
    }

    private static async Task WriteAsync(IPage page, int rule, int column, string text)
    {
        await Cell(page, rule, column).ClickAsync();
        await Assertions.Expect(page.Locator($"input.cell-input[data-r='{rule}'][data-c='{column}']")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Cell(page, rule, column)).ToHaveTextAsync(text);
    }

    private static async Task PublishAsync(IPage page, string note)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await page.Locator("#table-note").FillAsync(note);
        await page.GetByRole(AriaRole.Button, new() { Name = "确认发布" }).ClickAsync();
    }

    private static ILocator Cell(IPage page, int rule, int column) => page.Locator($"tr[data-row='{rule}'] td[data-c='{column}']");
}
