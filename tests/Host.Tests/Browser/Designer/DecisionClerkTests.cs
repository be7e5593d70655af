using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser.Designer;

/// <summary>Somebody who knows spreadsheets writes the promised time limits: a table of six rules, a calculation on it, a trial, and a process that asks.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DecisionClerkTests(BrowserFixture browser)
{
    private static readonly string[] Kinds = ["物业", "供水", "供暖", "噪声", "道路", "其他"];

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Promised_time_limits_are_written_tried_published_and_asked(int width)
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin", width);
        var look = new Look();
        var page = admin.Page;
        await page.GotoAsync("/decisions");
        await admin.Live();
        await page.Locator("#new-decision-name").FillAsync("承诺时限");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建", Exact = true }).ClickAsync();
        await page.ArriveAsync("**/decisions/design/**");
        await admin.Live();
        await look.ShootAsync(admin, "clerk-empty");

        // The heading is what the column asks about; nothing else has to be filled in.
        await page.Locator("table[role=grid] thead button").First.ClickAsync();
        await page.GetByLabel("列名").FillAsync("事项");
        await page.GetByLabel("列名").BlurAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "关闭" }).ClickAsync();

        // Typed like a list: Tab goes on, behind the last cell a new rule begins.
        await page.Locator("tr[data-row='0'] td[data-c='0']").ClickAsync();
        for (var rule = 0; rule < Kinds.Length; rule++)
        {
            await Assertions.Expect(page.Locator($"input.cell-input[data-r='{rule}'][data-c='0']")).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync(Kinds[rule]);
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(page.Locator($"input.cell-input[data-r='{rule}'][data-c='1']")).ToBeFocusedAsync();
            await page.Keyboard.TypeAsync((rule + 3).ToString(System.Globalization.CultureInfo.InvariantCulture));
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(page.Locator($"input.cell-input[data-r='{rule}'][data-c='2']")).ToBeFocusedAsync();
            if (rule + 1 < Kinds.Length)
            {
                await page.Keyboard.PressAsync("Tab");
            }
        }

        await Assertions.Expect(page.Locator("tr[data-row='5'] td[data-c='1']")).ToHaveTextAsync("8");
        var trial = page.Locator(".table-trial");
        await trial.GetByLabel("事项").FillAsync("供水");
        await trial.GetByLabel("事项").BlurAsync();
        await trial.GetByRole(AriaRole.Button, new() { Name = "试一试" }).ClickAsync();
        await Assertions.Expect(page.Locator(".trial-answer")).ToContainTextAsync("结论：4");
        await look.ShootAsync(admin, "clerk-table");

        // A calculation that uses the table.
        await page.Locator(".decision-outline summary").ClickAsync();
        await page.Locator("#outline-name").FillAsync("加急时限");
        await page.GetByRole(AriaRole.Button, new() { Name = "加入", Exact = true }).ClickAsync();
        await page.Locator(".logic-pane textarea").First.FillAsync("ceiling(承诺时限 / 2)");
        await Assertions.Expect(page.Locator(".logic-issues .is-fine")).ToBeVisibleAsync();
        await trial.GetByLabel("承诺时限").FillAsync("5");
        await trial.GetByLabel("承诺时限").BlurAsync();
        await trial.GetByRole(AriaRole.Button, new() { Name = "试一试" }).ClickAsync();
        await Assertions.Expect(page.Locator(".trial-answer")).ToContainTextAsync("结论：3");
        await page.Locator(".decision-drawing summary").ClickAsync();
        await Assertions.Expect(page.Locator(".decision-drawing svg")).ToContainTextAsync("加急时限");
        await look.ShootAsync(admin, "clerk-calculation");

        await page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await page.Locator("#table-note").FillAsync("按承诺制定");
        await page.GetByRole(AriaRole.Button, new() { Name = "确认发布" }).ClickAsync();
        await Assertions.Expect(page.Locator(".table-answer")).ToContainTextAsync("已发布第 1 版");

        look.Complaints.ShouldBeEmpty();

        // A step of a process can ask it from then on.
        if (width > 720)
        {
            await using var designer = await DesignerPage.OpenAsync(browser, app, "shiquan-three-ledgers", width);
            await designer.ShowCanvasAsync();
            await designer.Shape("limits").ClickAsync();
            var choice = designer.Page.Locator("#rule-decision");
            await Assertions.Expect(choice.Locator("option:checked")).ToHaveTextAsync("办理时限");
            await choice.SelectOptionAsync(new SelectOptionValue { Label = "加急时限" });
            await designer.ExpectSavedAsync();
            await designer.Admin.Visitor.ShootAsync("clerk-process");
        }
    }
}
