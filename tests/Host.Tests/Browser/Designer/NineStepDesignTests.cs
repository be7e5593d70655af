using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Platform.Host.Tests.Testing;
using Platform.Kernel.Execution;
using Platform.Runtime.Instances;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Host.Tests.Browser.Designer;

/// <summary>The nine steps are built from nothing in each view, with the mouse and without it, checked, published, and walked by one case.</summary>
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
    public async Task Nine_steps_are_drawn_checked_published_and_walked(bool onCanvas, bool byKeyboard)
    {
        await using var app = new HostApp();
        await using DesignerPage designer = await DesignerPage.BeginAsync(browser, app, "九环节办理");
        string key = designer.Page.Url.Split('/')[^1];
        Hand hand = byKeyboard ? new Hand.Keyboard(designer) : new Hand.Mouse(designer);
        if (onCanvas)
        {
            await designer.ShowCanvasAsync();
        }

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

        await Assertions.Expect(designer.Page.Locator(".issue-list h3")).ToHaveTextAsync("检查通过，没有发现问题。");
        await designer.Visitor.ShootAsync($"design-{(onCanvas ? "canvas" : "simple")}-{(byKeyboard ? "keys" : "mouse")}");
        await designer.PublishAsync("第一版");
        designer.Visitor.Complaints.ShouldBeEmpty();
        await WalkAsync(app, key);
    }

    private async Task WalkAsync(HostApp app, string key)
    {
        await using Official clerk = await Official.SignInAsync(browser, app, "dengji");
        PlatformDatabase database = app.Services.GetRequiredService<PlatformDatabase>();
        OrgDirectory people = await app.Services.GetRequiredService<OrgCache>().GetAsync(Tenant, CancellationToken.None);
        Guid by = people.FindPerson("dengji")!.Id;
        StepOutcome started = (await app.Services.GetRequiredService<InstanceService>().StartAsync(
            new StartInstance
            {
                TenantId = Tenant,
                CommandId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
                ProcessKey = key,
                Actor = Actor.Person(by),
                BusinessKey = "试办-1",
                Access = new InstanceAccess(InformationScope.Internal, people.UnitsOf(by, TimeProvider.System.GetUtcNow()).First(), []),
            },
            CancellationToken.None)).Value;

        foreach (string step in Steps)
        {
            await clerk.Page.GotoAsync("/inbox");
            await clerk.Live();
            ILocator row = clerk.Page.Locator(".inbox-item", new() { HasText = step }).First;
            await row.Locator("a.title").ClickAsync();
            await clerk.Page.WaitForURLAsync("**/tasks/**");
            await clerk.Live();
            ILocator claim = clerk.Page.Locator(".action-bar").GetByRole(AriaRole.Button, new() { Name = "签收", Exact = true });
            if (await claim.IsVisibleAsync())
            {
                await claim.ClickAsync();
                await Assertions.Expect(claim).ToBeHiddenAsync();
            }
            await clerk.SubmitAsync();
        }

        await using PlatformDb db = database.CreateDbContext();
        (await db.Instances.Where(i => i.TenantId == Tenant && i.Id == started.InstanceId).Select(i => i.Status).SingleAsync()).ShouldBe(InstanceStatus.Completed);
    }

    /// <summary>How a person uses the designer. Closed union.</summary>
    private abstract class Hand(DesignerPage designer)
    {
        protected IPage Page => designer.Page;

        protected DesignerPage Designer => designer;

        public abstract Task SelectFirstCardAsync();

        public abstract Task AppendBehindAsync(string step);

        public abstract Task SelectOnCanvasAsync();

        public abstract Task AppendOnCanvasAsync();

        /// <summary>Gives the selected step its name, its people and its deadline.</summary>
        public abstract Task DescribeAsync(string name);

        public sealed class Mouse(DesignerPage designer) : Hand(designer)
        {
            public override Task SelectFirstCardAsync() => Page.Locator(".simple-human .simple-card-main").First.ClickAsync();

            public override async Task AppendBehindAsync(string step)
            {
                await Page.Locator(".simple-plus").Last.ClickAsync();
                await Page.Locator(".simple-choice", new() { HasText = "普通步骤" }).ClickAsync();
                await Assertions.Expect(Page.Locator("#element-name")).ToHaveValueAsync("普通步骤");
            }

            public override Task SelectOnCanvasAsync() => Designer.Shape("Step_1").ClickAsync();

            public override async Task AppendOnCanvasAsync()
            {
                await Page.Locator(".part[data-choice='plain.User']").ClickAsync();
                await Assertions.Expect(Page.Locator("#element-name")).ToHaveValueAsync("普通步骤");
            }

            public override async Task DescribeAsync(string name)
            {
                await Designer.SetAsync("element-name", name);
                await Page.Locator("#who-way").SelectOptionAsync("post");
                await Designer.SetAsync("who-value", "联系办登记员");
                await Assertions.Expect(Page.Locator(".panel-preview").First).ToContainTextAsync("王晓梅");
                await Page.Locator("fieldset", new() { HasText = "添加时限" }).GetByRole(AriaRole.Button, new() { Name = "添加时限" }).ClickAsync();
                await Assertions.Expect(Page.Locator("#deadline-0-amount")).ToHaveValueAsync("3");
            }
        }

        public sealed class Keyboard(DesignerPage designer) : Hand(designer)
        {
            private const int MostTabs = 160;

            public override async Task SelectFirstCardAsync()
            {
                await TabToAsync(".simple-human .simple-card-main");
                await Page.Keyboard.PressAsync("Enter");
            }

            public override async Task AppendBehindAsync(string step)
            {
                // The last plus stands behind the card of the last step.
                await TabToAsync($".simple-card-main:has-text('{step}')", backwards: true);
                await TabToAsync(".simple-plus");
                await Page.Keyboard.PressAsync("Enter");
                await Page.Locator(".simple-menu input:focus").WaitForAsync();
                await Page.Keyboard.InsertTextAsync("普通");
                await Assertions.Expect(Page.Locator(".simple-choice")).ToHaveCountAsync(1);
                await TabToAsync(".simple-choice");
                await Page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(Page.Locator("#element-name")).ToHaveValueAsync("普通步骤");
            }

            public override async Task SelectOnCanvasAsync()
            {
                await TabToAsync(".djs-container svg");
                await Page.Keyboard.PressAsync("Alt+ArrowRight");
                await Page.Keyboard.PressAsync("Alt+ArrowRight");
                await Assertions.Expect(Page.Locator("#element-name")).ToHaveValueAsync("第一步");
            }

            public override async Task AppendOnCanvasAsync()
            {
                await TabToAsync(".djs-container svg", backwards: true);
                await Page.Keyboard.PressAsync("a");
                await Page.Locator(".djs-popup-search input:focus").WaitForAsync();
                await Page.Keyboard.InsertTextAsync("普通步骤");
                await Assertions.Expect(Page.Locator(".djs-popup .entry.selected")).ToContainTextAsync("普通步骤");
                await Page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(Page.Locator("#element-name")).ToHaveValueAsync("普通步骤");
            }

            public override async Task DescribeAsync(string name)
            {
                await TabToAsync("#element-name");
                await TypeAsync(name);
                await TabToAsync("#who-way");
                await Page.Keyboard.PressAsync("ArrowDown");
                await Page.Locator("#who-value").WaitForAsync();
                await TabToAsync("#who-value");
                await TypeAsync("联系办登记员");
                await TabToAsync("fieldset:has-text('添加时限') button:has-text('添加时限')");
                await Page.Keyboard.PressAsync("Enter");
                await Assertions.Expect(Page.Locator("#deadline-0-amount")).ToHaveValueAsync("3");
            }

            private async Task TypeAsync(string text)
            {
                await Page.Keyboard.PressAsync("Control+a");
                await Page.Keyboard.InsertTextAsync(text);
            }

            /// <summary>Presses Tab until something has the focus: what cannot be reached so cannot be reached at all.</summary>
            private async Task TabToAsync(string selector, bool backwards = false)
            {
                for (int i = 0; i < MostTabs; i++)
                {
                    if (await Page.Locator($"{selector}:focus").CountAsync() > 0)
                    {
                        return;
                    }
                    await Page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
                }
                await Designer.Visitor.ShootAsync("not-reached");
                throw new InvalidOperationException($"Expected {selector} to be reached with Tab, but it is not.");
            }
        }
    }
}
