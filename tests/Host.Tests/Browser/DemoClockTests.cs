using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class DemoClockTests(BrowserFixture browser)
{
    [Fact]
    public async Task Moving_the_clock_forward_turns_a_waiting_task_overdue_and_calls_on_those_above()
    {
        await using var app = new HostApp();
        await using var clerk = await Official.SignInAsync(browser, app, "dengji");
        var (number, _) = await NineStepWalkTests.RegisterAsync(clerk);
        await clerk.DoAsync(number, "建账", ("category", "物业管理"), ("urgency", "一般"));
        await using var secretary = await Official.SignInAsync(browser, app, "shuji");

        await MoveAsync(secretary, "7 天");

        await secretary.Page.GotoAsync("/inbox?tab=overdue");
        await secretary.Live();
        await Assertions.Expect(secretary.Page.Locator(".inbox-item", new() { HasText = number }).Locator(".chip-danger")).ToBeVisibleAsync();
        await secretary.Page.Locator(".inbox-item", new() { HasText = number }).Locator("a.title").ClickAsync();
        await secretary.Page.ArriveAsync("**/tasks/**");
        await Assertions.Expect(secretary.Page.Locator(".timeline .alert").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await secretary.Visitor.ShootAsync("task-overdue");
    }

    private static async Task MoveAsync(Official official, string jump)
    {
        await official.Page.GotoAsync("/inbox");
        await official.Live();
        var clock = official.Page.Locator(".top-bar details", new() { Has = official.Page.Locator(".fa-forward") });
        var time = clock.Locator("summary .number");
        var before = (await time.TextContentAsync())![..6];
        await clock.Locator("summary").ClickAsync();
        await clock.GetByRole(AriaRole.Button, new() { Name = jump }).ClickAsync();
        await Assertions.Expect(time).Not.ToContainTextAsync(before);
    }
}
