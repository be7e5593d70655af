using Platform.Activities.Tests;

namespace Platform.Activities.AcceptanceNotice;

public sealed class AcceptanceNoticeActivityTests
{
    [Fact]
    public void Its_template_sample_and_inputs_agree_with_the_class() => ActivityFolder.ShouldAgree<AcceptanceNoticeActivity>("acceptance-notice");
}
