using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using Platform.Host.Tests.Testing;
using Platform.Kernel.Model;
using Platform.Kernel.Xml;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Definitions.Packages;

namespace Platform.Host.Tests.Browser.Designer;

[Collection(BrowserCollection.Name)]
public sealed class FilesTests(BrowserFixture browser)
{
    private const string Tenant = "qingyuan";
    private const string NineSteps = "shiquan-three-ledgers";

    [Fact]
    public async Task A_whole_process_goes_out_as_a_package_and_comes_in_as_a_new_process_with_everything_beside_it()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.OpenAsync(browser, app, NineSteps);
        string file = await DownloadAsync(designer, "导出整个流程包");
        ProcessPackage package = PackageReader.Read(await File.ReadAllBytesAsync(file)).Value;

        await designer.Page.GotoAsync("/definitions");
        await designer.Page.Locator("#import-process").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await designer.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await designer.Page.Locator("#import-process").SetInputFilesAsync(file);
        await designer.Page.ArriveAsync("**/definitions/design/**");
        await designer.LiveAsync();

        string key = designer.Page.Url.Split('/')[^1];
        key.ShouldNotBe(NineSteps);
        package.Files.Count.ShouldBeGreaterThan(40);
        IReadOnlyDictionary<string, byte[]> copy = (await app.Services.GetRequiredService<DraftFiles>().AllAsync(Tenant, key, default))!;
        package.Others.Keys.ShouldAllBe(name => copy[name].SequenceEqual(package.Others[name]));
        copy.Count.ShouldBe(package.Files.Count);
        Lines(copy["process.bpmn"]).ShouldBe(Lines(package.Process).Select(line => line.Replace($"\"{NineSteps}\"", $"\"{key}\"", StringComparison.Ordinal)));
        await Assertions.Expect(designer.Page.Locator(".issue-list h3")).ToHaveTextAsync("检查通过，没有发现问题。");
        designer.Visitor.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_package_asks_before_it_replaces_and_can_be_put_back(int width)
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.BeginAsync(browser, app, "物业投诉办理", width);
        string key = designer.Page.Url.Split('/')[^1];
        byte[] package = PackageWriter.Write(new ProcessPackage
        {
            Key = "leave",
            Name = "请假审批",
            ProcessFile = "leave.bpmn",
            Files = new Dictionary<string, byte[]> { ["leave.bpmn"] = Encoding.UTF8.GetBytes(Foreign), ["apply.form.json"] = """{"title":"申请","fields":[{"key":"days","label":"天数","type":"number"}]}"""u8.ToArray() },
        });

        await ChooseAsync(designer, "请假.zip", package);
        ILocator dialog = designer.Page.Locator(".import-dialog");
        await Assertions.Expect(dialog).ToContainTextAsync("“物业投诉办理”（1 个步骤）换成“请假审批”（2 个步骤）");
        await Assertions.Expect(dialog).ToContainTextAsync("新增 1 个文件：表单“申请”");
        await designer.Visitor.ShootAsync("design-import");
        (await dialog.EvaluateAsync<bool>("dialog => { const { left, right } = dialog.getBoundingClientRect(); return left >= 0 && right <= innerWidth; }")).ShouldBeTrue();
        ILocator menu = designer.Page.Locator(".file-menu-list");
        (await menu.EvaluateAsync<bool>("menu => { const { left, right } = menu.getBoundingClientRect(); return left >= 0 && right <= innerWidth; }")).ShouldBeTrue();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "导入", Exact = true })).ToBeFocusedAsync();
        await designer.Page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "不导入", Exact = true })).ToBeFocusedAsync();
        await designer.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "导入", Exact = true })).ToBeFocusedAsync();
        await designer.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(designer.Page.Locator("#import-file")).ToBeFocusedAsync();
        (await FilesAsync(app, key)).ShouldBe(["process.bpmn"]);

        await ChooseAsync(designer, "请假.zip", package);
        await designer.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(designer.Page.Locator(".simple-card-name", new() { HasText = "领导审批" })).ToBeVisibleAsync();
        await designer.ExpectSavedAsync();
        (await FilesAsync(app, key)).ShouldBe(["apply.form.json", "process.bpmn"]);

        await designer.Visitor.ShootAsync("design-imported");
        await designer.Page.Locator(".import-undo").ClickAsync();
        await Assertions.Expect(designer.Page.Locator(".simple-card-name", new() { HasText = "领导审批" })).ToHaveCountAsync(0);
        await designer.ExpectSavedAsync();
        (await FilesAsync(app, key)).ShouldBe(["process.bpmn"]);
        designer.Visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_of_another_program_without_a_drawing_is_laid_out_checked_and_can_run()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.BeginAsync(browser, app, "请假审批");

        await ChooseAsync(designer, "diagram.bpmn", Encoding.UTF8.GetBytes(Foreign));
        await designer.Page.Locator(".import-ways .btn-primary").ClickAsync();
        await designer.ShowCanvasAsync();

        await designer.ExpectNameAsync("领导审批");
        (await designer.Page.Locator(".djs-connection").CountAsync()).ShouldBe(3);
        await Assertions.Expect(designer.Page.Locator(".issue-list")).ToContainTextAsync("领导审批");
        await designer.ExpectSavedAsync();
        Definitions model = await ModelAsync(app, designer);
        model.Processes.Single().IsExecutable.ShouldBe(true);
        Text(model).ShouldContain("camunda:assignee=\"demo\"");
        designer.Visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bpmn_file_comes_back_as_it_went_out()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.OpenAsync(browser, app, NineSteps);
        byte[] file = await File.ReadAllBytesAsync(await DownloadAsync(designer, "导出 BPMN 文件"));
        await using DesignerPage other = await DesignerPage.BeginAsync(browser, app, "抄来的流程");
        string key = other.Page.Url.Split('/')[^1];

        await ChooseAsync(other, "流程.bpmn", file);
        await other.Page.Locator(".import-ways .btn-primary").ClickAsync();
        await other.Page.Locator(".import-undo").WaitForAsync();
        await other.ExpectSavedAsync();
        byte[] again = await File.ReadAllBytesAsync(await DownloadAsync(other, "导出 BPMN 文件"));

        Lines(again).ShouldBe(Lines(file).Select(line => line.Replace($"\"{NineSteps}\"", $"\"{key}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_decision_goes_out_and_comes_into_another_process()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.OpenAsync(browser, app, NineSteps);
        byte[] file = await File.ReadAllBytesAsync(await DownloadAsync(designer, "导出决策表（DMN）"));
        await using DesignerPage other = await DesignerPage.BeginAsync(browser, app, "用决策的流程");
        string key = other.Page.Url.Split('/')[^1];

        await ChooseAsync(other, "three-ledgers.dmn", file);
        await Assertions.Expect(other.Page.Locator(".import-dialog")).ToContainTextAsync("新增 1 个文件：决策“");
        await other.Page.Locator(".import-ways .btn-primary").ClickAsync();
        await other.Page.Locator(".import-undo").WaitForAsync();

        (await app.Services.GetRequiredService<DraftFiles>().AllAsync(Tenant, key, default))!["three-ledgers.dmn"].ShouldBe(file);
        other.Visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_must_not_come_in_is_refused_in_words_with_a_code_and_changes_nothing()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.BeginAsync(browser, app, "请假审批");
        (string Name, byte[] Content, string Code)[] files =
        [
            ("x.bpmn", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>"u8.ToArray(), "import.unreadable"),
            ("x.xml", "<html><script>alert(1)</script></html>"u8.ToArray(), "import.unknown-kind"),
            ("x.zip", Zip(("../../evil.md", "x"u8.ToArray())), "package.file-name"),
            ("x.zip", Zip(("big.md", new byte[40_000_000])), "package.too-large"),
            ("x.zip", "PK\u0003\u0004garbage"u8.ToArray(), "package.damaged"),
            ("x.bpmn", [], "import.empty"),
            ("x.bpmn", new byte[17_000_000], "import.too-large"),
        ];

        foreach ((string name, byte[] content, string code) in files)
        {
            await ChooseAsync(designer, name, content);
            await Assertions.Expect(designer.Page.Locator(".import-message[role=alert]")).ToContainTextAsync(code);
        }
        await designer.Visitor.ShootAsync("design-import-refused");

        await Assertions.Expect(designer.Page.Locator(".import-dialog")).ToHaveCountAsync(0);
        (await ModelAsync(app, designer)).Processes.Single().Name.ShouldBe("请假审批");
        designer.Visitor.Complaints.ShouldBeEmpty();
    }

    private const string Foreign = """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="http://bpmn.io/schema/bpmn" exporter="Camunda Modeler" exporterVersion="5.20.0">
          <bpmn:process id="leave" name="请假审批" isExecutable="false">
            <bpmn:startEvent id="s"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
            <bpmn:userTask id="a" name="填写申请" camunda:assignee="demo"><bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing></bpmn:userTask>
            <bpmn:userTask id="b" name="领导审批"><bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f3</bpmn:outgoing></bpmn:userTask>
            <bpmn:endEvent id="e"><bpmn:incoming>f3</bpmn:incoming></bpmn:endEvent>
            <bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="a" />
            <bpmn:sequenceFlow id="f2" sourceRef="a" targetRef="b" />
            <bpmn:sequenceFlow id="f3" sourceRef="b" targetRef="e" />
          </bpmn:process>
        </bpmn:definitions>
        """;

    private static async Task<string> DownloadAsync(DesignerPage designer, string button)
    {
        await OpenMenuAsync(designer);
        IDownload download = await designer.Page.RunAndWaitForDownloadAsync(() => designer.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync());
        return (await download.PathAsync())!;
    }

    private static async Task ChooseAsync(DesignerPage designer, string name, byte[] content)
    {
        await OpenMenuAsync(designer);
        await designer.Page.Locator("#import-file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        await designer.Page.Locator(".import-dialog, .import-message[role=alert]").First.WaitForAsync();
    }

    private static Task OpenMenuAsync(DesignerPage designer) => designer.Page.EvaluateAsync("() => document.querySelector('.file-menu').setAttribute('open', '')");

    private static async Task<IReadOnlyList<string>> FilesAsync(HostApp app, string key) =>
        [.. (await app.Services.GetRequiredService<DraftFiles>().AllAsync(Tenant, key, default))!.Keys.Order(StringComparer.Ordinal)];

    private static async Task<Definitions> ModelAsync(HostApp app, DesignerPage designer) =>
        BpmnReader.Read((await app.Services.GetRequiredService<DraftService>().OpenAsync(Tenant, designer.Page.Url.Split('/')[^1], default))!.Content.Span).Definitions!;

    private static string[] Lines(byte[] file) => [.. Text(BpmnReader.Read(file).Definitions!).Split('\n').Select(line => line.Trim())];

    private static string Text(Definitions model)
    {
        using MemoryStream stream = new();
        BpmnWriter.Write(model, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using MemoryStream content = new();
        using (ZipArchive zip = new(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in files)
            {
                using Stream stream = zip.CreateEntry(name).Open();
                stream.Write(bytes);
            }
        }

        return content.ToArray();
    }
}
