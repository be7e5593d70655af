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

    [Fact]
    public void A_drawing_that_comes_back_keeps_what_the_drawing_program_does_not_know()
    {
        DesignSession session = New();
        ExtensionElement strange = new() { NamespaceUri = "urn:elsewhere", LocalName = "note", Prefix = "x" };
        UserTask step = session.Process.FlowElements.OfType<UserTask>().Single();
        byte[] drawn = session.ToFile();
        session.Change(FlowEditor.Replace(session.Process, step with { Extensions = step.Extensions with { Verbatim = [strange] } }));

        session.Take(drawn).ShouldBeTrue();

        session.Process.FlowElements.OfType<UserTask>().Single().Extensions.Verbatim.ShouldBe([strange]);
        session.Undo();
        session.CanRedo.ShouldBeTrue();
    }

    [Fact]
    public void What_is_no_file_of_this_process_is_not_taken()
    {
        DesignSession session = New();

        session.Take("no file"u8).ShouldBeFalse();
        session.Take(new DesignSession(DesignSession.NewProcess("other", "别的", "第一步"), "other").ToFile()).ShouldBeFalse();

        session.CanUndo.ShouldBeFalse();
    }

    [Fact]
    public void An_imported_process_takes_the_id_of_this_one_and_can_be_undone()
    {
        DesignSession session = New();

        session.Import(new DesignSession(DesignSession.NewProcess("other", "别的", "第一步"), "other").ToFile()).ShouldBeTrue();

        session.Process.Id.ShouldBe("leave");
        session.Process.Name.ShouldBe("别的");
        session.Current.Diagrams.Single().Plane!.BpmnElement.ShouldBe("leave");
        session.Undo();
        session.Process.Name.ShouldBe("请假");
    }

    private static DesignSession New() => new(DesignSession.NewProcess("leave", "请假", "填写申请"), "leave");
}
