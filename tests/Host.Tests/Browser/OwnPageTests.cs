using Microsoft.Playwright;
using Platform.Host.Tests.Testing;

namespace Platform.Host.Tests.Browser;

[Collection(BrowserCollection.Name)]
public sealed class OwnPageTests(BrowserFixture browser)
{
    private const string Opinion = "情况属实，只属于第一件。";

    /// <summary>The page goes on to the next task by itself; an opinion that stood there would be signed under another matter.</summary>
    [Fact]
    public async Task What_was_written_for_one_task_does_not_stand_in_the_next()
    {
        await using var app = new HostApp();
        await using var clerk = await Official.SignInAsync(browser, app, "dengji");
        var (first, _) = await NineStepWalkTests.RegisterAsync(clerk, "第一件：路灯损坏");
        await NineStepWalkTests.RegisterAsync(clerk, "第二件：井盖缺失");
        await clerk.OpenTaskAsync(first);
        await clerk.FillAsync("建账", ("category", "物业管理"), ("urgency", "一般"));
        await clerk.Page.Locator("#opinion").FillAsync(Opinion);

        await clerk.SubmitAsync();
        await clerk.Page.ArriveAsync("**/tasks/**");
        await Assertions.Expect(clerk.Page.Locator("main")).ToContainTextAsync("第二件：井盖缺失");
        await clerk.Live();

        await Assertions.Expect(clerk.Page.Locator("#opinion")).ToHaveValueAsync("");
        await Assertions.Expect(clerk.Page.Locator(".outcome input:checked")).ToHaveCountAsync(0);
        clerk.Visitor.Complaints.ShouldBeEmpty();
    }
}
