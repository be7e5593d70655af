using Microsoft.JSInterop;
using Platform.Designer.Interop;

namespace Platform.Designer.Tests.Editing;

public sealed class DepartureTests
{
    [Fact]
    public void What_was_begun_before_leaving_can_still_ask_for_the_token()
    {
        var gone = new Departure();
        gone.Dispose();
        gone.Dispose();

        gone.Happened.ShouldBeTrue();
        gone.Token.IsCancellationRequested.ShouldBeTrue();
    }

    [Fact]
    public void A_fault_of_the_browser_counts_as_one_until_the_component_was_left()
    {
        var gone = new Departure();
        gone.Explains(new JSException("broken")).ShouldBeFalse();
        gone.Explains(new ObjectDisposedException("reference")).ShouldBeFalse();
        gone.Explains(new JSDisconnectedException("gone")).ShouldBeTrue();

        gone.Dispose();

        gone.Explains(new JSException("broken")).ShouldBeTrue();
        gone.Explains(new ObjectDisposedException("reference")).ShouldBeTrue();
        gone.Explains(new InvalidOperationException("a mistake of ours")).ShouldBeFalse();
    }
}
