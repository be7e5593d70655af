using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Platform.Host.Tests.Testing;
using Platform.Kernel.Model;
using Platform.Kernel.Xml;
using Platform.Runtime.Definitions.Drafts;

namespace Platform.Host.Tests.Browser.Designer;

[Collection(BrowserCollection.Name)]
public sealed partial class CanvasTests(BrowserFixture browser)
{
    private const string Tenant = "qingyuan";

    [Fact]
    public async Task Canvas_panel_and_simple_view_share_one_history()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.BeginAsync(browser, app, "请假审批");
        await designer.ShowCanvasAsync();

        await designer.Shape("Step_1").ClickAsync();
        await designer.Page.Locator(".part[data-choice='plain.User']").ClickAsync();
        await designer.ExpectNameAsync("普通步骤");
        await designer.SetAsync("element-name", "部门负责人审批");
        await designer.ExpectNameAsync("部门负责人审批");

        await designer.Canvas.FocusAsync();
        await designer.Page.Keyboard.PressAsync("Control+z");
        await designer.ExpectNameAsync("普通步骤");
        await designer.Page.Keyboard.PressAsync("Control+z");
        await designer.ExpectNoNameAsync("普通步骤");
        await designer.Page.Keyboard.PressAsync("Control+y");
        await designer.Page.Keyboard.PressAsync("Control+y");
        await designer.ExpectNameAsync("部门负责人审批");
        await designer.ShowSimpleAsync();
        await Assertions.Expect(designer.Page.Locator(".simple-card-name", new() { HasText = "部门负责人审批" })).ToBeVisibleAsync();
        await designer.ExpectSavedAsync();
        designer.Visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_step_moved_on_the_canvas_loses_nothing_of_the_nine_step_process()
    {
        const string key = "shiquan-three-ledgers";
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.OpenAsync(browser, app, key);
        Definitions before = await ModelAsync(app, key);
        await designer.ShowCanvasAsync();

        await designer.Shape("register").ClickAsync();
        await designer.Canvas.FocusAsync();
        await designer.Page.Keyboard.PressAsync("ArrowDown");
        await designer.Page.WaitForFunctionAsync("() => document.querySelector('.design-saved').textContent.includes('正在')");
        await designer.ExpectSavedAsync();

        Definitions after = await ModelAsync(app, key);
        Lines(before).Except(Lines(after)).ShouldBeEmpty();
        Lines(after).Except(Lines(before)).ShouldBeEmpty();
        after.Diagrams[0].ShouldNotBe(before.Diagrams[0]);
    }

    [Fact]
    public async Task No_english_is_left_in_the_tools_the_pad_and_the_menus()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.BeginAsync(browser, app, "请假审批");
        await designer.ShowCanvasAsync();
        List<string> texts = [.. await TitlesAsync(designer, ".djs-palette [title]")];

        foreach (string id in (string[])["Start_1", "Step_1", "End_1"])
        {
            await designer.Shape(id).ClickAsync();
            await designer.Page.Locator(".djs-context-pad .entry").First.WaitForAsync();
            texts.AddRange(await TitlesAsync(designer, ".djs-context-pad [title]"));
            await designer.Page.Locator(".djs-context-pad .entry[data-action=replace]").ClickAsync();
            await designer.Page.Locator(".djs-popup").WaitForAsync();
            texts.Add(await designer.Page.Locator(".djs-popup").InnerTextAsync());
            texts.AddRange(await TitlesAsync(designer, ".djs-popup [title]"));
            await designer.Page.Keyboard.PressAsync("Escape");
        }
        await designer.Canvas.FocusAsync();
        await designer.Page.Keyboard.PressAsync("a");
        await designer.Page.Locator(".djs-popup").WaitForAsync();
        texts.Add(await designer.Page.Locator(".djs-popup").InnerTextAsync());

        texts.Count.ShouldBeGreaterThan(20);
        texts.Where(text => English().IsMatch(text)).ShouldBeEmpty();
        designer.Visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fragment_is_found_by_typing_and_put_behind_the_selected_step()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.BeginAsync(browser, app, "吹哨报到");
        await designer.ShowCanvasAsync();

        await designer.Canvas.FocusAsync();
        await designer.Page.Keyboard.PressAsync("a");
        await designer.Page.Locator(".djs-popup-search input:focus").WaitForAsync();
        await designer.Page.Locator(".djs-popup-search input").FillAsync("报到");
        await Assertions.Expect(designer.Page.Locator(".djs-popup .entry.selected")).ToContainTextAsync("吹哨");
        await designer.Page.Keyboard.PressAsync("Enter");

        await designer.ExpectNameAsync("部门报到");
        await designer.ExpectNameAsync("两小时未报到");
        await designer.ShowSimpleAsync();
        await Assertions.Expect(designer.Page.Locator(".simple-card-name", new() { HasText = "部门报到" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_running_view_says_what_waits_where_and_prints_and_exports_hold_the_drawing()
    {
        await using var app = new HostApp();
        await using Official clerk = await Official.SignInAsync(browser, app, "dengji");
        await NineStepWalkTests.RegisterAsync(clerk, "路灯不亮");
        await using DesignerPage designer = await DesignerPage.OpenAsync(browser, app, "shiquan-three-ledgers");

        await designer.Page.GetByRole(AriaRole.Button, new() { Name = "运行情况", Exact = true }).ClickAsync();
        await Assertions.Expect(designer.Page.Locator(".running-table tbody tr").First).ToContainTextAsync("1 分类建账");
        await Assertions.Expect(designer.Page.Locator(".token-badge").First).ToContainTextAsync("在办 1");
        await designer.Visitor.ShootAsync("design-running");
        await designer.ShowCanvasAsync();
        await designer.Page.Locator(".file-menu summary").ClickAsync();
        IDownload svg = await designer.Page.RunAndWaitForDownloadAsync(() => designer.Page.GetByRole(AriaRole.Button, new() { Name = "导出 SVG 图片" }).ClickAsync());
        IDownload png = await designer.Page.RunAndWaitForDownloadAsync(() => designer.Page.GetByRole(AriaRole.Button, new() { Name = "导出 PNG 图片" }).ClickAsync());
        IDownload bpmn = await designer.Page.RunAndWaitForDownloadAsync(() => designer.Page.GetByRole(AriaRole.Button, new() { Name = "导出 BPMN 文件" }).ClickAsync());

        (await File.ReadAllTextAsync(await svg.PathAsync())).ShouldContain("快速交办");
        (await File.ReadAllBytesAsync(await png.PathAsync())).Take(4).ShouldBe([0x89, (byte)'P', (byte)'N', (byte)'G']);
        BpmnReader.Read(await File.ReadAllBytesAsync(await bpmn.PathAsync())).IsValid.ShouldBeTrue();
        designer.Visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Script_in_names_and_notes_shows_as_text_and_runs_nowhere()
    {
        const string hostile = "<img src=x onerror=window.hit=1><script>window.hit=1</script>";
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.BeginAsync(browser, app, "名称有脚本");
        await designer.ShowCanvasAsync();
        await designer.Shape("Step_1").ClickAsync();

        await designer.SetAsync("element-name", hostile);
        await designer.SetAsync("element-note", hostile);
        await designer.ExpectNameAsync(hostile);
        await designer.ExpectSavedAsync();
        await designer.ShowSimpleAsync();
        await Assertions.Expect(designer.Page.Locator(".simple-card-name", new() { HasText = "onerror" })).ToBeVisibleAsync();
        await designer.Page.ReloadAsync();
        await designer.LiveAsync();
        await designer.ShowCanvasAsync();
        await designer.ExpectNameAsync(hostile);

        (await designer.Page.EvaluateAsync<bool>("() => window.hit === undefined")).ShouldBeTrue();
        designer.Visitor.Complaints.ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> TitlesAsync(DesignerPage designer, string selector) =>
        await designer.Page.EvaluateAsync<string[]>("selector => [...document.querySelectorAll(selector)].map(element => element.getAttribute('title'))", selector);

    private static async Task<Definitions> ModelAsync(HostApp app, string key) =>
        BpmnReader.Read((await app.Services.GetRequiredService<DraftService>().OpenAsync(Tenant, key, CancellationToken.None))!.Content.Span).Definitions!;

    /// <summary>The file without its drawing, line by line; a drawing program may put elements in another order and leave out what the standard assumes anyway.</summary>
    private static string[] Lines(Definitions model)
    {
        using MemoryStream stream = new();
        BpmnWriter.Write(model with { Diagrams = [] }, stream);
        return [.. Encoding.UTF8.GetString(stream.ToArray()).Replace(" cancelActivity=\"true\"", "", StringComparison.Ordinal).Split('\n').Select(line => line.Trim())];
    }

    [GeneratedRegex("(?<![A-Za-z.])(?!bpmn|BPMN|FEEL|io)[A-Za-z]{3,}")]
    private static partial Regex English();
}
