using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class KeyboardWalkTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_task_is_found_opened_filled_in_and_handed_in_without_a_mouse()
    {
        await using var app = new HostApp();
        await using var clerk = await Official.SignInAsync(browser, app, "dengji");
        var (first, _) = await NineStepWalkTests.RegisterAsync(clerk, "第一件：路灯损坏");
        var (second, _) = await NineStepWalkTests.RegisterAsync(clerk, "第二件：井盖缺失");
        var page = clerk.Page;
        await page.GotoAsync("/inbox");
        await clerk.Live();

        await TabToAsync(page, ".inbox-list");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator(".inbox-item[aria-current=true]")).ToContainTextAsync(second);
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(page.Locator(".inbox-item[aria-current=true]")).ToContainTextAsync(first);
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync("**/tasks/**");
        await clerk.Live();

        await TabToAsync(page, ".outcome input");
        await page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Locator(".action-bar .button-main")).ToContainTextAsync("建账");
        await TabToAsync(page, "#field-category");
        await page.Keyboard.TypeAsync("物业");
        await TabToAsync(page, ".action-bar .button-main");
        (await page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).boxShadow")).ShouldNotBe("none", "whoever uses the keyboard must see where they are");
        var here = page.Url;
        await page.Keyboard.PressAsync("Enter");
        await page.ArriveAsync(url => url != here);
        await Assertions.Expect(page.Locator(".flash")).ToContainTextAsync("已提交");
    }

    /// <summary>Goes on with the tabulator until the element has the focus.</summary>
    internal static async Task TabToAsync(IPage page, string selector)
    {
        for (var presses = 0; presses < 80; presses++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) === true", selector))
            {
                return;
            }
            await page.Keyboard.PressAsync("Tab");
        }
        throw new InvalidOperationException($"Expected the tabulator to reach {selector}, but it did not.");
    }
}
