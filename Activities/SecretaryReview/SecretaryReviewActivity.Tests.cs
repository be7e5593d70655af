using Platform.Activities.Tests;

namespace Platform.Activities.SecretaryReview;

public sealed class SecretaryReviewActivityTests
{
    [Fact]
    public void Its_template_sample_and_inputs_agree_with_the_class() => ActivityFolder.ShouldAgree<SecretaryReviewActivity>("secretary-review");
}
