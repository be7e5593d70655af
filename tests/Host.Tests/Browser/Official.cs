using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser;

/// <summary>An official at work: signs in once, then opens and completes tasks through the pages as a person would.</summary>
public sealed class Official : IAsyncDisposable
{
    private readonly Visitor _visitor;

    private Official(Visitor visitor) => _visitor = visitor;

    public IPage Page => _visitor.Page;

    public Visitor Visitor => _visitor;

    public static Task<Official> SignInAsync(BrowserFixture browser, HostApp app, string name, int width = 1440) => SignInAsync(browser, app.Address, name, width);

    /// <summary>Signs in at an address that leads to the application.</summary>
    public static async Task<Official> SignInAsync(BrowserFixture browser, string address, string name, int width = 1440)
    {
        var visitor = await browser.OpenAsync(address, width);
        await visitor.SignInAsync(name, "/inbox");
        return new Official(visitor);
    }

    /// <summary>Opens the task that the inbox shows for a matter.</summary>
    public async Task OpenTaskAsync(string number)
    {
        await Page.GotoAsync("/inbox");
        await Live();
        await Page.Locator(".inbox-item", new() { HasText = number }).First.Locator("a.title").ClickAsync();
        await Page.ArriveAsync("**/tasks/**");
        await Live();
        var claim = Page.Locator(".action-bar").GetByRole(AriaRole.Button, new() { Name = "签收", Exact = true });
        if (await claim.IsVisibleAsync())
        {
            await claim.ClickAsync();
            await Assertions.Expect(claim).ToBeHiddenAsync();
        }
    }

    /// <summary>Chooses how to end the task and fills the fields, by key.</summary>
    public async Task FillAsync(string? outcome, params (string Key, string Value)[] fields)
    {
        if (outcome is not null)
        {
            await Page.Locator(".outcome", new() { HasText = outcome }).First.Locator("input").CheckAsync();
            await Assertions.Expect(Page.Locator(".action-bar .button-main")).ToContainTextAsync(outcome);
        }
        await EnterAsync(fields);
    }

    /// <summary>Fills fields of the form on the page, by key.</summary>
    public async Task EnterAsync(params (string Key, string Value)[] fields)
    {
        foreach (var (key, value) in fields)
        {
            await FillAsync(key, value);
        }
    }

    /// <summary>Hands the task in and waits until the page has moved on.</summary>
    public async Task SubmitAsync()
    {
        var here = Page.Url;
        await Page.Locator(".action-bar .button-main").ClickAsync();
        try
        {
            await Page.ArriveAsync(url => url != here);
        }
        catch (TimeoutException)
        {
            var wrong = await Page.Locator("[role=alert]").AllInnerTextsAsync();
            throw new InvalidOperationException($"Expected the task to be accepted, but the page says: {string.Join(" ", wrong)}");
        }
    }

    /// <summary>Opens the task of a matter, fills it in and hands it in.</summary>
    public async Task DoAsync(string number, string? outcome, params (string Key, string Value)[] fields)
    {
        try
        {
            await OpenTaskAsync(number);
            await FillAsync(outcome, fields);
            await SubmitAsync();
        }
        catch (Exception)
        {
            await _visitor.ShootAsync("stuck");
            throw;
        }
    }

    /// <summary>Waits until the page is no longer a skeleton and its circuit answers.</summary>
    public async Task Live()
    {
        // The address changes before the page does; what is asked too early is asked of the page before.
        await Page.WaitForFunctionAsync("() => [...document.querySelectorAll('main[data-page]')].every(main => decodeURI(main.dataset.page) === decodeURI(location.pathname.slice(1)))");
        await Assertions.Expect(Page.Locator(".skeleton")).ToHaveCountAsync(0);
        // Public pages and the sign-in page have no circuit to wait for.
        await Assertions.Expect(Page.Locator("main.content:not([data-live])")).ToHaveCountAsync(0);
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    public ValueTask DisposeAsync() => _visitor.DisposeAsync();

    private async Task FillAsync(string key, string value)
    {
        var field = Page.Locator("#field-" + key);
        var box = Page.Locator(".field", new() { Has = Page.Locator($"#field-{key}-label") });
        await box.WaitForAsync();
        if (await box.GetByRole(AriaRole.Radio).CountAsync() > 0)
        {
            await box.GetByLabel(value, new() { Exact = true }).CheckAsync();
            return;
        }
        var chosen = box.Locator(".chip");
        if (await chosen.CountAsync() > 0 && (await chosen.First.InnerTextAsync()).Contains(value, StringComparison.Ordinal))
        {
            return;
        }
        await field.WaitForAsync();
        if (await field.GetAttributeAsync("role") == "combobox")
        {
            await field.FillAsync(value);
            await Page.Locator($"#field-{key}-list li").First.ClickAsync();
            await Assertions.Expect(chosen).ToContainTextAsync(value);
            return;
        }
        if (await field.EvaluateAsync<string>("element => element.tagName") == "SELECT")
        {
            await field.SelectOptionAsync(value);
            return;
        }
        await field.FillAsync(value);
        await field.BlurAsync();
    }
}
