using Platform.Governance.Bulletins;
using Platform.Governance.Cases;
using Platform.Governance.Demo;
using Platform.Governance.Inquiries;
using Platform.Governance.Notices;
using Platform.Governance.ReturnVisits;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Official;

/// <summary>What comes after a case is closed: the citizen rates again, somebody visits, the month is told.</summary>
public sealed class AfterClosingTests
{
    [Fact]
    public async Task A_closed_case_that_proves_untrue_is_taken_up_again_and_the_month_is_signed_and_published()
    {
        await using var app = new HostApp();
        var desk = new CountyDesk(app);
        var id = await desk.HandledAsync();
        await desk.CloseAsync(id, Rating.Mostly);
        await VisitAsync(desk, id);
        await TellAsync(desk);
    }

    [Fact]
    public async Task A_notice_is_filled_from_the_county_s_text_and_says_what_is_missing()
    {
        await using var app = new HostApp();
        var desk = new CountyDesk(app);
        var id = await desk.RegisterAsync();
        await desk.DoAsync("dengji", id, "book", new { category = "物业管理", urgency = "一般" });
        await desk.DoAsync("shuji", id, "agree", new { leadUnit = await desk.UnitAsync("bm-zhujian") });
        var clerk = await desk.ViewerAsync("dengji");

        var draft = (await desk.Get<NoticeTemplates>().DraftAsync(clerk, id, "notice", default))!;

        draft.Field.ShouldBe("noticeText");
        draft.Text.ShouldStartWith("受理告知书\n");
        draft.Text.ShouldContain("王秀英");
        draft.Text.ShouldContain("清源县住房和城乡建设局");
        NoticeTexts.IsComplete(draft.Text).ShouldBeTrue(draft.Text);
        (await desk.Get<NoticeTemplates>().DraftAsync(clerk, id, "register", default)).ShouldBeNull();
        (await desk.Get<NoticeTemplates>().DraftAsync(await desk.ViewerAsync("zhen"), id, "notice", default)).ShouldBeNull();
    }

    private static async Task VisitAsync(CountyDesk desk, Guid id)
    {
        var visits = desk.Get<ReturnVisitService>();
        var visitor = await desk.ViewerAsync("huifang");
        await desk.DissatisfyAsync(id);

        (await visits.DrawAsync(default)).ShouldBe(1);
        (await visits.DrawAsync(default)).ShouldBe(0);
        var visit = (await visits.ListAsync(visitor, isDone: false, default)).ShouldHaveSingleItem();
        (visit.MayRecord, visit.Phone).ShouldBe((true, "13900001234"));
        (await visits.ListAsync(await desk.ViewerAsync("lianxi"), isDone: false, default)).Single().Phone.ShouldBe("139****1234");
        var order = new RecordVisit(visit.Visit.Id, Session.NewCommand(), "电话", IsReached: true, IsTrue: false, "灯修好三天又坏了。");
        (await visits.RecordAsync(await desk.ViewerAsync("lianxi"), order, default)).Problem!.Code.ShouldBe("visit.not-allowed");
        var opened = (await visits.RecordAsync(visitor, order, default)).Value!;
        (await visits.RecordAsync(visitor, order, default)).Problem!.Code.ShouldBe("visit.done");

        var again = (await desk.Get<CaseQuery>().GetAsync(visitor, opened.CaseId, default))!;
        again.Entry.Number.ShouldEndWith(".1");
        again.Links.ShouldHaveSingleItem().Relation.ShouldBe("原件");
        again.Body.ShouldContain("灯修好三天又坏了");
    }

    private static async Task TellAsync(CountyDesk desk)
    {
        var bulletins = desk.Get<BulletinService>();
        var month = DateOnly.FromDateTime(desk.Get<TimeProvider>().GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
        (await bulletins.FreezeAsync(DemoCounty.TenantId, month, default)).Problem!.Code.ShouldBe("bulletin.month");
        await desk.MoveForwardAsync(TimeSpan.FromDays(31));
        var id = (await bulletins.FreezeAsync(DemoCounty.TenantId, month, default)).Value;
        (await bulletins.FreezeAsync(DemoCounty.TenantId, month, default)).Value.ShouldBe(id);

        (await bulletins.GetAsync(await desk.ViewerAsync("zhujian-cb"), id, default)).ShouldBeNull("a draft is not for everybody");
        var head = await desk.ViewerAsync("zhujian-fz");
        var draft = (await bulletins.GetAsync(head, id, default))!;
        draft.Figures.Units.ShouldHaveSingleItem().Name.ShouldBe("县住建局");
        draft.Figures.Complaints.ShouldBeNull("fewer than five are not told");
        (await bulletins.ObjectAsync(head, id, "其中一件是县供电公司的。", default)).IsSuccess.ShouldBeTrue();
        (await bulletins.ObjectAsync(head, id, "其中一件是县供电公司的。", default)).IsSuccess.ShouldBeTrue();
        (await bulletins.GetAsync(head, id, default))!.Objections.ShouldHaveSingleItem();
        (await bulletins.SignAsync(await desk.ViewerAsync("shuji"), id, default)).Problem!.Code.ShouldBe("bulletin.early");
        (await bulletins.PublishedAsync(DemoCounty.TenantId, default)).ShouldBeEmpty();
        await desk.MoveForwardAsync(TimeSpan.FromDays(7));
        (await bulletins.SignAsync(await desk.ViewerAsync("lianxi"), id, default)).Problem!.Code.ShouldBe("bulletin.not-allowed");
        (await bulletins.SignAsync(await desk.ViewerAsync("shuji"), id, default)).IsSuccess.ShouldBeTrue();
        (await bulletins.SignAsync(await desk.ViewerAsync("shuji"), id, default)).Problem!.Code.ShouldBe("bulletin.not-allowed");

        (await bulletins.PublishedAsync(DemoCounty.TenantId, default)).ShouldHaveSingleItem().Figures.Booked.ShouldBe(draft.Figures.Booked);
        (await bulletins.GetAsync(await desk.ViewerAsync("zhujian-cb"), id, default)).ShouldNotBeNull();
    }
}
