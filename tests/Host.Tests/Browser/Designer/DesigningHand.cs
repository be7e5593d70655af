using Microsoft.Playwright;

namespace Platform.Host.Tests.Browser.Designer;

/// <summary>How a person draws: in the simple view or on the canvas, with the mouse or without it. Closed union.</summary>
internal abstract class DesigningHand(DesignerPage designer)
{
    protected IPage Page => designer.Page;

    /// <summary>The hand of an administrator at the designer.</summary>
    public static DesigningHand Of(DesignerPage designer, bool byKeyboard) =>
        byKeyboard ? new Keyboard(designer, new Hand.Keyboard(designer.Visitor)) : new Mouse(designer);

    public abstract Task SelectFirstCardAsync();

    public abstract Task AppendBehindAsync(string step);

    public abstract Task SelectOnCanvasAsync();

    public abstract Task AppendOnCanvasAsync();

    /// <summary>Gives the selected step its name, its people and its deadline.</summary>
    public abstract Task DescribeAsync(string name);

    /// <summary>Points and clicks.</summary>
    public sealed class Mouse(DesignerPage designer) : DesigningHand(designer)
    {
        private readonly DesignerPage designer = designer;

        public override Task SelectFirstCardAsync() => Page.Locator(".simple-human .simple-card-main").First.ClickAsync();

        public override async Task AppendBehindAsync(string step)
        {
            await Page.Locator(".simple-plus").Last.ClickAsync();
            await Page.Locator(".simple-choice", new() { HasText = "普通步骤" }).ClickAsync();
            await Assertions.Expect(Page.Locator("#element-name")).ToHaveValueAsync("普通步骤");
        }

        public override Task SelectOnCanvasAsync() => designer.Shape("Step_1").ClickAsync();

        public override async Task AppendOnCanvasAsync()
        {
            await Page.Locator(".part[data-choice='plain.User']").ClickAsync();
            await Assertions.Expect(Page.Locator("#element-name")).ToHaveValueAsync("普通步骤");
        }

        public override async Task DescribeAsync(string name)
        {
            await designer.SetAsync("element-name", name);
            await Page.Locator("#who-way").SelectOptionAsync("post");
            await designer.SetAsync("who-value", "联系办登记员");
            await Assertions.Expect(Page.Locator(".panel-preview").First).ToContainTextAsync("王晓梅");
            await Page.Locator("fieldset", new() { HasText = "添加时限" }).GetByRole(AriaRole.Button, new() { Name = "添加时限" }).ClickAsync();
            await Assertions.Expect(Page.Locator("#deadline-0-amount")).ToHaveValueAsync("3");
        }
    }

    /// <summary>Uses Tab, arrows, Enter and letters.</summary>
    public sealed class Keyboard(DesignerPage designer, Hand.Keyboard hand) : DesigningHand(designer)
    {
        public override Task SelectFirstCardAsync() => hand.PressAsync(".simple-human .simple-card-main");

        public override async Task AppendBehindAsync(string step)
        {
            // The last plus stands behind the card of the last step.
            await hand.ReachAsync($".simple-card-main:has-text('{step}')", backwards: true);
            await hand.PressAsync(".simple-plus");
            await Page.Locator(".simple-menu input:focus").WaitForAsync();
            await Page.Keyboard.InsertTextAsync("普通");
            await Assertions.Expect(Page.Locator(".simple-choice")).ToHaveCountAsync(1);
            await hand.PressAsync(".simple-choice");
            await Assertions.Expect(Page.Locator("#element-name")).ToHaveValueAsync("普通步骤");
        }

        public override async Task SelectOnCanvasAsync()
        {
            await hand.ReachAsync(".djs-container svg");
            await Page.Keyboard.PressAsync("Alt+ArrowRight");
            await Page.Keyboard.PressAsync("Alt+ArrowRight");
            await Assertions.Expect(Page.Locator("#element-name")).ToHaveValueAsync("第一步");
        }

        public override async Task AppendOnCanvasAsync()
        {
            await hand.ReachAsync(".djs-container svg", backwards: true);
            await Page.Keyboard.PressAsync("a");
            await Page.Locator(".djs-popup-search input:focus").WaitForAsync();
            await Page.Keyboard.InsertTextAsync("普通步骤");
            await Assertions.Expect(Page.Locator(".djs-popup .entry.selected")).ToContainTextAsync("普通步骤");
            await Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(Page.Locator("#element-name")).ToHaveValueAsync("普通步骤");
        }

        public override async Task DescribeAsync(string name)
        {
            await hand.WriteAsync("#element-name", name);
            await hand.ReachAsync("#who-way");
            await Page.Keyboard.PressAsync("ArrowDown");
            await hand.WriteAsync("#who-value", "联系办登记员");
            await hand.PressAsync("fieldset:has-text('添加时限') button:has-text('添加时限')");
            await Assertions.Expect(Page.Locator("#deadline-0-amount")).ToHaveValueAsync("3");
        }
    }
}
