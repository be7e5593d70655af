using Platform.Activities.Tests;

namespace Platform.Activities.InquireSatisfaction;

public sealed class InquireSatisfactionActivityTests
{
    [Fact]
    public void Its_template_sample_and_inputs_agree_with_the_class() => ActivityFolder.ShouldAgree<InquireSatisfactionActivity>("inquire-satisfaction");
}
