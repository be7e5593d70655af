using Platform.Activities.Tests;

namespace Platform.Activities.Gatekeep;

public sealed class GatekeepActivityTests
{
    [Fact]
    public void Its_template_sample_and_inputs_agree_with_the_class() => ActivityFolder.ShouldAgree<GatekeepActivity>("gatekeep");
}
