using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser.Designer;

/// <summary>How Chinese names stand in drawings.</summary>
[Collection(BrowserCollection.Name)]
public sealed class NamesTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_name_breaks_between_words_and_no_bracket_stands_alone()
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.OpenAsync(browser, app, "shiquan-three-ledgers");
        await designer.ShowCanvasAsync();
        await designer.Visitor.ShootAsync("names-canvas");

        (await LinesAsync(designer, "register-result")).ShouldBe(["登记结论"]);
        (await LinesAsync(designer, "study")).ShouldBe(["6 研究论证", "（建议账）"]);
        (await LinesAsync(designer, "notice")).ShouldBe(["3 受理告知"]);
        designer.Visitor.Complaints.ShouldBeEmpty();
    }

    private static Task<IReadOnlyList<string>> LinesAsync(DesignerPage designer, string element) =>
        designer.Page.Locator($"[data-element-id='{element}_label'] .djs-label, [data-element-id='{element}'] .djs-label").Last.Locator("tspan").AllTextContentsAsync();
}
