using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class RehearsalTests(BrowserFixture browser)
{
    private const string Designer = "/definitions/design/shiquan-three-ledgers";

    [Fact]
    public async Task An_administrator_rehearses_a_claim_to_its_end_takes_a_step_back_and_keeps_it_as_a_scenario()
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin");
        await admin.Page.GotoAsync(Designer + "/rehearse");
        await admin.Live();

        await admin.Page.Locator("#sample").SelectOptionAsync(new SelectOptionValue { Label = "利益诉求顺利办结" });
        await Assertions.Expect(admin.Page.Locator("#matter-title")).ToHaveValueAsync("安置小区屋顶漏水");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "开始", Exact = true }).ClickAsync();
        await Assertions.Expect(admin.Page.Locator(".rehearse-task h2")).ToHaveTextAsync("分类建账");
        await admin.Visitor.ShootAsync("rehearse-begun");
        await ActAsync(admin, "建账", "书记阅批", ("category", "住房建设"), ("urgency", "一般"));
        await ActAsync(admin, "同意拟办", "受理告知", ("leadUnit", "县住建局"));
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "撤销上一步" }).ClickAsync();
        await Assertions.Expect(admin.Page.Locator(".rehearse-task h2")).ToHaveTextAsync("书记阅批");
        await ActAsync(admin, "同意拟办", "受理告知", ("leadUnit", "县住建局"));
        await ActAsync(admin, "已告知", "快速交办", ("method", "电话"), ("noticeText", "您反映的事项已经受理。"));
        await ActAsync(admin, "交办", "签收", ("leadUnit", "县住建局"));
        await ActAsync(admin, "签收", "结果反馈");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "快进到" }).ClickAsync();
        await Assertions.Expect(admin.Page.Locator(".rehearse-acts")).ToContainTextAsync("时间走到");
        await admin.Visitor.ShootAsync("rehearse-middle");
        await ActAsync(
            admin, "提交处理意见", "负责人审签", ("claim", "修好屋顶"), ("facts", "防水层老化。"), ("conclusion", "支持"), ("handlingOpinion", "十日内返修。"), ("basis", "建设工程质量管理条例"));
        await ActAsync(admin, "同意报出", "联系办初核");
        await ActAsync(admin, "初核通过", "书记把关");
        await ActAsync(admin, "通过", "回复征询");
        await ActAsync(
            admin, "满意或基本满意", "销号归档", ("method", "电话"), ("replyText", "已返修，请您查看。"), ("departmentRating", "满意"), ("responsibleRating", "满意"));
        await ActAsync(admin, "销号归档", null, ("result", "支持"));

        await Assertions.Expect(admin.Page.Locator("main")).ToContainTextAsync("已经走到终点");
        await admin.Page.Locator("#scenario-name").FillAsync("我的试运行");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "保存为剧本" }).ClickAsync();
        await Assertions.Expect(admin.Page.Locator(".rehearse-scenarios")).ToContainTextAsync("我的试运行");
        await admin.Visitor.ShootAsync("rehearse-ended");
        admin.Visitor.Complaints.ShouldBeEmpty();
        await admin.Page.GotoAsync("/ledger");
        (await admin.Page.ContentAsync()).ShouldNotContain("安置小区屋顶漏水");
    }

    [Fact]
    public async Task On_a_phone_the_rehearsal_fits_the_window()
    {
        await using var app = new HostApp();
        await using var admin = await Official.SignInAsync(browser, app, "admin", 390);
        await admin.Page.GotoAsync(Designer + "/rehearse");
        await admin.Live();
        await admin.Page.Locator("#matter-title").FillAsync("阳光花园小区业主委员会关于小区路灯长期损坏影响老年居民夜间出行请求尽快修复的反映");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "开始", Exact = true }).ClickAsync();
        await Assertions.Expect(admin.Page.Locator(".rehearse-task h2")).ToHaveTextAsync("分类建账");

        await admin.Visitor.ShootAsync("rehearse");

        (await admin.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth")).ShouldBe(0);
        admin.Visitor.Complaints.ShouldBeEmpty();
    }

    private static async Task ActAsync(Official admin, string outcome, string? next, params (string Key, string Value)[] fields)
    {
        var task = admin.Page.Locator(".rehearse-task").First;
        var choices = task.Locator("input[name=outcome]");
        if (await choices.CountAsync() == 1)
        {
            await Assertions.Expect(choices.First).ToBeCheckedAsync();
        }
        else
        {
            await task.Locator(".outcome", new() { HasText = outcome }).Filter(new() { Has = admin.Page.Locator("input[name=outcome]") }).First.Locator("input").CheckAsync();
        }
        await admin.EnterAsync(fields);
        var submit = task.Locator(".button-main");
        await Assertions.Expect(submit).ToContainTextAsync(outcome);
        await submit.ClickAsync();
        try
        {
            if (next is null)
            {
                await Assertions.Expect(admin.Page.Locator(".rehearse-task")).ToHaveCountAsync(0);
            }
            else
            {
                await Assertions.Expect(admin.Page.Locator(".rehearse-task h2").First).ToContainTextAsync(next);
            }
        }
        catch (PlaywrightException)
        {
            await admin.Visitor.ShootAsync("rehearse-stuck");
            throw;
        }
    }
}
