using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class NineStepWalkTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_claim_goes_from_registration_to_the_archive_through_the_pages_of_seven_people()
    {
        await using var app = new HostApp();
        await using var clerk = await Official.SignInAsync(browser, app, "dengji");
        await using var secretary = await Official.SignInAsync(browser, app, "shuji");
        await using var director = await Official.SignInAsync(browser, app, "lianxi");
        await using var receiver = await Official.SignInAsync(browser, app, "zhujian");
        await using var handler = await Official.SignInAsync(browser, app, "zhujian-cb");
        await using var head = await Official.SignInAsync(browser, app, "zhujian-fz");
        await using var visitor = await Official.SignInAsync(browser, app, "huifang");

        var (number, queryCode) = await RegisterAsync(clerk);
        await clerk.DoAsync(number, "建账", ("category", "物业管理"), ("urgency", "一般"));
        await secretary.DoAsync(number, "同意拟办", ("leadUnit", "县住建局"));
        await TellAsync(clerk, number);
        await director.DoAsync(number, "交办", ("leadUnit", "县住建局"), ("requirement", "请现场核实，十个工作日内反馈。"));
        await receiver.DoAsync(number, "签收");
        await handler.DoAsync(
            number,
            "提交处理意见",
            ("claim", "修复小区路灯"),
            ("facts", "经现场查看，十二盏路灯中有五盏损坏，系线路老化。"),
            ("conclusion", "支持"),
            ("handlingOpinion", "责成物业公司十日内修复，由我局验收。"),
            ("basis", "《物业管理条例》第三十五条"));
        await head.DoAsync(number, "同意报出");
        await director.DoAsync(number, "初核通过");
        await secretary.DoAsync(number, "通过");
        await RateAsync(browser, app, queryCode);
        await visitor.Page.GotoAsync("/notifications");
        await visitor.Live();
        await Assertions.Expect(visitor.Page.Locator(".bell-count")).ToHaveTextAsync("1");
        await visitor.Visitor.ShootAsync("notifications");
        await visitor.Page.GetByRole(AriaRole.Link, new() { Name = $"{number} 群众在网上评价不满意，请联系核实。" }).ClickAsync();
        await visitor.Page.ArriveAsync("**/cases/**");
        await Assertions.Expect(visitor.Page.Locator(".bell-count")).ToHaveCountAsync(0);
        await visitor.OpenTaskAsync(number);
        await Assertions.Expect(visitor.Page.Locator("main .notice-info")).ToContainTextAsync("电话打得及时");
        await visitor.DoAsync(
            number,
            "满意或基本满意",
            ("method", "电话"),
            ("replyText", "五盏路灯已经修复，感谢您的反映。"),
            ("departmentRating", "满意"),
            ("responsibleRating", "基本满意"));
        await clerk.DoAsync(number, "销号归档", ("result", "支持"));

        await clerk.Page.GotoAsync("/ledger?q=" + number);
        await clerk.Live();
        await Assertions.Expect(clerk.Page.Locator("table")).ToContainTextAsync("已归档");
        await clerk.Page.GotoAsync("/track?code=" + queryCode);
        await Assertions.Expect(clerk.Page.Locator("main")).ToContainTextAsync("已经办结");
        clerk.Visitor.Complaints.ShouldBeEmpty();
        secretary.Visitor.Complaints.ShouldBeEmpty();
    }

    /// <summary>The notice is filled from the county's text, looked at, and sent.</summary>
    private static async Task TellAsync(Official clerk, string number)
    {
        await clerk.OpenTaskAsync(number);
        await clerk.FillAsync("已告知", ("method", "电话"));
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "按模板填写" }).ClickAsync();
        await Assertions.Expect(clerk.Page.Locator(".sheet")).ToContainTextAsync("清源县住房和城乡建设局");
        await clerk.Visitor.ShootAsync("notice-preview");
        await clerk.SubmitAsync();
    }

    /// <summary>The citizen rates by query code while the inquiry waits; a bad rating asks for a reason.</summary>
    private static async Task RateAsync(BrowserFixture browser, HostApp app, string queryCode)
    {
        await using var citizen = await browser.OpenAsync(app, 390);
        await citizen.Page.GotoAsync("/track?code=" + queryCode);
        await citizen.ShootAsync("track-may-rate");
        await citizen.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "评价", Exact = true }).ClickAsync();
        await citizen.Page.Locator("fieldset").Nth(0).GetByLabel("基本满意").CheckAsync();
        await citizen.Page.Locator("fieldset").Nth(1).GetByLabel("不满意", new() { Exact = true }).CheckAsync();
        await citizen.Page.GetByRole(AriaRole.Button, new() { Name = "提交评价" }).ClickAsync();
        await Assertions.Expect(citizen.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请写明不满意的原因");
        await citizen.ShootAsync("rate-refused");
        await citizen.Page.Locator("#reason").FillAsync("电话打得及时，路灯还有一盏没亮。");
        await citizen.Page.GetByRole(AriaRole.Button, new() { Name = "提交评价" }).ClickAsync();
        await Assertions.Expect(citizen.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("已收到您的评价");
        await citizen.ShootAsync("rated");
        citizen.Complaints.ShouldBeEmpty();
    }

    internal static async Task<(string Number, string QueryCode)> RegisterAsync(Official clerk, string title = "阳光花园小区路灯损坏")
    {
        await clerk.Page.GotoAsync("/register");
        await clerk.Live();
        await clerk.Page.Locator("#title").FillAsync(title);
        await clerk.Page.Locator("#text").FillAsync("城关镇阳光花园小区三号楼到五号楼之间的路灯坏了半个月，晚上老人出门看不见路，请尽快修复。");
        await clerk.Page.Locator("#person").FillAsync("王秀英");
        await clerk.Page.Locator("#phone").FillAsync("13900001234");
        await clerk.Page.Locator("#place").FillAsync("城关镇阳光花园小区");
        await clerk.Page.Locator("#place").BlurAsync();
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        var facts = clerk.Page.Locator("main .facts dd strong");
        await Assertions.Expect(facts).ToHaveCountAsync(2);
        return (await facts.Nth(0).InnerTextAsync(), await facts.Nth(1).InnerTextAsync());
    }
}
