using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser;

/// <summary>A clerk makes a form of every kind of field, with conditions, first values and calculations, and writes no expression.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FormSentenceTests(BrowserFixture browser)
{
    private static readonly (string Type, string Name)[] Kinds =
    [
        ("单行文字", "申请人"), ("数字", "人数"), ("金额", "每人补助"), ("日期", "开始日期"), ("日期和时间", "到访时间"), ("是或否", "是否低保"), ("单选", "住房情况"),
        ("多选", "困难情况"), ("人员", "包联干部"), ("单位", "承办单位"), ("附件", "证明材料"), ("多行文字", "说明"),
    ];

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Twelve_fields_with_conditions_are_made_without_an_expression(int width)
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin", width);
        var page = admin.Page;
        await page.GotoAsync("/definitions/design/shiquan-three-ledgers/forms");
        await admin.Live();
        await page.Locator("#new-form").FillAsync("困难家庭救助申请");
        await page.GetByRole(AriaRole.Button, new() { Name = "新建", Exact = true }).ClickAsync();
        await page.ArriveAsync("**/form?file=*");
        await admin.Live();
        foreach (var (type, name) in Kinds)
        {
            await AddAsync(page, type, name);
        }
        await AddAsync(page, "日期", "结束日期");
        await AddAsync(page, "数字", "共几天");
        await AddAsync(page, "金额", "补助合计");
        var preview = page.Locator(".form-preview");

        // Shown only for those on benefits; the preview follows at once.
        await SelectAsync(page, "说明");
        var visible = Condition(page, "什么情况下显示");
        await visible.GetByRole(AriaRole.Button, new() { Name = "添加条件" }).ClickAsync();
        await visible.GetByLabel("比较什么").SelectOptionAsync("人数");
        await Assertions.Expect(visible.GetByLabel("比较的值")).ToHaveValueAsync("0");
        await visible.GetByLabel("怎样比较").SelectOptionAsync("大于");
        await visible.GetByLabel("比较的值").FillAsync("");
        await visible.GetByLabel("比较的值").BlurAsync();
        await Assertions.Expect(visible).ToContainTextAsync("条件还没有填完");
        await Assertions.Expect(page.Locator(".form-saved")).ToContainTextAsync("还有 1 处要改");
        await Assertions.Expect(preview).ToContainTextAsync("下面是改之前的样子");
        await admin.Visitor.ShootAsync("form-unfinished");
        await page.ReloadAsync();
        await admin.Live();
        await SelectAsync(page, "说明");
        await Assertions.Expect(visible.GetByLabel("怎样比较")).ToHaveValueAsync("Above");
        await Assertions.Expect(visible).ToContainTextAsync("条件还没有填完");
        await visible.GetByLabel("比较什么").SelectOptionAsync("是否低保");
        await Assertions.Expect(visible.GetByLabel("比较的值")).ToHaveValueAsync("true");
        await visible.GetByRole(AriaRole.Button, new() { Name = "添加条件" }).ClickAsync();
        await visible.GetByLabel("比较什么").Nth(1).SelectOptionAsync("困难情况");
        await Assertions.Expect(visible.GetByLabel("比较的值").Nth(1).Locator("option")).ToHaveTextAsync(["选项 1", "选项 2"]);
        await Assertions.Expect(preview.GetByLabel("说明")).ToBeHiddenAsync();
        await preview.GetByRole(AriaRole.Checkbox, new() { Name = "是否低保" }).CheckAsync();
        await preview.GetByRole(AriaRole.Checkbox, new() { Name = "选项 1" }).CheckAsync();
        await Assertions.Expect(preview.GetByLabel("说明")).ToBeVisibleAsync();

        // Asked for in one case only.
        await SelectAsync(page, "证明材料");
        await page.Locator("#field-required").SelectOptionAsync("按条件必填");
        var required = Condition(page, "什么情况下必填");
        await Assertions.Expect(required).ToContainTextAsync("条件还没有填完");
        await required.GetByRole(AriaRole.Button, new() { Name = "添加条件" }).ClickAsync();
        await required.GetByLabel("比较什么").SelectOptionAsync("住房情况");
        await Assertions.Expect(required.GetByLabel("比较的值").Locator("option")).ToHaveTextAsync(["选项 1", "选项 2"]);
        await Assertions.Expect(preview).Not.ToContainTextAsync("改之前的样子");

        // A rule about the field itself.
        await SelectAsync(page, "人数");
        await page.Locator(".form-settings details > summary").Last.ClickAsync();
        var rule = Condition(page, "填写的内容还要符合");
        await rule.GetByRole(AriaRole.Button, new() { Name = "添加条件" }).ClickAsync();
        await Assertions.Expect(rule.GetByLabel("比较什么")).ToHaveValueAsync("field2");
        await rule.GetByLabel("怎样比较").SelectOptionAsync("不大于");
        await rule.GetByLabel("比较的值").FillAsync("20");
        await rule.GetByLabel("比较的值").BlurAsync();
        await Assertions.Expect(page.Locator("#field-set-message")).ToBeVisibleAsync();

        // First values by type.
        await page.Locator("#field-set-default").FillAsync("3");
        await Assertions.Expect(preview.GetByLabel("人数")).ToHaveValueAsync("3");
        await SelectAsync(page, "开始日期");
        await page.Locator("#field-set-default").SelectOptionAsync("当天");
        await SelectAsync(page, "结束日期");
        await page.Locator("#field-set-default").SelectOptionAsync("几天以后（自然日）");
        await page.GetByLabel("几天以后", new() { Exact = true }).FillAsync("9");
        await page.GetByLabel("几天以后", new() { Exact = true }).BlurAsync();
        await SelectAsync(page, "住房情况");
        await page.Locator("#field-set-default").SelectOptionAsync("选项 2");

        // Calculated without a formula.
        await SelectAsync(page, "共几天");
        await page.Locator(".form-settings details > summary").Last.ClickAsync();
        await page.Locator("#field-calculated").SelectOptionAsync("从开始到结束共几天（首尾都算）");
        await Assertions.Expect(page.Locator("#field-calculated-second")).ToHaveValueAsync("field13");
        await Assertions.Expect(preview.GetByLabel("共几天")).ToHaveValueAsync("10");
        await SelectAsync(page, "补助合计");
        await page.Locator(".form-settings details > summary").Last.ClickAsync();
        await page.Locator("#field-calculated").SelectOptionAsync("两项相乘");
        await Assertions.Expect(page.Locator("#field-calculated-first")).ToHaveValueAsync("field2");
        await preview.GetByLabel("每人补助").FillAsync("200.50");
        await preview.GetByLabel("每人补助").BlurAsync();
        await Assertions.Expect(preview.GetByLabel("补助合计")).ToHaveValueAsync(new Regex(@"^601\.50?$"));
        await Assertions.Expect(page.Locator(".form-saved")).ToHaveTextAsync("已保存到草稿");
        await admin.Visitor.ShootAsync("form-twelve");
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
        admin.Visitor.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_of_a_step_asks_for_the_ways_in_which_the_step_may_end()
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin");
        var page = admin.Page;
        await page.GotoAsync("/definitions/design/shiquan-three-ledgers/form?file=sign.form.json");
        await admin.Live();
        await SelectAsync(page, "退办理由");

        var visible = Condition(page, "什么情况下显示");
        await Assertions.Expect(visible.GetByLabel("比较什么").Locator("option:checked")).ToHaveTextAsync("办理结论");
        await Assertions.Expect(visible.GetByLabel("比较的值").Locator("option:checked")).ToContainTextAsync("退");
        await Assertions.Expect(page.Locator(".form-preview").GetByLabel("退办理由")).ToBeHiddenAsync();
        await page.Locator("#preview-outcome").SelectOptionAsync("object");
        await Assertions.Expect(page.Locator(".form-preview").GetByLabel("退办理由")).ToBeVisibleAsync();
        await admin.Visitor.ShootAsync("form-outcome");
        await visible.GetByRole(AriaRole.Button, new() { Name = "用表达式编辑" }).ClickAsync();
        await Assertions.Expect(visible.Locator("input")).ToHaveValueAsync("outcome = \"object\"");
        await visible.GetByRole(AriaRole.Button, new() { Name = "用句子编辑" }).ClickAsync();
        await Assertions.Expect(visible.GetByLabel("比较什么")).ToBeVisibleAsync();
        admin.Visitor.Complaints.ShouldBeEmpty();
    }

    private static ILocator Condition(IPage page, string title) => page.Locator(".form-settings fieldset.panel-rows", new() { Has = page.Locator($"legend:text-is('{title}')") });

    private static async Task SelectAsync(IPage page, string name)
    {
        await page.Locator(".form-field-main", new() { Has = page.Locator($".form-name:text('{name}')") }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#field-set-label")).ToHaveValueAsync(name);
    }

    private static async Task AddAsync(IPage page, string type, string name)
    {
        var before = await page.Locator(".form-field").CountAsync();
        await page.Locator(".form-palette").GetByRole(AriaRole.Button, new() { Name = type, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".form-field")).ToHaveCountAsync(before + 1);
        await Assertions.Expect(page.Locator("#field-set-label")).ToHaveValueAsync(type);
        await page.Locator("#field-set-label").FillAsync(name);
        await Assertions.Expect(page.Locator(".form-name").Nth(before)).ToContainTextAsync(name);
    }
}
