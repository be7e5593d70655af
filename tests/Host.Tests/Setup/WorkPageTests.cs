using Platform.Host.Pages;

namespace Platform.Host.Tests.Setup;

public sealed class WorkPageTests
{
    /// <summary>A click on a link both marks as read and leaves: what it began ends after the page did.</summary>
    [Fact]
    public void What_a_person_began_on_a_page_may_end_after_the_page_was_left()
    {
        var page = new LeftPage();
        page.Dispose();
        page.Dispose();

        page.Left.IsCancellationRequested.ShouldBeTrue();
    }

    private sealed class LeftPage : WorkPage
    {
        public CancellationToken Left => Gone;

        protected override Task LoadAsync() => Task.CompletedTask;
    }
}
