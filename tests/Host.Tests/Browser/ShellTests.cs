using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class ShellTests(BrowserFixture browser)
{
    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Sign_in_page_looks_right(int width)
    {
        await using var app = new HostApp();
        await using var visitor = await browser.OpenAsync(app, width);

        await visitor.Page.GotoAsync("/signin");
        await visitor.ShootAsync("signin");

        (await visitor.Page.TitleAsync()).ShouldBe("登录");
        visitor.Complaints.ShouldBeEmpty();
    }
}
