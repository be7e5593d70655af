using System.Text.Json;
using Microsoft.Playwright;

namespace Platform.Host.Tests.Browser;

/// <summary>Asks axe-core what on a page keeps people out who see, hear or point less well.</summary>
internal static class Axe
{
    private static readonly string Source = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));

    /// <summary>Serious and critical violations, each with the places where they stand.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        // Evaluated by the debugger and not added to the page, whose policy rightly forbids foreign scripts.
        await page.EvaluateAsync(Source);
        var found = await page.EvaluateAsync<JsonElement>(
            "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => ({ id: v.id, impact: v.impact, at: v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)) }))");
        return
        [
            .. found.EnumerateArray().Where(item => item.GetProperty("impact").GetString() is "serious" or "critical")
                .Select(item => $"{item.GetProperty("id").GetString()}: {string.Join(" | ", item.GetProperty("at").EnumerateArray().Select(place => place.GetString()))}"),
        ];
    }
}
