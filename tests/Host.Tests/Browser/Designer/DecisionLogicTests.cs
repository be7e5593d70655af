using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser.Designer;

/// <summary>An administrator writes logic of several boxes, with a table inside, and finds the way between decisions on the drawing.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DecisionLogicTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_table_inside_a_step_is_made_filled_tried_and_undone(int width)
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin", width);
        var look = new Look();
        var page = admin.Page;
        await BeginAsync(admin, "承诺时限", "Steps");

        // The result of the steps first, then a step before it that is a table.
        await page.GetByLabel("结果的计算式").FillAsync("if 加急 then 1 else 天数");
        await page.GetByRole(AriaRole.Button, new() { Name = "加一步" }).ClickAsync();
        await page.GetByLabel("第 1 步的名称").FillAsync("天数");
        await page.GetByLabel("第 1 步的名称").BlurAsync();
        await page.GetByLabel("天数的计算式").FillAsync("5");
        await page.GetByLabel("天数的写法").SelectOptionAsync("Table");
        var grid = page.GetByRole(AriaRole.Grid);
        await Assertions.Expect(grid).ToContainTextAsync("新条件");
        await grid.Locator("thead button").First.ClickAsync();
        await page.GetByLabel("判断哪个变量", new() { Exact = true }).Last.FillAsync("类别");
        await page.GetByLabel("判断哪个变量", new() { Exact = true }).Last.BlurAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "关闭" }).ClickAsync();
        await WriteAsync(page, 0, 0, "物业");
        await page.Locator("[role=toolbar]", new() { HasText = "在下面插入" }).GetByRole(AriaRole.Button, new() { Name = "在下面插入" }).ClickAsync();
        await WriteAsync(page, 1, 1, "9");
        await look.ShootAsync(admin, "logic-inner-table");

        await page.GetByRole(AriaRole.Button, new() { Name = "由流程提供" }).ClickAsync();
        await Assertions.Expect(page.Locator(".logic-issues .is-fine")).ToBeVisibleAsync();
        var trial = page.Locator(".table-trial");
        await trial.GetByLabel("类别").FillAsync("物业");
        await trial.GetByLabel("类别").BlurAsync();
        await trial.GetByRole(AriaRole.Button, new() { Name = "试一试" }).ClickAsync();
        await Assertions.Expect(page.Locator(".trial-answer")).ToContainTextAsync("结论：5");

        // Undo goes back through the table's cells as through everything else.
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await Assertions.Expect(Cell(page, 1, 1)).ToHaveTextAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "重做" }).ClickAsync();
        await Assertions.Expect(Cell(page, 1, 1)).ToContainTextAsync("9");
        look.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Every_way_of_writing_can_be_chosen_and_read(int width)
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin", width);
        var look = new Look();
        var page = admin.Page;
        await BeginAsync(admin, "分步", "Steps");

        foreach (var form in new[] { "List", "Choice", "Iteration", "Filter", "Relation", "Function", "Call" })
        {
            await page.GetByLabel("结果的写法").SelectOptionAsync(form);
            await Assertions.Expect(page.Locator($".step div.box-{form.ToLowerInvariant()}")).ToBeVisibleAsync();
            await look.ShootAsync(admin, $"logic-form-{form.ToLowerInvariant()}");
        }

        look.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task The_drawing_shows_what_each_decision_needs_and_leads_to_it(int width)
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin", width);
        var look = new Look();
        var page = admin.Page;
        await look.VisitAsync(admin, "/decisions/design/dispatch", "drawing-closed");
        await page.Locator(".decision-drawing summary").ClickAsync();
        var drawing = page.Locator(".decision-drawing svg");
        await Assertions.Expect(drawing.GetByRole(AriaRole.Button, new() { Name = "决策：督办线" })).ToBeVisibleAsync();
        await look.ShootAsync(admin, "drawing-open");
        await page.GetByLabel("按列重新排开").CheckAsync();
        await Assertions.Expect(drawing).ToBeVisibleAsync();
        await look.ShootAsync(admin, "drawing-columns");

        await drawing.GetByRole(AriaRole.Button, new() { Name = "决策：督办线" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("table[role=grid]")).ToContainTextAsync("超期天数");
        await Assertions.Expect(drawing.Locator("[aria-current=true]")).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("^决策：督办线"));

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "存成图片" }).ClickAsync());
        var svg = await File.ReadAllTextAsync(await download.PathAsync());
        svg.ShouldContain("督办线");
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "存成文件" }).ClickAsync());
        (await File.ReadAllTextAsync(await file.PathAsync())).ShouldContain("DMNShape");
        look.Complaints.ShouldBeEmpty();
    }

    private static async Task BeginAsync(Official admin, string name, string form)
    {
        await admin.Page.GotoAsync("/decisions");
        await admin.Live();
        await admin.Page.Locator("#new-decision-name").FillAsync(name);
        await admin.Page.Locator("#new-decision-form").SelectOptionAsync(form);
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "新建", Exact = true }).ClickAsync();
        await admin.Page.ArriveAsync("**/decisions/design/**");
        await admin.Live();
    }

    private static async Task WriteAsync(IPage page, int rule, int column, string text)
    {
        await Cell(page, rule, column).ClickAsync();
        await Assertions.Expect(page.Locator($"input.cell-input[data-r='{rule}'][data-c='{column}']")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(Cell(page, rule, column)).ToHaveTextAsync(text);
    }

    private static ILocator Cell(IPage page, int rule, int column) => page.Locator($"tr[data-row='{rule}'] td[data-c='{column}']");
}
