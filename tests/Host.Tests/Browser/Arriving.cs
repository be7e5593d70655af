using Microsoft.Playwright;

namespace Platform.Host.Tests.Browser;

/// <summary>Waits for the next page. Where it does not come, the failure tells what people would see instead.</summary>
internal static class Arriving
{
    private const int MostText = 2_000;

    public static Task ArriveAsync(this IPage page, string url) => TellAsync(page, page.WaitForURLAsync(url));

    public static Task ArriveAsync(this IPage page, Func<string, bool> url) => TellAsync(page, page.WaitForURLAsync(url));

    private static async Task TellAsync(IPage page, Task arrival)
    {
        try
        {
            await arrival;
        }
        catch (TimeoutException late)
        {
            string focus = await page.EvaluateAsync<string>("document.activeElement?.outerHTML.slice(0, 200) ?? ''");
            string shown = await page.Locator("body").InnerTextAsync();
            throw new TimeoutException($"{late.Message}\nat {page.Url}\nfocus {focus}\n{shown[..Math.Min(shown.Length, MostText)]}", late);
        }
    }
}
