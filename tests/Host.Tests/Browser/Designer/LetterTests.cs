using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser.Designer;

/// <summary>An administrator writes a letter template, chooses it in a step, publishes; the official fills the letter with one click.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LetterTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task A_letter_is_written_chosen_published_and_filled(int width)
    {
        await using var app = new HostApp();
        string key;
        await using (DesignerPage designer = await DesignerPage.BeginAsync(browser, app, "居住证明", width))
        {
            IPage page = designer.Page;
            key = page.Url.Split('/')[^1];
            await FormAsync(page, "开始", "居住证明申请", ("单行文字", "申请人"), ("单行文字", "现住址"));
            await designer.LiveAsync();
            await CardAsync(page, "开始");
            await page.GetByLabel("填哪张表单").SelectOptionAsync("居住证明申请");
            await CardAsync(page, "第一步");
            await FormAsync(page, "第一步", "证明书", ("多行文字", "证明内容"));
            await designer.LiveAsync();
            await CardAsync(page, "第一步");
            await page.Locator("#task-form").SelectOptionAsync("证明书");
            await Assertions.Expect(page.Locator(".panel-table")).ToContainTextAsync("证明内容");
            await designer.ExpectSavedAsync();
            await WriteAsync(designer);
            await ChooseAsync(designer);
            await designer.Visitor.ShootAsync("letter-panel");
            await designer.PublishAsync("第一版");
            designer.Visitor.Complaints.ShouldBeEmpty();
        }

        await AskAsync(app, key, width);
        await FillAsync(app, width);
    }

    [Fact]
    public async Task A_template_that_is_not_there_and_a_field_without_one_are_named()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.OpenAsync(browser, app, "shiquan-three-ledgers");
        IPage page = designer.Page;
        await page.Locator(".simple-card-main", new() { HasText = "受理告知" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#letter-template option:checked")).ToHaveTextAsync("受理告知书");
        await Assertions.Expect(page.Locator("#letter-field option:checked")).ToContainTextAsync("告知");

        await page.Locator("#letter-field").SelectOptionAsync("");

        await Assertions.Expect(page.Locator(".element-panel")).ToContainTextAsync("还要选把文书写到哪个字段");
        await Assertions.Expect(page.Locator(".issue-list")).ToContainTextAsync("还没有选把文书写到表单的哪个字段");
        await page.GetByRole(AriaRole.Button, new() { Name = "撤销" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#letter-field option:checked")).ToContainTextAsync("告知");
        await Assertions.Expect(page.Locator(".issue-list")).Not.ToContainTextAsync("还没有选把文书写到表单的哪个字段");
        await designer.Visitor.ShootAsync("letter-county");
        await page.GetByRole(AriaRole.Link, new() { Name = "修改文书模板" }).ClickAsync();
        await Assertions.Expect(page.Locator("#letter-heading")).ToHaveValueAsync("受理告知书");
        await Assertions.Expect(page.Locator(".letter-sheet")).ToContainTextAsync("王秀英");
        await designer.Visitor.ShootAsync("letter-editor-county");
        designer.Visitor.Complaints.ShouldBeEmpty();
    }

    private static Task CardAsync(IPage page, string name) => page.Locator(".simple-card-main", new() { HasText = name }).First.ClickAsync();

    private static async Task FormAsync(IPage page, string card, string title, params (string Type, string Name)[] fields)
    {
        await CardAsync(page, card);
        await page.GetByText("新建表单").ClickAsync();
        await page.GetByLabel("新表单的标题").FillAsync(title);
        await page.GetByRole(AriaRole.Button, new() { Name = "新建", Exact = true }).ClickAsync();
        foreach (var (type, name) in fields)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = type, Exact = true }).ClickAsync();
            await Assertions.Expect(page.Locator("#field-set-label")).ToHaveValueAsync(type);
            await page.Locator("#field-set-label").FillAsync(name);
            await Assertions.Expect(page.Locator(".form-fields")).ToContainTextAsync(name);
        }
        await Assertions.Expect(page.Locator(".form-saved")).ToHaveTextAsync("已保存到草稿");
        await page.GetByRole(AriaRole.Link, new() { Name = "返回设计" }).ClickAsync();
    }

    private static async Task WriteAsync(DesignerPage designer)
    {
        IPage page = designer.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "新建文书模板" }).ClickAsync();
        await page.ArriveAsync("**/letters");
        await designer.Admin.Live();
        await page.Locator("#new-letter").FillAsync("居住证明书");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#letter-heading")).ToHaveValueAsync("居住证明书");
        await page.Locator("#letter-body").FillAsync("兹证明，居住在");
        await page.Locator("#letter-body").PressAsync("End");
        await page.GetByRole(AriaRole.Button, new() { Name = "现住址" }).ClickAsync();
        await Assertions.Expect(page.Locator("#letter-body")).ToHaveValueAsync("兹证明，居住在{现住址}");
        await page.EvaluateAsync("() => document.querySelector('#letter-body').setSelectionRange(3, 3)");
        await page.GetByRole(AriaRole.Button, new() { Name = "申请人" }).ClickAsync();
        await Assertions.Expect(page.Locator("#letter-body")).ToHaveValueAsync("兹证明{申请人}，居住在{现住址}");
        await page.Locator("#letter-body").PressAsync("Control+End");
        await page.Keyboard.InsertTextAsync("，邻居{邻居}作证。");
        await Assertions.Expect(page.Locator(".letter-sheet")).ToContainTextAsync("办件时填的现住址");
        await Assertions.Expect(page.Locator(".letter-unknown")).ToContainTextAsync("邻居");
        await Assertions.Expect(page.Locator(".letter-editor .form-saved")).ToHaveTextAsync("已保存到草稿");
        await designer.Visitor.ShootAsync("letter-editor");
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "返回设计" }).ClickAsync();
        await designer.LiveAsync();
    }

    private static async Task ChooseAsync(DesignerPage designer)
    {
        IPage page = designer.Page;
        await CardAsync(page, "第一步");
        await page.Locator("#letter-template").SelectOptionAsync("居住证明书");
        await Assertions.Expect(page.Locator("#letter-field option:checked")).ToHaveTextAsync("证明内容");
        await page.Locator(".panel-letter summary").ClickAsync();
        await Assertions.Expect(page.Locator(".panel-letter")).ToContainTextAsync("居住在（办件时填的现住址）");
        await page.Locator("#who-way").SelectOptionAsync("按关系");

        // The canvas goes on with the same step and the same letter.
        await designer.ExpectSavedAsync();
        await designer.ShowCanvasAsync();
        await Assertions.Expect(page.Locator(".djs-element.selected")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#element-name")).ToHaveValueAsync("第一步");
        await Assertions.Expect(page.Locator("#letter-template option:checked")).ToHaveTextAsync("居住证明书");
        await designer.ShowSimpleAsync();
    }

    private async Task AskAsync(HostApp app, string key, int width)
    {
        await using Official clerk = await Official.SignInAsync(browser, app, "dengji", width);
        await clerk.Page.GotoAsync("/start/" + key);
        await clerk.Live();
        await clerk.Page.GetByLabel("申请人").FillAsync("赵桂兰");
        await clerk.Page.GetByLabel("现住址").FillAsync("幸福路 12 号");
        await clerk.Page.Locator(".action-bar .button-main").ClickAsync();
        await clerk.Page.ArriveAsync("**/matters/**");
    }

    private async Task FillAsync(HostApp app, int width)
    {
        await using Official head = await Official.SignInAsync(browser, app, "lianxi", width);
        await head.Page.GotoAsync("/inbox");
        await head.Live();
        await head.Page.Locator(".inbox-item:has-text('第一步') a.title").ClickAsync();
        await head.Page.ArriveAsync("**/tasks/**");
        await head.Live();
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "按模板填写" }).ClickAsync();
        await Assertions.Expect(head.Page.GetByLabel("证明内容")).ToHaveValueAsync("居住证明书\n\n兹证明赵桂兰，居住在幸福路 12 号，邻居【请填写：邻居】作证。");
        await Assertions.Expect(head.Page.Locator(".notice-fill .sheet")).ToContainTextAsync("居住证明书");
        await head.Visitor.ShootAsync("letter-filled");
        head.Visitor.Complaints.ShouldBeEmpty();
    }
}
