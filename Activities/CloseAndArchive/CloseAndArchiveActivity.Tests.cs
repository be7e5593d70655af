using Platform.Activities.Tests;

namespace Platform.Activities.CloseAndArchive;

public sealed class CloseAndArchiveActivityTests
{
    [Fact]
    public void Its_template_sample_and_inputs_agree_with_the_class() => ActivityFolder.ShouldAgree<CloseAndArchiveActivity>("close-and-archive");
}
