using Microsoft.Playwright;
using Platform.Governance.Bulletins;
using Platform.Governance.Demo;
using Platform.Governance.Inquiries;
using Platform.Governance.ReturnVisits;
using Platform.Host.Tests.Official;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser;

/// <summary>The pages of what surrounds a case: papers, parts, putting aside, visits, bulletins; with cases that were really handled.</summary>
[Collection(BrowserCollection.Name)]
public sealed class DeskPagesTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task The_pages_around_a_case_work_fit_and_keep_nobody_out(int width)
    {
        await using var app = new HostApp();
        app.Address.ShouldNotBeEmpty("browsers and the API share one server, which must listen before the first client");
        var desk = new CountyDesk(app);
        var handled = await desk.HandledAsync();
        var closed = await desk.HandledAsync();
        await desk.CloseAsync(closed, Rating.Mostly);
        var look = new Look();

        await using (var handler = await Official.SignInAsync(browser, app, "zhujian-cb", width))
        {
            await look.VisitAsync(handler, $"/cases/{handled}?tab=supervision", "shelving-ask");
            await handler.Page.GetByText("申请挂账", new() { Exact = true }).ClickAsync();
            await handler.Page.Locator("#shelving-reason").FillAsync("供水主管线改造要等省道施工结束，县里已列入明年计划。");
            await handler.Page.GetByRole(AriaRole.Button, new() { Name = "提交申请" }).ClickAsync();
            await Assertions.Expect(handler.Page.Locator("main")).ToContainTextAsync("等待决定");
        }
        await using (var director = await Official.SignInAsync(browser, app, "lianxi", width))
        {
            await look.VisitAsync(director, "/notifications", "notifications-director");
            await look.VisitAsync(director, $"/cases/{handled}?tab=supervision", "shelving-decide");
            await director.Page.GetByRole(AriaRole.Button, new() { Name = "同意挂账" }).ClickAsync();
            await Assertions.Expect(director.Page.Locator("main .notice-info").First).ToContainTextAsync("这件已挂账");
            await look.ShootAsync(director, "shelved");
            await look.VisitAsync(director, "/ledger?when=shelved", "ledger-shelved");
            await look.VisitAsync(director, $"/cases/{closed}?tab=papers", "papers-full");
            await director.Page.GetByRole(AriaRole.Link, new() { Name = "打印" }).First.ClickAsync();
            await director.Page.ArriveAsync("**/papers/**");
            await director.Live();
            await look.ShootAsync(director, "paper");
            await look.VisitAsync(director, $"/cases/{closed}", "case-closed");
        }
        await VisitAgainAsync(app, desk, closed, look, width);
        await TellAsync(app, desk, look, width);

        look.Complaints.ShouldBeEmpty();
    }

    private async Task VisitAgainAsync(HostApp app, CountyDesk desk, Guid closed, Look look, int width)
    {
        await desk.DissatisfyAsync(closed);
        await desk.Get<ReturnVisitService>().DrawAsync(CancellationToken.None);
        await using var visitor = await Official.SignInAsync(browser, app, "huifang", width);
        await look.VisitAsync(visitor, "/return-visits", "return-visits");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "记录回访" }).ClickAsync();
        await visitor.Page.GetByLabel("与办理情况不符").CheckAsync();
        await visitor.Page.Locator("#visit-text").FillAsync("灯修好三天又坏了，没有人再来看。");
        await look.ShootAsync(visitor, "return-visit");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "保存回访" }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator(".flash")).ToContainTextAsync("已重开为");
        await look.VisitAsync(visitor, "/return-visits?tab=done", "return-visits-done");
        await using var clerk = await Official.SignInAsync(browser, app, "dengji", width);
        await look.VisitAsync(clerk, $"/cases/{await desk.RegisterAsync("路灯损坏和医保报销")}/split", "split");
    }

    private async Task TellAsync(HostApp app, CountyDesk desk, Look look, int width)
    {
        var month = DateOnly.FromDateTime(desk.Get<TimeProvider>().GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
        await desk.MoveForwardAsync(TimeSpan.FromDays(31));
        var id = (await desk.Get<BulletinService>().FreezeAsync(DemoCounty.TenantId, month, CancellationToken.None)).Value;
        await desk.MoveForwardAsync(TimeSpan.FromDays(7));
        await using var secretary = await Official.SignInAsync(browser, app, "shuji", width);
        await look.VisitAsync(secretary, "/bulletins", "bulletins");
        await look.VisitAsync(secretary, "/bulletins/" + id, "bulletin");
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "签发" }).ClickAsync();
        await Assertions.Expect(secretary.Page.Locator("main .chip").First).ToHaveTextAsync("已签发");
        await look.VisitAsync(secretary, "/notices", "notices");
    }
}
