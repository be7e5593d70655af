using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser;

/// <summary>One Chromium for all browser tests. <c>SHANZHI_CHROMIUM</c> names the program when it is not Debian's.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public IBrowser Browser { get; private set; } = null!;

    /// <summary>Opens a window of the given width for a new person.</summary>
    public Task<Visitor> OpenAsync(HostApp app, int width = 1440) => Visitor.OpenAsync(Browser, app.Address, width);

    /// <summary>Opens a window at an address that leads to the application.</summary>
    public Task<Visitor> OpenAsync(string address, int width = 1440) => Visitor.OpenAsync(Browser, address, width);

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(20_000); // a bound for a loaded machine; nothing is measured by it
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("SHANZHI_CHROMIUM") ?? "/usr/bin/chromium",
            Headless = true,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>Browser tests share one browser and run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}
