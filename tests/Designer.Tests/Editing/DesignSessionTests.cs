using Platform.Designer.Editing;
using Platform.Designer.Simple;
using Platform.Kernel.Model;
using Platform.Kernel.Xml;

namespace Platform.Designer.Tests.Editing;

public sealed class DesignSessionTests
{
    [Fact]
    public void Every_change_can_be_undone_and_done_again()
    {
        DesignSession session = New();
        ProcessDefinition first = session.Process;

        session.Change(FlowEditor.Insert(session.Process, "Flow_2", new UserTask { Name = "审核" }));
        ProcessDefinition second = session.Process;
        session.Undo();

        session.Process.ShouldBeSameAs(first);
        session.Redo();
        session.Process.ShouldBeSameAs(second);
        session.CanRedo.ShouldBeFalse();
    }

    [Fact]
    public void A_new_change_forgets_what_was_undone()
    {
        DesignSession session = New();
        session.Change(FlowEditor.Insert(session.Process, "Flow_2", new UserTask { Name = "审核" }));
        session.Undo();

        session.Change(FlowEditor.Replace(session.Process, session.Process.FlowElements.OfType<UserTask>().Single() with { Name = "受理" }));

        session.CanRedo.ShouldBeFalse();
        session.CanUndo.ShouldBeTrue();
    }

    [Fact]
    public void The_drawing_follows_new_elements_and_stays_for_new_names()
    {
        DesignSession session = New();
        Diagram drawing = session.Current.Diagrams[0];

        session.Change(FlowEditor.Replace(session.Process, session.Process.FlowElements.OfType<UserTask>().Single() with { Name = "受理" }));
        session.Current.Diagrams[0].ShouldBeSameAs(drawing);

        session.Change(FlowEditor.Insert(session.Process, "Flow_2", new UserTask { Name = "审核" }));
        session.Current.Diagrams[0].ShouldNotBeSameAs(drawing);
    }

    [Fact]
    public void The_file_reads_back_as_the_same_process()
    {
        DesignSession session = New();
        session.Change(FlowEditor.InsertBlock(session.Process, "Flow_2", BlockKind.Exclusive));

        BpmnReadResult read = BpmnReader.Read(session.ToFile().AsSpan());

        read.IsValid.ShouldBeTrue();
        FlowReader.Read(read.Definitions!.Processes.Single()).Obstacle.ShouldBeNull();
    }

    private static DesignSession New() => new(DesignSession.NewProcess("leave", "请假", "填写申请"), "leave");
}
