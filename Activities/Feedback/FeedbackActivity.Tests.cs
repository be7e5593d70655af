using Platform.Activities.Tests;

namespace Platform.Activities.Feedback;

public sealed class FeedbackActivityTests
{
    [Fact]
    public void Its_template_sample_and_inputs_agree_with_the_class() => ActivityFolder.ShouldAgree<FeedbackActivity>("feedback");
}
