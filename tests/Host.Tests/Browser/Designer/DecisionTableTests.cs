using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser.Designer;

/// <summary>A process administrator makes a decision table in the browser: types, pastes from Excel, closes a gap, tries it, publishes it.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DecisionTableTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_table_is_typed_pasted_completed_tried_and_published()
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin");
        var page = admin.Page;

        // A new table, with a condition whose values are listed.
        await page.GotoAsync("/decisions");
        await admin.Live();
        await page.Locator("#new-decision-name").FillAsync("物业类派单");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建", Exact = true }).ClickAsync();
        await page.ArriveAsync("**/decisions/design/**");
        await admin.Live();
        await page.GetByRole(AriaRole.Button, new() { Name = "条件", Exact = true }).ClickAsync();
        await ChangeAsync(page, "列名", "事项类别");
        await ChangeAsync(page, "判断哪个变量", "category");
        await ChangeAsync(page, "可选的值", "物业、供水、供暖");
        await page.GetByRole(AriaRole.Button, new() { Name = "加一列条件" }).ClickAsync();
        await Assertions.Expect(page.Locator(".column-panel").GetByLabel("列名")).ToHaveValueAsync("新条件");
        await ChangeAsync(page, "列名", "人数");
        await ChangeAsync(page, "判断哪个变量", "people");
        await page.GetByLabel("值的类型").SelectOptionAsync("number");
        await page.GetByRole(AriaRole.Button, new() { Name = "关闭", Exact = true }).ClickAsync();

        // Typed with the keyboard alone.
        await GoToAsync(page, 0, 0);
        await page.Keyboard.TypeAsync("物业");
        await page.Keyboard.PressAsync("Tab");
        await ActiveAsync(page, 0, 1);
        await page.Keyboard.TypeAsync("5以上");
        await page.Keyboard.PressAsync("Tab");
        await ActiveAsync(page, 0, 2);
        await page.Keyboard.TypeAsync("信访局");
        await page.Keyboard.PressAsync("Tab");
        await ActiveAsync(page, 0, 3);
        await page.Keyboard.TypeAsync("《信访工作条例》第二十三条");
        await page.Keyboard.PressAsync("Tab");
        await ActiveAsync(page, 1, 0);
        await Assertions.Expect(Cell(page, 0, 1)).ToHaveTextAsync("≥ 5");

        // Pasted from a spreadsheet: two rules, one of which does not fit.
        await PasteAsync(page, "物业\t5以下\t住建局\t《物业管理条例》第五条\n供水\t很多\t水务局\t");
        await Assertions.Expect(page.Locator("td.is-wrong")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true })).ToBeDisabledAsync();
        await admin.Visitor.ShootAsync("decision-wrong");
        await GoToAsync(page, 2, 1);
        await page.Keyboard.PressAsync("Delete");
        await Assertions.Expect(Cell(page, 2, 2)).ToHaveTextAsync("水务局");

        // The gap that is left is closed at one click.
        var findings = page.Locator(".table-findings");
        await Assertions.Expect(findings).ToContainTextAsync("没有规则适用于：事项类别 = 供暖");
        await findings.GetByRole(AriaRole.Button, new() { Name = "补上这条规则" }).First.ClickAsync();
        await ActiveAsync(page, 3, 2);
        await page.Keyboard.TypeAsync("住建局");
        await page.Keyboard.PressAsync("Tab");
        await ActiveAsync(page, 3, 3);
        await Assertions.Expect(Cell(page, 3, 0)).ToHaveTextAsync("供暖");

        // Undo takes it back, redo brings it again.
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await Assertions.Expect(Cell(page, 3, 2)).Not.ToHaveTextAsync("住建局");
        await page.GetByRole(AriaRole.Button, new() { Name = "重做" }).ClickAsync();
        await Assertions.Expect(Cell(page, 3, 2)).ToHaveTextAsync("住建局");

        // A trial names the rule and its basis.
        await page.Locator(".table-trial select").First.SelectOptionAsync("物业");
        await ChangeAsync(page, "人数", "7", ".table-trial");
        await page.GetByRole(AriaRole.Button, new() { Name = "试一试" }).ClickAsync();
        await Assertions.Expect(page.Locator(".trial-answer")).ToContainTextAsync("结论：信访局");
        await Assertions.Expect(page.Locator(".trial-answer")).ToContainTextAsync("《信访工作条例》第二十三条");
        await Assertions.Expect(page.Locator("tr.is-decided")).ToHaveCountAsync(1);
        await admin.Visitor.ShootAsync("decision-design");

        // Published; the list shows the version.
        await page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await page.Locator("#table-note").FillAsync("按责任清单制表");
        await page.GetByRole(AriaRole.Button, new() { Name = "确认发布" }).ClickAsync();
        await Assertions.Expect(page.Locator(".table-answer")).ToContainTextAsync("已发布第 1 版");
        await page.GotoAsync("/decisions");
        await admin.Live();
        await Assertions.Expect(page.Locator("tr", new() { HasText = "物业类派单" })).ToContainTextAsync("第 1 版");
        await admin.Visitor.ShootAsync("decisions");
    }

    [Fact]
    public async Task A_thousand_rules_stay_usable()
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin");
        var page = admin.Page;
        await page.GotoAsync("/decisions");
        await admin.Live();
        await page.Locator("#new-decision-name").FillAsync("千条规则");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建", Exact = true }).ClickAsync();
        await page.ArriveAsync("**/decisions/design/**");
        await admin.Live();
        await GoToAsync(page, 0, 0);

        await PasteAsync(page, string.Join('\n', Enumerable.Range(1, 1000).Select(i => $"事项{i}\t承办单位{i}\t《规定》第{i}条")));
        await Assertions.Expect(page.Locator("table[role=grid]")).ToHaveAttributeAsync("aria-rowcount", "1000");
        await page.Keyboard.PressAsync("Control+End");
        await ActiveAsync(page, 999, 2);
        await page.Keyboard.TypeAsync("改过的依据");
        await page.Keyboard.PressAsync("Shift+Tab");
        await ActiveAsync(page, 999, 1);

        await Assertions.Expect(Cell(page, 999, 2)).ToHaveTextAsync("改过的依据");
        (await page.Locator("tr[data-row]").CountAsync()).ShouldBeLessThan(100);
        await Assertions.Expect(page.Locator(".table-saved")).ToHaveTextAsync("已保存");
        await admin.Visitor.ShootAsync("decision-1000");
        admin.Visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_published_table_of_the_template_opens_and_fits_a_phone()
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin", 390);
        var page = admin.Page;
        await page.GotoAsync("/decisions");
        await admin.Live();
        await admin.Visitor.ShootAsync("decisions-390");
        await FitsAsync(page);

        await page.Locator("tr", new() { HasText = "派单" }).First.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("编辑") }).ClickAsync();
        await page.ArriveAsync("**/decisions/design/**");
        await admin.Live();
        await Assertions.Expect(page.Locator(".table-grid tbody tr[data-row]").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".table-findings li, .table-findings .is-fine").First).ToBeVisibleAsync();
        await admin.Visitor.ShootAsync("decision-390");
        await FitsAsync(page);
    }

    private static ILocator Cell(IPage page, int rule, int column) => page.Locator($"tr[data-row='{rule}'] td[data-c='{column}']");

    private static async Task GoToAsync(IPage page, int rule, int column)
    {
        await Cell(page, rule, column).ClickAsync();
        await ActiveAsync(page, rule, column);
    }

    private static Task ActiveAsync(IPage page, int rule, int column) =>
        Assertions.Expect(page.Locator($"input.cell-input[data-r='{rule}'][data-c='{column}']")).ToBeFocusedAsync();

    private static async Task ChangeAsync(IPage page, string label, string value, string within = ".column-panel")
    {
        var field = page.Locator(within).GetByLabel(label, new() { Exact = false }).First;
        await field.FillAsync(value);
        await field.BlurAsync();
    }

    private static Task PasteAsync(IPage page, string text) => page.EvaluateAsync(
        """
        text => {
          const data = new DataTransfer();
          data.setData('text/plain', text);
          document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """,
        text);

    private static async Task FitsAsync(IPage page) =>
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth")).ShouldBeLessThanOrEqualTo(0);
}
