using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser.Designer;

/// <summary>What Excel and WPS put on the clipboard comes into a decision table by the browser's own paste.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SpreadsheetPasteTests(BrowserFixture browser)
{
    [Fact]
    public async Task Rows_of_a_spreadsheet_are_read_as_people_wrote_them()
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin");
        var page = admin.Page;
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync("/decisions");
        await admin.Live();
        await page.Locator("#new-decision-name").FillAsync("补助标准");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建", Exact = true }).ClickAsync();
        await page.ArriveAsync("**/decisions/design/**");
        await admin.Live();
        await page.GetByRole(AriaRole.Button, new() { Name = "条件", Exact = true }).ClickAsync();
        await ChangeAsync(page, "列名", "事项类别");
        await ChangeAsync(page, "判断哪个变量", "category");
        await AddAsync(page, "人数", "people", "number");
        await AddAsync(page, "受理日期", "accepted", "date");
        await page.GetByRole(AriaRole.Button, new() { Name = "关闭", Exact = true }).ClickAsync();

        // Windows line ends, quoted cells of several lines, doubled quotation marks, full-width signs, and the three usual ways to write a day.
        await page.EvaluateAsync(
            "text => navigator.clipboard.writeText(text)",
            "物业、供水\t1,200\t2026/3/1\t住建局\t\"《条例》第五条\r\n《办法》第三条\"\r\n"
            + "\"供暖\n供气\"\t≥５００\t2026-3-1\t\"城管局\n（燃气科）\"\t\"注：\"\"从严\"\"办理\"\r\n"
            + "低保\t50%\t不早于2026年3月1日\t民政局\t𠮷林村，详见附件；\r\n");
        await page.Locator("tr[data-row='0'] td[data-c='0']").ClickAsync();
        await Assertions.Expect(page.Locator("input.cell-input[data-r='0'][data-c='0']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Control+V");

        string[][] rows =
        [
            ["物业、供水", "1200", "2026-03-01", "住建局", "《条例》第五条；《办法》第三条"],
            ["供暖、供气", "≥ 500", "2026-03-01", "城管局（燃气科）", "注：\"从严\"办理"],
            ["低保", "0.5", "≥ 2026-03-01", "民政局", "𠮷林村，详见附件；"],
        ];
        for (var rule = 0; rule < rows.Length; rule++)
        {
            for (var column = 0; column < rows[rule].Length; column++)
            {
                await SaysAsync(page, rule, column, rows[rule][column]);
            }
        }
        await Assertions.Expect(page.Locator("td.is-wrong")).ToHaveCountAsync(0);
        await admin.Visitor.ShootAsync("decision-pasted");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).ClickAsync();
        await Assertions.Expect(page.Locator("tr[data-row]")).ToHaveCountAsync(1);
        admin.Visitor.Complaints.ShouldBeEmpty();
    }

    /// <summary>The cell that is worked on is a field, the others are text.</summary>
    private static Task SaysAsync(IPage page, int rule, int column, string words) => page.WaitForFunctionAsync(
        """
        ([rule, column, words]) => {
          const cell = document.querySelector(`tr[data-row="${rule}"] td[data-c="${column}"]`);
          return (cell?.querySelector('input')?.value ?? cell?.textContent.trim()) === words;
        }
        """,
        new object[] { rule, column, words });

    private static async Task AddAsync(IPage page, string label, string variable, string type)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "加一列条件" }).ClickAsync();
        await Assertions.Expect(page.Locator(".column-panel").GetByLabel("列名")).ToHaveValueAsync("新条件");
        await ChangeAsync(page, "列名", label);
        await ChangeAsync(page, "判断哪个变量", variable);
        await page.GetByLabel("值的类型").SelectOptionAsync(type);
    }

    private static async Task ChangeAsync(IPage page, string label, string value)
    {
        var field = page.Locator(".column-panel").GetByLabel(label, new() { Exact = false }).First;
        await field.FillAsync(value);
        await field.BlurAsync();
    }
}
