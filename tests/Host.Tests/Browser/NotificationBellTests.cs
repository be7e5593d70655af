using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Platform.Governance.Demo;
using Platform.Host.Tests.Testing;
using Platform.Runtime.Persistence;

namespace Platform.Host.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class NotificationBellTests(BrowserFixture browser)
{
    [Fact]
    public async Task The_bell_counts_what_is_new_in_every_window_of_its_reader()
    {
        await using var app = new HostApp();
        await using var clerk = await Official.SignInAsync(browser, app, "dengji");
        await using var secretary = await Official.SignInAsync(browser, app, "shuji");
        await SendAsync(app, "dengji", "第一条", "第二条");
        await SendAsync(app, "shuji", "给书记的一条");
        var elsewhere = await clerk.Page.Context.NewPageAsync();
        await elsewhere.GotoAsync("/inbox");
        await clerk.Page.GotoAsync("/notifications");
        await clerk.Live();
        await secretary.Page.ReloadAsync();
        await Assertions.Expect(elsewhere.Locator(".bell-count")).ToHaveTextAsync("2");

        await clerk.Page.Locator(".inbox-item", new() { HasText = "第一条" }).GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(clerk.Page.Locator(".bell-count")).ToHaveTextAsync("1");
        await Assertions.Expect(elsewhere.Locator(".bell-count")).ToHaveTextAsync("1");

        await clerk.Page.Locator(".page-head").GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(clerk.Page.Locator(".bell-count")).ToHaveCountAsync(0);
        await Assertions.Expect(elsewhere.Locator(".bell-count")).ToHaveCountAsync(0);
        await Assertions.Expect(secretary.Page.Locator(".bell-count")).ToHaveTextAsync("1");
        clerk.Visitor.Complaints.ShouldBeEmpty();
    }

    private static async Task SendAsync(HostApp app, string code, params string[] titles)
    {
        var time = app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        await app.Services.GetRequiredService<PlatformDatabase>().WriteAsync(
            async (db, ct) =>
            {
                var person = await db.People.SingleAsync(row => row.TenantId == DemoCounty.TenantId && row.Code == code, ct);
                db.Notifications.AddRange(titles.Select(title => new NotificationRow
                {
                    TenantId = DemoCounty.TenantId, Id = Guid.CreateVersion7(time), PersonId = person.Id, Kind = "test", Title = title, CreatedAt = time,
                }));
                return await db.SaveChangesAsync(ct);
            },
            CancellationToken.None);
    }
}
