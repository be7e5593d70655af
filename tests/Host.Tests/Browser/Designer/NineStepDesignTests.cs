using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Platform.Host.Tests.Testing;
using Platform.Kernel.Execution;
using Platform.Runtime.Persistence;

namespace Platform.Host.Tests.Browser.Designer;

/// <summary>The nine steps are built from nothing in each view, with the mouse and without it, checked, rehearsed to the end, published, and walked by one matter.</summary>
[Collection(BrowserCollection.Name)]
public sealed class NineStepDesignTests(BrowserFixture browser)
{
    private const string Tenant = "qingyuan";
    private static readonly string[] Steps = ["分类建账", "书记阅批", "受理告知", "快速交办", "严格督查", "结果反馈", "书记把关", "回复征询", "销号归档"];

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Nine_steps_are_drawn_checked_rehearsed_published_and_walked(bool onCanvas, bool byKeyboard)
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.BeginAsync(browser, app, "九环节办理");
        string key = designer.Page.Url.Split('/')[^1];
        string view = $"{(onCanvas ? "canvas" : "simple")}-{(byKeyboard ? "keys" : "mouse")}";
        Hand hand = Hand.Of(designer.Visitor, byKeyboard);
        if (onCanvas)
        {
            await hand.PressAsync("button:text-is('流程图')");
            await designer.Canvas.Locator(".djs-shape").First.WaitForAsync();
        }

        await DrawAsync(designer, DesigningHand.Of(designer, byKeyboard), onCanvas);
        await Assertions.Expect(designer.Page.Locator(".issue-list h3")).ToHaveTextAsync("检查通过，没有发现问题。");
        await designer.Visitor.ShootAsync("design-" + view);

        await RehearseAsync(designer, hand);
        await designer.Visitor.ShootAsync("rehearse-" + view);
        designer.Visitor.Complaints.ShouldBeEmpty();
        await using (PlatformDb db = app.Services.GetRequiredService<PlatformDatabase>().CreateDbContext())
        {
            (await db.Instances.AnyAsync(i => i.ProcessKey == key)).ShouldBeFalse("a rehearsal leaves nothing in the county");
        }

        await hand.PressAsync("a:text-is('返回设计')");
        await designer.LiveAsync();
        await PublishAsync(designer, hand);
        designer.Visitor.Complaints.ShouldBeEmpty();
        await WalkAsync(app, key, byKeyboard);
    }

    private static async Task DrawAsync(DesignerPage designer, DesigningHand hand, bool onCanvas)
    {
        await (onCanvas ? hand.SelectOnCanvasAsync() : hand.SelectFirstCardAsync());
        for (int i = 0; i < Steps.Length; i++)
        {
            if (i > 0)
            {
                await (onCanvas ? hand.AppendOnCanvasAsync() : hand.AppendBehindAsync(Steps[i - 1]));
            }
            await hand.DescribeAsync(Steps[i]);
            designer.Visitor.Complaints.ShouldBeEmpty();
        }
    }

    /// <summary>Leaves the designer at once, as people do: what was drawn last must be in the rehearsal all the same.</summary>
    private static async Task RehearseAsync(DesignerPage designer, Hand hand)
    {
        await hand.PressAsync("a:text-is('试运行')");
        await designer.Page.ArriveAsync("**/rehearse");
        await hand.PickAsync("starter", "王晓梅");
        await hand.PressAsync("button:text-is('开始')");
        ILocator task = designer.Page.Locator(".rehearse-task h2");
        foreach (string step in Steps)
        {
            await Assertions.Expect(task).ToHaveTextAsync(step);
            await hand.PressAsync(".rehearse-task .button-main:enabled");
        }
        await Assertions.Expect(task).ToHaveCountAsync(0);
        await Assertions.Expect(designer.Page.Locator("main")).ToContainTextAsync("已经走到终点");
    }

    private static async Task PublishAsync(DesignerPage designer, Hand hand)
    {
        await hand.PressAsync("button:text-is('发布'):enabled");
        await hand.WriteAsync("#design-note", "第一版");
        await hand.PressAsync("button:text-is('确认发布'):enabled");
        await Assertions.Expect(designer.Page.Locator(".design-answer.is-done")).ToContainTextAsync("已发布");
    }

    /// <summary>A clerk starts the process and does every step of it from the inbox.</summary>
    private async Task WalkAsync(HostApp app, string key, bool byKeyboard)
    {
        await using Official clerk = await Official.SignInAsync(browser, app, "dengji");
        Hand hand = Hand.Of(clerk.Visitor, byKeyboard);
        await clerk.Page.GotoAsync("/start/" + key);
        await clerk.Live();
        await hand.PressAsync(".action-bar .button-main:enabled");
        await clerk.Page.ArriveAsync("**/matters/**");
        Guid matter = Guid.Parse(clerk.Page.Url.Split('/')[^1]);
        foreach (string step in Steps)
        {
            await clerk.Page.GotoAsync("/inbox");
            await clerk.Live();
            await hand.PressAsync($".inbox-item:has-text('{step}') a.title");
            await clerk.Page.ArriveAsync("**/tasks/**");
            await clerk.Live();
            ILocator claim = clerk.Page.Locator(".action-bar").GetByRole(AriaRole.Button, new() { Name = "签收", Exact = true });
            if (await claim.IsVisibleAsync())
            {
                await hand.PressAsync(".action-bar button:text-is('签收')");
                await Assertions.Expect(claim).ToBeHiddenAsync();
            }
            string here = clerk.Page.Url;
            await hand.PressAsync(".action-bar .button-main:enabled");
            await clerk.Page.ArriveAsync(url => url != here);
        }

        await using PlatformDb db = app.Services.GetRequiredService<PlatformDatabase>().CreateDbContext();
        (await db.Instances.Where(i => i.TenantId == Tenant && i.Id == matter).Select(i => i.Status).SingleAsync()).ShouldBe(InstanceStatus.Completed);
        clerk.Visitor.Complaints.ShouldBeEmpty();
    }
}
