using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Platform.Host.Tests.Official;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser.Designer;

[Collection(BrowserCollection.Name)]
public sealed class FilmTests(BrowserFixture browser)
{
    private const string EmptyAbove = "() => document.querySelector('.djs-container .viewport').getBoundingClientRect().top - document.querySelector('.djs-container').getBoundingClientRect().top";

    [Fact]
    public async Task What_happened_to_a_matter_is_played_paused_and_stepped_through_by_keyboard()
    {
        await using var app = new HostApp();
        await using Official clerk = await OpenHandledCaseAsync(app);
        ILocator bar = clerk.Page.Locator(".film-bar");
        ILocator where = clerk.Page.Locator(".film-where");
        int count = await CountAsync(where);

        count.ShouldBeGreaterThan(5);
        await where.GetByText($"第 {count} 步（共 {count} 步）").WaitForAsync();
        await clerk.Page.Locator(".film-play").FocusAsync();
        await clerk.Page.Keyboard.PressAsync("Enter");
        await clerk.Page.Locator(".film-token").First.WaitForAsync();
        await clerk.Visitor.ShootAsync("film-playing");
        (await clerk.Page.EvaluateAsync<double>(EmptyAbove)).ShouldBeLessThan(100, "the drawing is larger than its window and fills it");
        await Assertions.Expect(clerk.Page.Locator(".film-play")).ToHaveTextAsync("暂停");
        await clerk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(clerk.Page.Locator(".film-play")).ToHaveTextAsync("播放经过");
        await Assertions.Expect(clerk.Page.Locator(".film-token")).ToHaveCountAsync(0);

        await bar.Locator("input").FocusAsync();
        await clerk.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(where).ToHaveTextAsync($"共 {count} 步，还没有开始");
        await Assertions.Expect(clerk.Page.Locator(".token-taken")).ToHaveCountAsync(0);
        await bar.GetByRole(AriaRole.Button, new() { Name = "下一步" }).FocusAsync();
        await clerk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(where).ToContainTextAsync($"第 1 步（共 {count} 步）：从“");
        await Assertions.Expect(clerk.Page.Locator(".djs-connection.token-taken")).ToHaveCountAsync(1);
        await bar.GetByRole(AriaRole.Button, new() { Name = "上一步" }).ClickAsync();
        await Assertions.Expect(where).ToContainTextAsync("还没有开始");

        await clerk.Page.Locator(".film-bar select").SelectOptionAsync("4");
        await clerk.Page.Locator(".film-play").ClickAsync();
        await Assertions.Expect(where).ToContainTextAsync($"第 {count} 步（共 {count} 步）", new() { Timeout = 30_000 });
        await Assertions.Expect(clerk.Page.Locator(".film-play")).ToHaveTextAsync("播放经过");
        await Assertions.Expect(clerk.Page.Locator(".djs-shape.token-open").First).ToBeVisibleAsync();
        clerk.Visitor.Complaints.ShouldBeEmpty();
        (await Axe.ViolationsAsync(clerk.Page)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_moves_for_those_who_asked_for_no_motion_and_every_step_is_still_told()
    {
        await using var app = new HostApp();
        await using Official clerk = await OpenHandledCaseAsync(app, 390);
        await clerk.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await clerk.Page.Locator(".film-bar input").FillAsync("0");

        await clerk.Page.Locator(".film-play").ClickAsync();
        await clerk.Page.Locator(".film-token").First.WaitForAsync();
        string[] places = await clerk.Page.EvaluateAsync<string[]>(
            """
            () => new Promise(resolve => {
              const seen = [];
              const look = () => {
                const token = document.querySelector('.film-token');
                if (token) seen.push(`${token.getAttribute('cx')},${token.getAttribute('cy')}`);
                seen.length < 10 && token ? requestAnimationFrame(look) : resolve(seen);
              };
              look();
            })
            """);

        places.Skip(1).Distinct().Count().ShouldBeLessThanOrEqualTo(1);
        await Assertions.Expect(clerk.Page.Locator(".film-where")).ToContainTextAsync("第 2 步");
        await clerk.Visitor.ShootAsync("film-still");
        clerk.Visitor.Complaints.ShouldBeEmpty();
    }

    private async Task<Official> OpenHandledCaseAsync(HostApp app, int width = 1440)
    {
        _ = app.Address;
        Guid id = await new CountyDesk(app).HandledAsync();
        Official clerk = await Official.SignInAsync(browser, app, "dengji", width);
        await clerk.Page.GotoAsync($"/cases/{id}?tab=diagram");
        await clerk.Live();
        await clerk.Page.Locator(".film-bar").WaitForAsync();
        return clerk;
    }

    private static async Task<int> CountAsync(ILocator where) => int.Parse(Regex.Match(await where.InnerTextAsync(), @"共 (\d+) 步").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
}
