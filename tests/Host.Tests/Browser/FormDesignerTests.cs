using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class FormDesignerTests(BrowserFixture browser)
{
    private const string Process = "/definitions/design/shiquan-three-ledgers";

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_form_is_made_checked_tried_out_and_kept(int width)
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin", width);
        var page = admin.Page;
        await page.GotoAsync(Process + "/forms");
        await admin.Live();
        await admin.Visitor.ShootAsync("forms");
        await page.Locator("#new-form").FillAsync("上门走访记录");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建", Exact = true }).ClickAsync();
        await page.ArriveAsync("**/form?file=*");
        await admin.Live();

        await AddAsync(page, "单行文字");
        await page.Locator("#field-set-label").FillAsync("联系电话");
        await page.Locator("#field-required").SelectOptionAsync("yes");
        await page.Locator("#field-pattern").SelectOptionAsync("phone");
        await AddAsync(page, "单选");
        await Assertions.Expect(page.Locator("#field-set-label")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("走访结果");
        await Assertions.Expect(page.Locator(".form-preview")).ToContainTextAsync("选项 2");
        await page.Locator(".option-row button[aria-label^='删除']").Last.ClickAsync();
        await page.Locator(".option-row button[aria-label^='删除']").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".form-settings")).ToContainTextAsync("请至少添加一个选项");
        await Assertions.Expect(page.Locator(".form-saved")).ToContainTextAsync("已保存到草稿；还有 1 处要改");
        await page.Locator("#field-paste").FillAsync("已解决\n正在办理\n需要协调");
        await page.Locator("#field-paste").BlurAsync();
        await Assertions.Expect(page.Locator(".option-row")).ToHaveCountAsync(3);
        await AddAsync(page, "金额");
        await page.Locator("#field-set-label").FillAsync("补助金额");
        await page.Locator("#field-set-min").FillAsync("100");
        await page.Locator("#field-set-max").FillAsync("50");
        await Assertions.Expect(page.Locator(".form-settings")).ToContainTextAsync("最小值不能大于最大值");
        await page.Locator("#field-set-max").FillAsync("5000");

        // By keyboard: the last field goes to the top.
        await page.Locator(".form-field-main").Nth(2).FocusAsync();
        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await Assertions.Expect(page.Locator(".form-name").Nth(1)).ToContainTextAsync("补助金额");
        await Assertions.Expect(page.Locator(".form-saved")).ToContainTextAsync("已保存到草稿");

        var preview = page.Locator(".form-preview");
        await preview.GetByRole(AriaRole.Button, new() { Name = "试着提交" }).ClickAsync();
        await Assertions.Expect(preview).ToContainTextAsync("请填写“联系电话”");
        await preview.Locator("input").First.FillAsync("123");
        await preview.Locator("input").First.BlurAsync();
        await preview.GetByRole(AriaRole.Button, new() { Name = "试着提交" }).ClickAsync();
        await Assertions.Expect(preview).ToContainTextAsync("请填写 11 位手机号码");
        await admin.Visitor.ShootAsync("form-designer");
        await preview.Locator("input").First.FillAsync("13900001234");
        await preview.Locator("input").First.BlurAsync();
        await preview.GetByRole(AriaRole.Button, new() { Name = "试着提交" }).ClickAsync();
        await Assertions.Expect(preview).ToContainTextAsync("可以提交");
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);

        await page.ReloadAsync();
        await admin.Live();
        await Assertions.Expect(page.Locator(".form-name")).ToHaveTextAsync(["联系电话*", "补助金额", "走访结果"]);
        admin.Visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Matters_of_the_past_are_tried_on_the_draft()
    {
        await using var app = new HostApp();
        await using var clerk = await Official.SignInAsync(browser, app, "dengji");
        var (number, _) = await NineStepWalkTests.RegisterAsync(clerk);
        await clerk.DoAsync(number, "建账", ("category", "物业管理"), ("urgency", "一般"));
        await using var admin = await Official.SignInAsync(browser, app, "admin");
        await admin.Page.GotoAsync(Process + "/whatif");
        await admin.Live();

        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "开始推演" }).ClickAsync();

        await Assertions.Expect(admin.Page.Locator("main")).ToContainTextAsync("同样的 1 件", new() { Timeout = 30_000 });
        await Assertions.Expect(admin.Page.Locator("main")).ToContainTextAsync("分类建账");
        await Assertions.Expect(admin.Page.Locator("main")).Not.ToContainTextAsync("路灯");
        await admin.Visitor.ShootAsync("whatif");
        admin.Visitor.Complaints.ShouldBeEmpty();
    }

    private static async Task AddAsync(IPage page, string type)
    {
        var before = await page.Locator(".form-field").CountAsync();
        await page.Locator(".form-palette").GetByRole(AriaRole.Button, new() { Name = type, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".form-field")).ToHaveCountAsync(before + 1);
    }
}
