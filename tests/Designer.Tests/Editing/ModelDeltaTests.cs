using System.Text;
using Platform.Designer.Editing;
using Platform.Designer.Simple;
using Platform.Kernel.Model;

namespace Platform.Designer.Tests.Editing;

public sealed class ModelDeltaTests
{
    [Fact]
    public void A_changed_name_is_told_as_one_element()
    {
        DesignSession session = NewSession();
        Definitions shown = session.Current;

        session.Change(FlowEditor.Replace(session.Process, session.Process.FlowElements.OfType<UserTask>().Single() with { Name = "受理" }));

        string told = Encoding.UTF8.GetString(ModelDelta.Between(shown, session.Current).ShouldNotBeNull());
        told.ShouldContain("受理");
        told.ShouldNotContain("startEvent");
        told.ShouldNotContain("BPMNShape");
    }

    [Fact]
    public void A_new_element_needs_the_whole_file()
    {
        DesignSession session = NewSession();
        Definitions shown = session.Current;

        session.Change(FlowEditor.Insert(session.Process, "Flow_2", new UserTask { Name = "审核" }));

        ModelDelta.Between(shown, session.Current).ShouldBeNull();
    }

    [Fact]
    public void The_name_of_the_process_needs_the_whole_file()
    {
        DesignSession session = NewSession();
        Definitions shown = session.Current;

        session.Change(session.Process with { Name = "公出" });

        ModelDelta.Between(shown, session.Current).ShouldBeNull();
    }

    private static DesignSession NewSession() => new(DesignSession.NewProcess("leave", "请假", "填写申请"), "leave");
}
