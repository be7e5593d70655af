using Platform.Activities.Tests;

namespace Platform.Activities.Supervise;

public sealed class SuperviseActivityTests
{
    [Fact]
    public void Its_template_sample_and_inputs_agree_with_the_class() => ActivityFolder.ShouldAgree<SuperviseActivity>("supervise");
}
