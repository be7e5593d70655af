using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser.Designer;

[Collection(BrowserCollection.Name)]
public sealed class PrintTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("A4", 842, 595)]
    [InlineData("A3", 1191, 842)]
    public async Task The_printed_process_has_title_drawing_legend_steps_and_page_numbers(string paper, int width, int height)
    {
        await using var app = new HostApp();
        await using Official admin = await OpenAsync(app, "shiquan-three-ledgers");
        await admin.Page.Locator(".print-bar select").First.SelectOptionAsync(paper);
        await admin.Visitor.ShootAsync("design-print-" + paper);

        PdfReader pdf = await PdfAsync(admin, "nine-steps-" + paper);

        pdf.Size.ShouldBe((width, height));
        pdf.Pages.Count.ShouldBeGreaterThan(2);
        pdf.Pages[0].ShouldContain("书记民情三本账九环节办理");
        string text = string.Concat(pdf.Pages);
        foreach (string expected in (string[])["图例", "由人办理的步骤", "条件分支：只走一条", "步骤清单", "分类建账", "书记阅批", "时限：", "信访工作条例"])
        {
            text.ShouldContain(expected);
        }
        pdf.Pages.Select((page, i) => page.Contains($"第{i + 1}页，共{pdf.Pages.Count}页", StringComparison.Ordinal)).ShouldAllBe(isNumbered => isNumbered);
        text.ShouldNotContain("纸张");
        admin.Visitor.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_small_process_stands_whole_on_its_first_page(int width)
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.BeginAsync(browser, app, "请假审批", width);
        await designer.ExpectSavedAsync();
        await designer.Page.Locator(".file-menu summary").ClickAsync();
        IPage opened = await designer.Page.Context.RunAndWaitForPageAsync(() => designer.Page.GetByRole(AriaRole.Button, new() { Name = "打印或存为 PDF" }).ClickAsync());
        await opened.Locator(".paper-print[data-ready]").WaitForAsync();

        await Assertions.Expect(opened.Locator(".print-bar [role=status]")).ToHaveTextAsync("流程图在一页上。");
        await Assertions.Expect(opened.Locator(".paper-sheet")).ToHaveCountAsync(1);
        await Assertions.Expect(opened.Locator(".print-head")).ToContainTextAsync("草稿");
        (await opened.Locator(".paper-sheet img").EvaluateAsync<int>("image => image.naturalWidth")).ShouldBeGreaterThan(200);
        (await opened.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth")).ShouldBeLessThanOrEqualTo(0, "the page must fit its window");
        designer.Visitor.Complaints.ShouldBeEmpty();
        (await Axe.ViolationsAsync(opened)).ShouldBeEmpty();
    }

    private async Task<Official> OpenAsync(HostApp app, string key)
    {
        Official admin = await Official.SignInAsync(browser, app, "admin");
        await admin.Page.GotoAsync("/definitions/print/" + key);
        await admin.Page.Locator(".paper-print[data-ready]").WaitForAsync();
        return admin;
    }

    /// <summary>Prints as the browser would, and keeps the file for people to look at.</summary>
    private static async Task<PdfReader> PdfAsync(Official admin, string name)
    {
        string file = Path.Combine(AppContext.BaseDirectory, name + ".pdf");
        return new PdfReader(await admin.Page.PdfAsync(new PagePdfOptions { Path = file, PreferCSSPageSize = true, PrintBackground = true }));
    }
}
