using System.Text;
using Microsoft.Playwright;
using Platform.Host.Tests.Testing;
using Platform.Runtime.Definitions.Drafts;
using Platform.Runtime.Org;

namespace Platform.Host.Tests.Browser.Designer;

/// <summary>The rehearsal and what-if in every state that a clerk can meet: each fits its window, keeps nobody out, and says what to do.</summary>
[Collection(BrowserCollection.Name)]
public sealed class RehearsalStatesTests(BrowserFixture browser)
{
    private const string Tenant = "qingyuan";
    private const string Flagship = "/definitions/design/shiquan-three-ledgers";
    private const string Hostile = "<script>document.title='坏'</script><img src=x onerror=\"document.title='坏'\">阳光花园小区业主委员会关于路灯长期损坏影响老年居民夜间出行请求尽快修复的反映";

    [Theory]
    [InlineData(1440, false)]
    [InlineData(390, false)]
    [InlineData(390, true)]
    public async Task Every_state_of_a_rehearsal_fits_its_window_and_keeps_nobody_out(int width, bool largeText)
    {
        await using var app = new HostApp();
        var look = new Look();
        var size = largeText ? "-large" : "";
        await using var admin = await Official.SignInAsync(browser, app, "admin", width);
        if (largeText)
        {
            await EnlargeAsync(admin);
        }

        await look.VisitAsync(admin, Flagship + "/rehearse", "rehearse-empty" + size);
        await admin.Page.Locator("#matter-title").FillAsync(Hostile);
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "开始", Exact = true }).ClickAsync();
        await Assertions.Expect(admin.Page.Locator(".rehearse-acts")).ToContainTextAsync("<script>");
        await look.ShootAsync(admin, "rehearse-hostile" + size);
        (await admin.Page.TitleAsync()).ShouldNotBe("坏");

        await admin.Page.Locator("#beside-act").SelectOptionAsync("延期");
        await admin.Page.Locator("#beside-2").FillAsync("等检测结果");
        await look.ShootAsync(admin, "rehearse-beside" + size);
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "确定延期" }).ClickAsync();
        await Assertions.Expect(admin.Page.Locator(".notice-problem").First).ToBeInViewportAsync();
        await Assertions.Expect(admin.Page.Locator(".notice-problem").First).ToContainTextAsync("不能申请延期");
        await Assertions.Expect(admin.Page.Locator(".notice-problem").First).Not.ToContainTextAsync("第 0 行");
        await look.ShootAsync(admin, "rehearse-refused" + size);

        await admin.Page.Locator("#beside-act").SelectOptionAsync("回避");
        await admin.Page.Locator("#beside-2").FillAsync("与信访人系近亲属");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "确定回避" }).ClickAsync();
        await Assertions.Expect(admin.Page.Locator(".rehearse-acts li")).ToHaveCountAsync(2);
        await admin.Page.Locator(".rehearse-acts li button").First.ClickAsync();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "回到这一步" }).ClickAsync();
        await Assertions.Expect(admin.Page.Locator(".rehearse-acts li")).ToHaveCountAsync(1);

        await look.VisitAsync(admin, Flagship + "/whatif", "whatif-begin" + size);
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "开始推演" }).ClickAsync();
        await Assertions.Expect(admin.Page.Locator("main")).ToContainTextAsync("这段时间没有可以推演的件");
        await look.ShootAsync(admin, "whatif-none" + size);

        look.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_nobody_can_do_what_stands_still_and_what_cannot_run_says_so()
    {
        await using var app = new HostApp();
        var look = new Look();
        await DraftAsync(app, "nobody", "<startEvent id=\"s\"/><userTask id=\"t\" name=\"空岗\"/><endEvent id=\"e\"/><sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"t\"/><sequenceFlow id=\"f2\" sourceRef=\"t\" targetRef=\"e\"/>");
        await DraftAsync(
            app, "stuck", "<startEvent id=\"s\"/><userTask id=\"t\" name=\"批准\"><extensionElements><gov:assignment post=\"联系办登记员\"/></extensionElements></userTask><exclusiveGateway id=\"g\" name=\"分合\"/><endEvent id=\"e\"/>"
                + "<sequenceFlow id=\"f0\" sourceRef=\"s\" targetRef=\"t\"/><sequenceFlow id=\"f1\" sourceRef=\"t\" targetRef=\"g\"/>"
                + "<sequenceFlow id=\"f2\" sourceRef=\"g\" targetRef=\"e\"><conditionExpression>1 = 2</conditionExpression></sequenceFlow>");
        await DraftAsync(app, "broken", "<startEvent id=\"s\"/><userTask id=\"t\" name=\"断头\"/><sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"nowhere\"/>");
        await using var admin = await Official.SignInAsync(browser, app, "admin");

        await BeginAsync(admin, "nobody");
        await Assertions.Expect(admin.Page.Locator("main")).ToContainTextAsync("这一步没有人可以办理");
        await look.ShootAsync(admin, "rehearse-nobody");
        await BeginAsync(admin, "stuck");
        await admin.Page.Locator(".rehearse-task .button-main:enabled").ClickAsync();
        await Assertions.Expect(admin.Page.Locator("main")).ToContainTextAsync("流程停住了");
        await look.ShootAsync(admin, "rehearse-stuck");
        await admin.Page.GotoAsync("/definitions/design/broken/rehearse");
        await admin.Live();
        await Assertions.Expect(admin.Page.Locator("[role=alert]").First).ToBeVisibleAsync();
        await look.ShootAsync(admin, "rehearse-broken");

        look.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_drawn_a_moment_ago_is_in_the_rehearsal()
    {
        await using var app = new HostApp();
        await using var designer = await DesignerPage.BeginAsync(browser, app, "请假");
        await designer.Page.Locator(".simple-human .simple-card-main").First.ClickAsync();
        await designer.SetAsync("element-name", "批准请假");

        await designer.Page.GetByRole(AriaRole.Link, new() { Name = "试运行", Exact = true }).ClickAsync();

        await designer.Page.ArriveAsync("**/rehearse");
        await Assertions.Expect(designer.Page.Locator(".djs-label", new() { HasText = "批准请假" }).First).ToBeVisibleAsync();
    }

    private static async Task BeginAsync(Official admin, string key)
    {
        await admin.Page.GotoAsync($"/definitions/design/{key}/rehearse");
        await admin.Live();
        await new Hand.Mouse(admin.Visitor).PickAsync("starter", "王晓梅");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "开始", Exact = true }).ClickAsync();
        try
        {
            await Assertions.Expect(admin.Page.Locator(".rehearse-acts li")).ToHaveCountAsync(1);
        }
        catch (PlaywrightException)
        {
            throw new InvalidOperationException($"Expected the process to begin, but the page says: {string.Join(" ", await admin.Page.Locator("[role=alert]").AllInnerTextsAsync())}");
        }
    }

    private static async Task EnlargeAsync(Official admin)
    {
        await admin.Page.GotoAsync("/inbox");
        await admin.Live();
        await admin.Page.Locator("summary:has(.fa-text-height)").ClickAsync();
        await admin.Page.Locator("button[value=large]").ClickAsync();
        await admin.Live();
    }

    private static async Task DraftAsync(HostApp app, string key, string elements)
    {
        _ = app.Address;
        var people = await app.Services.GetRequiredService<OrgCache>().GetAsync(Tenant, CancellationToken.None);
        var file = Encoding.UTF8.GetBytes(
            $"""<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:gov="urn:shanzhi:gov:1" targetNamespace="t"><process id="{key}" name="试验" isExecutable="true">{elements}</process></definitions>""");
        var saved = await app.Services.GetRequiredService<DraftService>().SaveAsync(
            new SaveDraft { TenantId = Tenant, Key = key, Content = file, Revision = 0, By = people.FindPerson("admin")!.Id }, CancellationToken.None);
        saved.Problem?.Message.ShouldBeNull();
    }
}
