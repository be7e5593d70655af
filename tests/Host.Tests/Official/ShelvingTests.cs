using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Governance.Shelving;
using Platform.Host.Tests.Testing;
using Platform.Runtime.Persistence;

namespace Platform.Host.Tests.Official;

public sealed class ShelvingTests
{
    [Fact]
    public async Task A_case_put_aside_stands_until_its_date_and_is_then_taken_up_by_the_clock()
    {
        await using var app = new HostApp();
        var desk = new CountyDesk(app);
        var id = await desk.HandledAsync();
        var shelvings = desk.Get<Shelvings>();
        var review = DateOnly.FromDateTime(app.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(60).DateTime);
        var ask = new AskShelving(id, "管线迁改要等省道施工结束。", review);

        (await shelvings.AskAsync(await desk.ViewerAsync("dengji"), ask, default)).Problem!.Code.ShouldBe("shelving.not-allowed");
        (await shelvings.AskAsync(await desk.ViewerAsync("zhujian-cb"), ask, default)).IsSuccess.ShouldBeTrue();
        (await shelvings.AskAsync(await desk.ViewerAsync("zhujian-cb"), ask, default)).Problem!.Code.ShouldBe("shelving.exists");
        (await shelvings.DecideAsync(await desk.ViewerAsync("zhujian-cb"), new DecideShelving(id, true, null), default)).Problem!.Code.ShouldBe("shelving.not-allowed");
        (await shelvings.DecideAsync(await desk.ViewerAsync("lianxi"), new DecideShelving(id, true, "同意。"), default)).IsSuccess.ShouldBeTrue();

        var before = await RowAsync(desk, id);
        before.PausedSince.ShouldNotBeNull();
        before.ShelvedUntil.ShouldNotBeNull();
        (await desk.Get<CaseQuery>().CountAsync(await desk.ViewerAsync("lianxi"), new LedgerFilter { Shelved = true }, default)).ShouldBe(1);
        (await shelvings.WakeAsync(default)).ShouldBe(0);
        await desk.MoveForwardAsync(TimeSpan.FromDays(63));
        await shelvings.WakeAsync(default);

        var after = await RowAsync(desk, id);
        (after.PausedSince, after.ShelvedUntil).ShouldBe((null, null));
        after.PromiseDueAt!.Value.ShouldBeGreaterThan(before.PromiseDueAt!.Value.AddDays(50));
        after.LegalDueAt.ShouldBe(before.LegalDueAt);
        after.OriginalPromiseDueAt.ShouldBe(before.OriginalPromiseDueAt);
    }

    private static async Task<CaseRow> RowAsync(CountyDesk desk, Guid id)
    {
        await using var db = desk.Get<PlatformDatabase>().CreateDbContext();
        return await db.Set<CaseRow>().SingleAsync(row => row.Id == id);
    }
}
