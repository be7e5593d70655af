using Platform.Designer.Editing;
using Platform.Designer.Palette;
using Platform.Designer.Simple;
using Platform.Kernel.Graph;
using Platform.Kernel.Model;

namespace Platform.Designer.Tests.Simple;

/// <summary>What happens to branches that run at the same time when one of them ends or turns back.</summary>
public sealed class BranchEndsTests
{
    /// <summary>A parallel block; in its first branch a choice.</summary>
    private static ProcessDefinition Parallel => Flows.Process("s p1 a x1 b x2 c p2 e", "s>p1 p1>a a>x1 x1>b x1>x2 b>x2 x2>p2 p1>c c>p2 p2>e");

    [Fact]
    public void One_of_several_ways_of_a_branch_that_is_waited_for_ends_the_whole_process()
    {
        ProcessDefinition edited = FlowEditor.EndAfter(Parallel, "x1_x2");

        End(edited, "End_1").EventDefinitions.ShouldHaveSingleItem().ShouldBeOfType<TerminateEventDefinition>();
        Found(edited).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("c_p2")]
    [InlineData("x2_p2")]
    public void A_branch_that_ends_as_a_whole_is_not_waited_for(string flow)
    {
        ProcessDefinition edited = FlowEditor.EndAfter(Parallel, flow);

        End(edited, "End_1").EventDefinitions.ShouldBeEmpty();
        Found(edited).ShouldBeEmpty();
    }

    [Fact]
    public void A_choice_that_nothing_runs_beside_ends_as_ever()
    {
        ProcessDefinition process = Flows.Process("s a x1 b x2 e", "s>a a>x1 x1>b x1>x2 b>x2 x2>e");

        End(FlowEditor.EndAfter(process, "b_x2"), "End_1").EventDefinitions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("approve", 1)]
    [InlineData("countersign", 1)]
    [InlineData("copy", 0)]
    [InlineData("review", 0)]
    [InlineData("whistle", 0)]
    [InlineData("publicity", 0)]
    public void A_fragment_in_a_branch_that_is_waited_for_leaves_no_join_waiting(string fragment, int endsAll)
    {
        foreach (string place in new[] { "p1_a", "c_p2", "x1_x2", "b_x2" })
        {
            ProcessDefinition edited = FragmentLibrary.Insert(Parallel, place, fragment);

            edited.FlowElements.OfType<EndEvent>().Count(e => e.EventDefinitions is [TerminateEventDefinition]).ShouldBe(endsAll, place);
            Found(edited).ShouldBeEmpty(place);
            FlowReader.Read(edited).Obstacle.ShouldBeNull(place);
        }
    }

    [Fact]
    public void A_fragment_on_the_trunk_keeps_its_ends() =>
        FragmentLibrary.Insert(Parallel, "p2_e", "approve").FlowElements.OfType<EndEvent>().ShouldAllBe(e => e.EventDefinitions.IsEmpty);

    [Fact]
    public void Work_may_go_back_only_to_steps_of_its_own_branch_and_only_where_nothing_is_cut_off()
    {
        ProcessDefinition process = Flows.Process("s t p1 a x1 b x2 c p2 e", "s>t t>p1 p1>a a>x1 x1>b x1>x2 b>x2 x2>p2 p1>c c>p2 p2>e");

        WaysOn.BackFrom(process, "x1_x2").Select(n => n.Id).ShouldBe(["a"]);
        WaysOn.BackFrom(process, "x2_p2").ShouldBeEmpty();
        WaysOn.BackFrom(process, "p2_e").ShouldBeEmpty();
        WaysOn.MayEnd(process, "x1_x2").ShouldBeTrue();
        WaysOn.MayEnd(process, "x1_b").ShouldBeFalse("b would be cut off");
        WaysOn.MayEnd(process, "p2_e").ShouldBeFalse("it ends there anyway");
    }

    [Fact]
    public void Steps_and_copies_are_put_on_a_way_that_goes_back_moved_and_taken_out_again()
    {
        ProcessDefinition back = Flows.Process("s a x1 d e", "s>a a>x1 x1>d x1>a d>e");

        ProcessDefinition copied = FragmentLibrary.Insert(back, "x1_a", "copy");
        string onward = copied.FlowElements.OfType<SequenceFlow>().Single(f => f.TargetRef == "a" && f.SourceRef != "s").Id;
        ProcessDefinition mended = FlowEditor.Insert(copied, onward, new UserTask { Id = "m" });

        Flows.Outline(copied).ShouldBe("s a ?x1[  | ?copy-copy[ ^a | copy-read !copy-done ] ] d !e");
        Flows.Outline(mended).ShouldBe("s a ?x1[  | ?copy-copy[  | copy-read !copy-done ] m ^a ] d !e");
        Flows.Outline(FlowEditor.Remove(mended, "m")).ShouldBe(Flows.Outline(copied));
        Flows.Outline(FlowEditor.MoveBranch(mended, "x1_a", towardsFirst: true)).ShouldBe("s a ?x1[ ?copy-copy[  | copy-read !copy-done ] m ^a |  ] d !e");
        Flows.Outline(FlowEditor.RemoveBranch(mended, "copy-flow-copy-read")).ShouldBe("s a ?x1[  | m ^a ] d !e");
        Flows.Outline(FlowEditor.RemoveBranch(mended, "x1_a")).ShouldBe("s a d !e");
    }

    private static EndEvent End(ProcessDefinition process, string id) => process.FlowElements.OfType<EndEvent>().Single(e => e.Id == id);

    private static string[] Found(ProcessDefinition process)
    {
        DesignSession session = new(DesignSession.NewProcess("process", "并行", "第一步"), "process");
        session.Change(process);
        return [.. GraphCompiler.Compile(session.Current, "process", new CompileOptions()).Issues.Where(i => i.Code != "bpmn.no-default").Select(i => $"{i.Code} {i.ElementId}")];
    }
}
