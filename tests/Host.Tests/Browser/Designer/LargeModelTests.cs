using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Platform.Host.Tests.Testing;
using Platform.Kernel.Model;
using Platform.Kernel.Xml;
using Platform.Runtime.Definitions.Drafts;

namespace Platform.Host.Tests.Browser.Designer;

[Collection(BrowserCollection.Name)]
public sealed class LargeModelTests(BrowserFixture browser)
{
    private const string Tenant = "qingyuan";
    private const string Hostile = "<img src=x onerror=window.hit=1><script>window.hit=1</script><svg/onload=window.hit=1>\"'`]]&gt;";

    [Fact]
    public async Task Two_megabytes_open_are_edited_in_the_panel_and_on_the_canvas_and_are_kept_whole()
    {
        await using var app = new HostApp();
        byte[] file = Encoding.UTF8.GetBytes(Large("large", 900, 1_400));
        file.Length.ShouldBeGreaterThan(2_000_000);
        await using DesignerPage designer = await OpenAsync(app, "large", file);
        Definitions before = await ModelAsync(app, "large");
        designer.Page.SetDefaultTimeout(60_000);

        await designer.ShowCanvasAsync();
        await Assertions.Expect(designer.Page.Locator(".djs-shape[data-element-id=t899]")).ToHaveCountAsync(1, new() { Timeout = 60_000 });
        await designer.Page.Locator(".outline-list button").Nth(1).ClickAsync();
        await designer.SetAsync("element-name", "改过的名称");
        await designer.ExpectNameAsync("改过的名称");
        await SavedAsync(designer);
        Definitions named = await ModelAsync(app, "large");
        await designer.Canvas.FocusAsync();
        await designer.Page.Keyboard.PressAsync("ArrowDown");
        await designer.Page.WaitForFunctionAsync("() => document.querySelector('.design-saved').textContent.includes('正在')");
        await SavedAsync(designer);

        Definitions after = await ModelAsync(app, "large");
        after.Diagrams[0].ShouldNotBe(named.Diagrams[0]);
        string[] was = Lines(before), now = Lines(after);
        now.Except(was).ShouldHaveSingleItem().ShouldContain("改过的名称");
        was.Except(now).Count().ShouldBe(1);
        now.Length.ShouldBe(was.Length);
        designer.Visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_process_of_six_hundred_steps_goes_on_paper_in_parts_that_can_be_read()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await OpenAsync(app, "long", Encoding.UTF8.GetBytes(Large("long", 600, 0)));
        await designer.Page.GotoAsync("/definitions/print/long");
        await designer.Page.Locator(".paper-print[data-ready]").WaitForAsync(new() { Timeout = 60_000 });
        int parts = await designer.Page.Locator(".paper-part").CountAsync();

        byte[] file = await designer.Page.PdfAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "long.pdf"), PreferCSSPageSize = true, PrintBackground = true });
        PdfReader pdf = new(file);

        parts.ShouldBeGreaterThan(10);
        file.Length.ShouldBeLessThan(20_000_000);
        string text = string.Concat(pdf.Pages);
        Enumerable.Range(0, 600).Where(i => !text.Contains($"第{i}步", StringComparison.Ordinal)).ShouldBeEmpty();
        text.ShouldContain($"第{parts}段（共{parts}段）");
        pdf.Pages[^1].ShouldContain($"第{pdf.Pages.Count}页，共{pdf.Pages.Count}页");
        designer.Visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hostile_model_shows_as_text_in_every_view_and_on_paper()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await OpenAsync(app, "hostile", Encoding.UTF8.GetBytes(HostileModel()));
        Task NothingRanAsync() => NothingAsync(designer.Page);

        await Assertions.Expect(designer.Page.Locator(".simple-card-name", new() { HasText = "onerror" }).First).ToBeVisibleAsync();
        await NothingRanAsync();
        await designer.ShowCanvasAsync();
        await designer.Page.Locator(".djs-label", new() { HasText = "onerror" }).First.WaitForAsync();
        await designer.Visitor.ShootAsync("design-hostile");
        foreach (string id in (string[])["t1", "g1", "t2"])
        {
            await designer.Page.EvaluateAsync("id => document.querySelector(`[data-element-id=${id}]`).dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))", id);
            await designer.Page.Locator(".outline-list button", new() { HasText = "onerror" }).First.ClickAsync();
        }
        await designer.Page.Locator("#element-name").WaitForAsync();
        await NothingRanAsync();
        await designer.Page.GotoAsync("/definitions/print/hostile");
        await designer.Page.Locator(".paper-print[data-ready]").WaitForAsync();
        await Assertions.Expect(designer.Page.Locator(".print-steps")).ToContainTextAsync("onerror");
        await NothingRanAsync();
        await designer.Page.GotoAsync("/definitions");
        await Assertions.Expect(designer.Page.Locator("main")).ToContainTextAsync("onerror");
        await NothingRanAsync();
        designer.Visitor.Complaints.ShouldBeEmpty();
    }

    private static async Task NothingAsync(IPage page)
    {
        (await page.EvaluateAsync<bool>("() => window.hit === undefined")).ShouldBeTrue();
        (await page.EvaluateAsync<int>("() => document.querySelectorAll('img[src=\"x\"], svg[onload], main script').length")).ShouldBe(0);
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBeLessThanOrEqualTo(1, "an oversized name must not push the page wider than its window");
    }

    private async Task<DesignerPage> OpenAsync(HostApp app, string key, byte[] file)
    {
        _ = app.Address;
        Tests.Official.CountyDesk desk = new(app);
        (await app.Services.GetRequiredService<DraftService>().SaveAsync(
            new SaveDraft { TenantId = Tenant, Key = key, Content = file, Revision = 0, By = (await desk.ViewerAsync("admin")).PersonId!.Value }, default)).Problem?.Message.ShouldBeNull();
        return await DesignerPage.OpenAsync(browser, app, key);
    }

    private static Task SavedAsync(DesignerPage designer) => Assertions.Expect(designer.Saved).ToHaveTextAsync("已保存", new() { Timeout = 60_000 });

    private static async Task<Definitions> ModelAsync(HostApp app, string key) =>
        BpmnReader.Read((await app.Services.GetRequiredService<DraftService>().OpenAsync(Tenant, key, default))!.Content.Span).Definitions!;

    /// <summary>The file without its drawing and without its first element, on which programs declare what they use.</summary>
    private static string[] Lines(Definitions model)
    {
        using MemoryStream stream = new();
        BpmnWriter.Write(model with { Diagrams = [] }, stream);
        return [.. Encoding.UTF8.GetString(stream.ToArray()).Split('\n').Select(line => line.Trim()).Where(line => !line.Contains("definitions ", StringComparison.Ordinal))];
    }

    private static string Large(string key, int steps, int documentation)
    {
        string note = string.Concat(Enumerable.Repeat("依法依规核实办理。", (documentation / 9) + 1))[..(documentation / 2)];
        StringBuilder xml = new("<startEvent id=\"s\"/><sequenceFlow id=\"f0\" sourceRef=\"s\" targetRef=\"t0\"/>");
        for (int i = 0; i < steps; i++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<userTask id=\"t{i}\" name=\"第 {i} 步\"><documentation>{note}</documentation></userTask><sequenceFlow id=\"f{i + 1}\" sourceRef=\"t{i}\" targetRef=\"{(i + 1 < steps ? $"t{i + 1}" : "e")}\"/>");
        }

        return Wrap(key, "很大的流程", xml + "<endEvent id=\"e\"/>");
    }

    private static string HostileModel()
    {
        string bad = System.Security.SecurityElement.Escape(Hostile);
        string oversized = bad + new string('长', 20_000);
        return Wrap("hostile", bad, $"""
            <documentation>{bad}</documentation>
            <startEvent id="s" name="{bad}"/>
            <userTask id="t1" name="{bad}"><documentation textFormat="text/html">{bad}</documentation><extensionElements>
              <gov:assignment post="{bad}"/><gov:legalBasis document="{bad}" clause="{bad}"/><gov:outcome value="x" text="{bad}"/></extensionElements></userTask>
            <exclusiveGateway id="g1" name="{bad}" default="f3"/>
            <userTask id="t2" name="{oversized}"/>
            <endEvent id="e" name="{bad}"/>
            <sequenceFlow id="f1" sourceRef="s" targetRef="t1" name="{bad}"/>
            <sequenceFlow id="f2" sourceRef="t1" targetRef="g1"/>
            <sequenceFlow id="f3" sourceRef="g1" targetRef="t2" name="{bad}"/>
            <sequenceFlow id="f4" sourceRef="g1" targetRef="e" name="{bad}"><conditionExpression>{bad}</conditionExpression></sequenceFlow>
            <sequenceFlow id="f5" sourceRef="t2" targetRef="e"/>
            <textAnnotation id="note"><text>{bad}</text></textAnnotation>
            <association id="link" sourceRef="t1" targetRef="note"/>
            """);
    }

    private static string Wrap(string key, string name, string body) => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:shanzhi:gov:1" targetNamespace="t" id="d"><process id="{key}" name="{name}" isExecutable="true">{body}</process></definitions>
        """;
}
