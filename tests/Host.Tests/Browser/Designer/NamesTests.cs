using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser.Designer;

/// <summary>How Chinese names stand in drawings.</summary>
[Collection(BrowserCollection.Name)]
public sealed class NamesTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("register-result", "登记结论")]
    [InlineData("study", "6 研究论证", "（建议账）")]
    [InlineData("notice", "3 受理告知")]
    public async Task A_name_breaks_between_words_and_no_bracket_stands_alone(string element, params string[] lines)
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.OpenAsync(browser, app, "shiquan-three-ledgers");
        await designer.ShowCanvasAsync();

        ILocator name = designer.Page.Locator($"[data-element-id='{element}_label'] .djs-label, [data-element-id='{element}'] .djs-label").Last;
        IReadOnlyList<string> shown = await name.Locator("tspan").AllTextContentsAsync();

        shown.ShouldBe(lines);
        await designer.Visitor.ShootAsync("names-canvas");
        designer.Visitor.Complaints.ShouldBeEmpty();
    }
}
