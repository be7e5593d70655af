using System.Text;
using Microsoft.Playwright;
using Platform.Host.Setup;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser.Designer;

/// <summary>An administrator works on decisions with the mouse and with offers, writes one that is no table, and is told what is wrong with a file.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DecisionWorkTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(1440, false)]
    [InlineData(390, true)]
    public async Task Rules_and_columns_are_dragged_and_cells_are_completed(int width, bool isLarge)
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin", width);
        var look = new Look();
        var page = admin.Page;
        if (isLarge)
        {
            await page.Context.AddCookiesAsync([new Cookie { Name = RequestLook.Cookie, Value = RequestLook.Large, Url = app.Address }]);
        }
        await look.VisitAsync(admin, "/decisions/design/dispatch", "work-table");

        // Codes show as the words of their list.
        await Assertions.Expect(Cell(page, 1, 0)).ToHaveTextAsync("县");
        await Assertions.Expect(Cell(page, 1, 3)).ToHaveTextAsync("清源县水利局");

        // A rule is taken by its number and dropped below the third one; a line shows where.
        await Number(page, 2).HoverAsync();
        await page.Mouse.DownAsync();
        await Number(page, 0).HoverAsync(new() { Position = new() { X = 8, Y = 4 } });
        await Number(page, 0).HoverAsync(new() { Position = new() { X = 10, Y = 5 } });
        await Assertions.Expect(page.Locator(".drop-line")).ToBeVisibleAsync();
        await admin.Visitor.ShootAsync("work-dragging");
        await page.Mouse.UpAsync();
        await Assertions.Expect(Cell(page, 0, 1)).ToHaveTextAsync("住房建设");
        await Assertions.Expect(page.Locator(".drop-line")).ToHaveCountAsync(0);

        if (width > 720)
        {
            // A column goes among its kind only.
            await Heading(page, 0).DragToAsync(Heading(page, 1), new() { TargetPosition = new() { X = 60, Y = 20 } });
            await Assertions.Expect(Heading(page, 1)).ToContainTextAsync("层级");
            await Heading(page, 0).DragToAsync(Heading(page, 3));
            await Assertions.Expect(Heading(page, 0)).ToContainTextAsync("事项类别");
            await page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
            await Assertions.Expect(Heading(page, 0)).ToContainTextAsync("层级");
        }

        // A unit is found by part of its name, chosen with the keys, and kept as its code.
        await GoToAsync(page, 1, 3);
        await page.Keyboard.TypeAsync("教育");
        await Assertions.Expect(page.Locator(".offers li").First).ToContainTextAsync("教育体育");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("input.cell-input[aria-activedescendant]")).ToHaveCountAsync(1);
        await look.ShootAsync(admin, "work-offers");

        // The picture changed the window's size, which puts the list away; one more letter brings it back.
        await page.Keyboard.TypeAsync("体");
        await Assertions.Expect(page.Locator(".offers li").First).ToContainTextAsync("教育体育");
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(page.Locator("input.cell-input[aria-activedescendant]")).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Cell(page, 1, 3)).ToContainTextAsync("教育体育");

        // An expression completes functions, and shows where it is wrong.
        await GoToAsync(page, 4, 3);
        await page.Keyboard.TypeAsync("= contai");
        await Assertions.Expect(page.Locator(".offers li", new() { HasText = "contains" }).First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("input.cell-input")).ToHaveValueAsync("= contains(");
        await page.Keyboard.TypeAsync("category, )");
        await Assertions.Expect(page.Locator(".table-say mark")).ToBeVisibleAsync();
        await look.ShootAsync(admin, "work-wrong");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("Escape");

        // A word that is in no list is told.
        await GoToAsync(page, 5, 3);
        await page.Keyboard.TypeAsync("没有这个局");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("td.is-wrong")).ToHaveCountAsync(1);
        await look.ShootAsync(admin, "work-faults");

        look.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_types_faster_than_the_line_loses_no_key()
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin");
        var page = admin.Page;
        await page.GotoAsync("/decisions/design/supervision-line");
        await admin.Live();
        await GoToAsync(page, 0, 0);

        foreach (var key in new[] { "7", "Enter", "8", "Enter", "9", "Tab", "1", "2", "Enter" })
        {
            await page.Keyboard.PressAsync(key);
        }

        await Assertions.Expect(Cell(page, 0, 0)).ToHaveTextAsync("7");
        await Assertions.Expect(Cell(page, 1, 0)).ToHaveTextAsync("8");
        await Assertions.Expect(Cell(page, 2, 0)).ToHaveTextAsync("9");
        await Assertions.Expect(Cell(page, 2, 1)).ToHaveTextAsync("12");
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_decision_that_is_no_table_is_written_tried_and_published(int width)
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin", width);
        var look = new Look();
        var page = admin.Page;
        await look.VisitAsync(admin, "/decisions", "logic-list");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("请先写名称");
        await page.Locator("#new-decision-name").FillAsync("困难群众临时救助金额");
        await page.Locator("#new-decision-form").SelectOptionAsync("Expression");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建", Exact = true }).ClickAsync();
        await page.ArriveAsync("**/decisions/design/**");
        await admin.Live();

        // Typed with a mistake, which is shown where it stands; then completed.
        var field = page.Locator(".logic-pane textarea").First;
        await field.FillAsync("min(5000, 人口 * ");
        await Assertions.Expect(page.Locator(".logic-pane mark")).ToBeVisibleAsync();
        await look.ShootAsync(admin, "logic-wrong");
        await field.PressSequentiallyAsync("标准)");
        await page.GetByRole(AriaRole.Button, new() { Name = "由流程提供" }).ClickAsync();
        await Assertions.Expect(page.Locator(".logic-issues .is-fine")).ToBeVisibleAsync();

        // As steps: the expression goes on as the result.
        await page.Locator(".logic-head").GetByLabel("写法").SelectOptionAsync("Steps");
        await page.GetByRole(AriaRole.Button, new() { Name = "加一步" }).ClickAsync();
        await page.GetByLabel("第 1 步的名称").FillAsync("每人");
        await page.GetByLabel("第 1 步的名称").BlurAsync();
        await page.GetByLabel("每人的计算式").FillAsync("标准 * 0.8");
        await page.GetByLabel("结果的计算式").FillAsync("min(5000, 人口 * 每人)");
        await Assertions.Expect(page.Locator(".step")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator(".logic-issues .is-fine")).ToBeVisibleAsync();
        var trial = page.Locator(".table-trial");
        await trial.GetByLabel("人口").FillAsync("3");
        await trial.GetByLabel("标准").FillAsync("1000");
        await trial.GetByLabel("标准").BlurAsync();
        await trial.GetByRole(AriaRole.Button, new() { Name = "试一试" }).ClickAsync();
        await Assertions.Expect(page.Locator(".trial-answer")).ToContainTextAsync("结论：2400");
        await look.ShootAsync(admin, "logic-steps");

        // Another decision in the same file builds on it.
        await page.Locator(".decision-outline summary").ClickAsync();
        await page.Locator("#outline-name").FillAsync("是否报县级审批");
        await page.GetByRole(AriaRole.Button, new() { Name = "加入", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".logic-head h2")).ToHaveTextAsync("是否报县级审批");
        await page.Locator(".logic-pane textarea").First.FillAsync("困难群众临时救助金额 > 2000");
        await Assertions.Expect(page.Locator(".decision-outline li", new() { HasText = "是否报县级审批" })).ToContainTextAsync("需要：困难群众临时救助金额");
        await look.ShootAsync(admin, "logic-outline");

        await page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await page.Locator("#table-note").FillAsync("按民政局救助标准制定");
        await page.GetByRole(AriaRole.Button, new() { Name = "确认发布" }).ClickAsync();
        await Assertions.Expect(page.Locator(".table-answer")).ToContainTextAsync("已发布第 1 版");
        await page.ReloadAsync();
        await admin.Live();
        await Assertions.Expect(page.GetByLabel("结果的计算式")).ToHaveValueAsync("min(5000, 人口 * 每人)");
        look.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_cannot_be_taken_says_why_and_a_good_one_can_be_undone()
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin");
        var page = admin.Page;
        await page.GotoAsync("/decisions/design/urgency-level");
        await admin.Live();

        await ImportAsync(page, "恶意.dmn", Encoding.UTF8.GetBytes("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"));
        await Assertions.Expect(page.Locator(".table-answer")).ToContainTextAsync("文档类型声明");
        await ImportAsync(page, "照片.dmn", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16]);
        await Assertions.Expect(page.Locator(".table-answer")).ToContainTextAsync("“照片.dmn”没有导入");
        await ImportAsync(page, "很大.dmn", new byte[6 * 1024 * 1024]);
        await Assertions.Expect(page.Locator(".table-answer")).ToContainTextAsync("“很大.dmn”太大");
        await admin.Visitor.ShootAsync("import-refused");
        await ImportAsync(page, "新表.dmn", Encoding.UTF8.GetBytes("""
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="x" namespace="x"><decision id="other" name="紧急度">
            <decisionTable id="t" hitPolicy="FIRST"><input label="情形"><inputExpression><text>text</text></inputExpression></input><output label="紧急程度"/>
            <rule><inputEntry><text>"&lt;script&gt;alert(1)&lt;/script&gt;"</text></inputEntry><outputEntry><text>"特急"</text></outputEntry></rule></decisionTable></decision></definitions>
            """));
        await Assertions.Expect(page.Locator(".table-answer")).ToContainTextAsync("已导入“新表.dmn”");
        await Assertions.Expect(Cell(page, 0, 1)).ToContainTextAsync("特急");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await Assertions.Expect(page.Locator("table[role=grid] thead")).ToContainTextAsync("来件渠道");
        admin.Visitor.Complaints.ShouldBeEmpty();
    }

    private static Task ImportAsync(IPage page, string name, byte[] content) =>
        page.Locator(".table-bar input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/xml", Buffer = content });

    private static ILocator Cell(IPage page, int rule, int column) => page.Locator($"tr[data-row='{rule}'] td[data-c='{column}']");

    private static ILocator Number(IPage page, int rule) => page.Locator($"tr[data-row='{rule}'] th.rule-number");

    private static ILocator Heading(IPage page, int column) => page.Locator($"thead [data-column='{column}']");

    private static async Task GoToAsync(IPage page, int rule, int column)
    {
        await Cell(page, rule, column).ClickAsync();
        await Assertions.Expect(page.Locator($"input.cell-input[data-r='{rule}'][data-c='{column}']")).ToBeFocusedAsync();
    }
}
