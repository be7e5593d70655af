using Platform.Decisions.Feel;
using Platform.Host.Components.Forms;
using Platform.Runtime.Forms;

namespace Platform.Host.Tests.Official;

public sealed class FormModelTests
{
    [Fact]
    public void A_form_is_not_handed_in_while_its_files_are_on_their_way()
    {
        var form = FormSpec.Read("t", """{"title":"上报","fields":[{"key":"photos","label":"现场照片","type":"attachment","required":true}]}"""u8).Value;
        var model = new FormModel(form, new Dictionary<string, FeelValue>(), FeelScope.Empty, DateTimeOffset.UnixEpoch);

        model.Await(form.Fields[0], isArriving: true);
        model.Check().ShouldBeFalse();
        model.Problems.Select(problem => problem.Code).ShouldBe(["attachment.arriving"]);

        model.Enter(form.Fields[0], ["0199a0b0-0000-7000-8000-000000000001"]);
        model.Check().ShouldBeFalse("one of two has come");

        model.Await(form.Fields[0], isArriving: false);
        model.Problems.ShouldBeEmpty();
        model.Check().ShouldBeTrue();
    }
}
