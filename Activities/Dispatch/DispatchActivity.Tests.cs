using Platform.Activities.Tests;

namespace Platform.Activities.Dispatch;

public sealed class DispatchActivityTests
{
    [Fact]
    public void Its_template_sample_and_inputs_agree_with_the_class() => ActivityFolder.ShouldAgree<DispatchActivity>("dispatch");
}
