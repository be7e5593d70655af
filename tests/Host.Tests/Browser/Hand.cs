using Microsoft.Playwright;

namespace Platform.Host.Tests.Browser;

/// <summary>How a person uses pages: with the mouse, or with the keyboard alone. Closed union.</summary>
public abstract class Hand
{
    private Hand()
    {
    }

    /// <summary>The hand of a visitor.</summary>
    public static Hand Of(Visitor visitor, bool byKeyboard) => byKeyboard ? new Keyboard(visitor) : new Mouse(visitor);

    /// <summary>Activates the first that a selector finds: a button, a link, a card.</summary>
    public abstract Task PressAsync(string selector, bool backwards = false);

    /// <summary>Writes into a field in place of what stands there, and leaves the text to whoever reads it.</summary>
    public abstract Task WriteAsync(string selector, string text);

    /// <summary>Names somebody in a field that finds people by what is typed.</summary>
    public abstract Task PickAsync(string id, string text);

    /// <summary>Points and clicks.</summary>
    public sealed class Mouse(Visitor visitor) : Hand
    {
        public override Task PressAsync(string selector, bool backwards = false) => visitor.Page.Locator(selector).First.ClickAsync();

        public override async Task WriteAsync(string selector, string text)
        {
            await visitor.Page.Locator(selector).FillAsync(text);
            await visitor.Page.Locator(selector).BlurAsync();
        }

        public override async Task PickAsync(string id, string text)
        {
            await visitor.Page.Locator("#" + id).FillAsync(text);
            await visitor.Page.Locator($"#{id}-list li", new() { HasText = text }).First.ClickAsync();
        }
    }

    /// <summary>Goes on with Tab until it is there: what cannot be reached so cannot be reached at all.</summary>
    public sealed class Keyboard(Visitor visitor) : Hand
    {
        private const int MostTabs = 160;

        public override async Task PressAsync(string selector, bool backwards = false)
        {
            await ReachAsync(selector, backwards);
            await visitor.Page.Keyboard.PressAsync("Enter");
        }

        public override async Task WriteAsync(string selector, string text)
        {
            await ReachAsync(selector);
            await visitor.Page.Keyboard.PressAsync("Control+a");
            await visitor.Page.Keyboard.InsertTextAsync(text);
        }

        public override async Task PickAsync(string id, string text)
        {
            await WriteAsync("#" + id, text);
            await Assertions.Expect(visitor.Page.Locator($"#{id}-list li[aria-selected=true]")).ToContainTextAsync(text);
            await visitor.Page.Keyboard.PressAsync("Enter");
        }

        /// <summary>Presses Tab until the first that a selector finds has the focus.</summary>
        public async Task ReachAsync(string selector, bool backwards = false)
        {
            await visitor.Page.Locator(selector).First.WaitForAsync();
            for (int i = 0; i < MostTabs; i++)
            {
                if (await visitor.Page.Locator($"{selector}:focus").CountAsync() > 0)
                {
                    return;
                }
                await visitor.Page.Keyboard.PressAsync(backwards ? "Shift+Tab" : "Tab");
            }
            await visitor.ShootAsync("not-reached");
            throw new InvalidOperationException($"Expected {selector} to be reached with Tab, but it is not.");
        }
    }
}
