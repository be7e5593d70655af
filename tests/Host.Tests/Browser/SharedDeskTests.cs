using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser;

/// <summary>Several people share the computer at a counter; a window that was left open must not work on for the one who has gone.</summary>
[Collection(BrowserCollection.Name)]
public sealed class SharedDeskTests(BrowserFixture browser)
{
    [Fact]
    public async Task Signing_out_in_one_window_ends_the_others()
    {
        await using var app = new HostApp();
        await using var clerk = await Official.SignInAsync(browser, app, "dengji");
        var other = await clerk.Page.Context.NewPageAsync();
        await other.GotoAsync("/register");
        await Assertions.Expect(other.Locator("main[data-live]")).ToBeVisibleAsync();

        await SignOutAsync(clerk);

        await other.ArriveAsync("**/signin?returnUrl=**");
    }

    [Fact]
    public async Task A_window_of_one_person_becomes_that_of_the_next_and_a_window_of_the_same_person_keeps_what_was_typed()
    {
        await using var app = new HostApp();
        await using var clerk = await Official.SignInAsync(browser, app, "dengji");
        var other = await clerk.Page.Context.NewPageAsync();
        await other.GotoAsync("/register");
        await Assertions.Expect(other.Locator("main[data-live]")).ToBeVisibleAsync();
        await other.Locator("#title").FillAsync("路灯损坏");

        await clerk.Page.ReloadAsync();
        await clerk.Live();
        await clerk.Page.GotoAsync("/track");
        await clerk.Page.Locator("main").WaitForAsync();
        await Assertions.Expect(other.Locator("#title")).ToHaveValueAsync("路灯损坏");

        await clerk.Page.GotoAsync("/inbox");
        await clerk.Live();
        await SignOutAsync(clerk);
        await other.ArriveAsync("**/signin?returnUrl=**");
        await clerk.Visitor.SignInAsync("shuji", "/inbox");
        await other.GotoAsync("/inbox");
        await Assertions.Expect(other.Locator(".top-tools")).ToContainTextAsync("张国栋");
    }

    private static async Task SignOutAsync(Official person)
    {
        await person.Page.Locator("summary:has(.fa-circle-user)").ClickAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "退出", Exact = false }).ClickAsync();
        await person.Page.ArriveAsync("**/signin");
    }
}
