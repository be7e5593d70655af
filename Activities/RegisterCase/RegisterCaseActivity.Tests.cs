using Platform.Activities.Tests;

namespace Platform.Activities.RegisterCase;

public sealed class RegisterCaseActivityTests
{
    [Fact]
    public void Its_template_sample_and_inputs_agree_with_the_class() => ActivityFolder.ShouldAgree<RegisterCaseActivity>("register-case");
}
