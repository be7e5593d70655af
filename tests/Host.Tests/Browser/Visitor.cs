using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Platform.Host.Setup;

namespace Platform.Host.Tests.Browser;

/// <summary>One person at one browser window, with everything the browser complained about.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly int _width;
    private readonly List<string> _complaints = [];

    private Visitor(IBrowserContext context, IPage page, int width)
    {
        _context = context;
        _width = width;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Script errors, blocked content and failed requests.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    /// <summary>Leaves out what the browser has complained about so far.</summary>
    public void Forget() => _complaints.Clear();

    public static async Task<Visitor> OpenAsync(IBrowser browser, string address, int width)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            Locale = "zh-CN",
            ViewportSize = new ViewportSize { Width = width, Height = width < 720 ? 844 : 900 },
            TimezoneId = "Asia/Shanghai",
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(30_000); // a bound for a loaded machine; nothing is measured by it
        var visitor = new Visitor(context, page, width);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                visitor._complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => visitor._complaints.Add(error);
        return visitor;
    }

    /// <summary>Signs in with a demonstration account and waits until the start page lives.</summary>
    public async Task SignInAsync(string name, string returnUrl = "/")
    {
        await Page.GotoAsync("/signin?returnUrl=" + Uri.EscapeDataString(returnUrl));
        await Page.GetByLabel("用户名").FillAsync(name);
        await Page.GetByLabel("密码").FillAsync(DemoMode.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await Page.ArriveAsync(url => !url.Contains("/signin", StringComparison.Ordinal));
    }

    /// <summary>Keeps a picture of the page under artifacts/screenshots for people to look at.</summary>
    public async Task ShootAsync(string name)
    {
        var folder = Path.GetFullPath(Path.Combine(ThisFolder(), "..", "..", "..", "artifacts", "screenshots"));
        Directory.CreateDirectory(folder);
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}-{_width}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
