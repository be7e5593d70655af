using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser.Designer;

/// <summary>An administrator at the designer, who does what a person would do.</summary>
public sealed class DesignerPage : IAsyncDisposable
{
    private readonly Official _admin;

    private DesignerPage(Official admin) => _admin = admin;

    public IPage Page => _admin.Page;

    public Visitor Visitor => _admin.Visitor;

    /// <summary>The administrator who works here.</summary>
    public Official Admin => _admin;

    public ILocator Canvas => Page.Locator(".djs-container svg").First;

    public ILocator Saved => Page.Locator(".design-saved");

    /// <summary>Signs in and begins a new process.</summary>
    public static Task<DesignerPage> BeginAsync(BrowserFixture browser, HostApp app, string name, int width = 1440) => BeginAsync(browser, app.Address, name, width);

    /// <summary>Signs in at an address that leads to the application, and begins a new process.</summary>
    public static async Task<DesignerPage> BeginAsync(BrowserFixture browser, string address, string name, int width = 1440)
    {
        DesignerPage designer = new(await Official.SignInAsync(browser, address, "admin", width));
        await designer.Page.GotoAsync("/definitions");
        await designer._admin.Live();
        await designer.Page.Locator("#new-process-name").FillAsync(name);
        await designer.Page.Locator(".new-process button").ClickAsync();
        await designer.Page.ArriveAsync("**/definitions/design/**");
        await designer.LiveAsync();
        return designer;
    }

    /// <summary>Signs in and opens a process.</summary>
    public static async Task<DesignerPage> OpenAsync(BrowserFixture browser, HostApp app, string key, int width = 1440)
    {
        DesignerPage designer = new(await Official.SignInAsync(browser, app, "admin", width));
        await designer.Page.GotoAsync("/definitions/design/" + key);
        await designer.LiveAsync();
        return designer;
    }

    public async Task LiveAsync()
    {
        await _admin.Live();
        await Page.Locator(".process-designer[data-ready]").WaitForAsync();
    }

    /// <summary>Opens the canvas and waits until the drawing is there.</summary>
    public async Task ShowCanvasAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "流程图", Exact = true }).ClickAsync();
        await Page.Locator(".djs-container .djs-shape").First.WaitForAsync();
    }

    public Task ShowSimpleAsync() => Page.GetByRole(AriaRole.Button, new() { Name = "简易视图", Exact = true }).ClickAsync();

    /// <summary>Chooses 大字版 in the top bar, as a person would, and waits for the designer.</summary>
    public async Task EnlargeAsync()
    {
        await Page.Locator("summary:has(.fa-text-height)").ClickAsync();
        await Page.Locator("button[name=size][value=large]").ClickAsync();
        await Page.Locator("html.text-large").WaitForAsync();
        await LiveAsync();
    }

    public ILocator Shape(string id) => Page.Locator($".djs-shape[data-element-id='{id}']");

    /// <summary>Names that stand in the drawing, in the order in which they were drawn.</summary>
    public Task<string[]> NamesAsync() => Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.djs-label')].map(label => label.textContent)");

    /// <summary>Waits until a name stands in the drawing.</summary>
    public Task ExpectNameAsync(string name) => Page.WaitForFunctionAsync("name => [...document.querySelectorAll('.djs-label')].some(label => label.textContent === name)", name);

    /// <summary>Waits until a name no longer stands in the drawing.</summary>
    public Task ExpectNoNameAsync(string name) => Page.WaitForFunctionAsync("name => [...document.querySelectorAll('.djs-label')].every(label => label.textContent !== name)", name);

    public Task ExpectSavedAsync() => Assertions.Expect(Saved).ToHaveTextAsync("已保存");

    /// <summary>Fills a field of the panel and leaves it.</summary>
    public async Task SetAsync(string id, string value)
    {
        ILocator field = Page.Locator("#" + id);
        await field.FillAsync(value);
        await field.BlurAsync();
    }

    /// <summary>Publishes with a note and waits for the answer.</summary>
    public async Task PublishAsync(string note)
    {
        await ExpectSavedAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "发布", Exact = true }).ClickAsync();
        await Page.Locator("#design-note").FillAsync(note);
        await Page.GetByRole(AriaRole.Button, new() { Name = "确认发布", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.Locator(".design-answer.is-done")).ToContainTextAsync("已发布");
    }

    public ValueTask DisposeAsync() => _admin.DisposeAsync();
}
