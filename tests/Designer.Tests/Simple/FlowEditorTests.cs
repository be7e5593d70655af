using FsCheck;
using FsCheck.Fluent;
using Platform.Designer.Palette;
using Platform.Designer.Simple;
using Platform.Kernel.Model;

namespace Platform.Designer.Tests.Simple;

public sealed class FlowEditorTests
{
    [Fact]
    public void A_step_is_put_on_a_flow()
    {
        ProcessDefinition edited = FlowEditor.Insert(Flows.Straight(), "a_e", new UserTask { Id = "n" });

        Flows.Outline(edited).ShouldBe("s a n !e");
    }

    [Fact]
    public void A_step_whose_id_is_taken_gets_a_free_one()
    {
        ProcessDefinition edited = FlowEditor.Insert(Flows.Straight(), "a_e", new UserTask { Id = "a" });

        Flows.Outline(edited).ShouldBe("s a Step_1 !e");
    }

    [Fact]
    public void A_condition_stays_on_the_branch_that_gets_a_first_step()
    {
        ProcessDefinition block = FlowEditor.InsertBlock(Flows.Straight(), "a_e", BlockKind.Exclusive);
        SequenceFlow branch = block.FlowElements.OfType<SequenceFlow>().First(f => f.SourceRef == "Split_1");
        ProcessDefinition conditioned = FlowEditor.Replace(block, branch with { Condition = Expression.Formal("金额 > 5000") });

        ProcessDefinition edited = FlowEditor.Insert(conditioned, branch.Id, new UserTask { Id = "n" });

        SequenceFlow first = edited.FlowElements.OfType<SequenceFlow>().Single(f => f.TargetRef == "n");
        first.Condition!.Text.ShouldBe("金额 > 5000");
    }

    [Fact]
    public void A_block_grows_and_shrinks_and_dissolves()
    {
        ProcessDefinition block = FlowEditor.InsertBlock(Flows.Straight(), "a_e", BlockKind.Parallel);
        ProcessDefinition three = FlowEditor.AddBranch(block, "Split_1", "Join_1");
        string[] branches = [.. three.FlowElements.OfType<SequenceFlow>().Where(f => f.SourceRef == "Split_1").Select(f => f.Id)];

        ProcessDefinition two = FlowEditor.RemoveBranch(three, branches[0]);
        ProcessDefinition none = FlowEditor.RemoveBranch(two, branches[1]);

        Flows.Outline(three).ShouldBe("s a ?Split_1[  |  |  ]Join_1 !e");
        Flows.Outline(two).ShouldBe("s a ?Split_1[  |  ]Join_1 !e");
        Flows.Outline(none).ShouldBe("s a !e");
    }

    [Fact]
    public void Removing_a_step_takes_its_boundary_events_and_their_paths_along()
    {
        ProcessDefinition process = Flows.Process("s a b1@a r d e", "s>a a>d b1>r r>d d>e");

        Flows.Outline(FlowEditor.Remove(process, "a")).ShouldBe("s d !e");
    }

    [Fact]
    public void Moving_a_branch_changes_the_order_only()
    {
        ProcessDefinition process = Flows.Process("s x1 a c x2 e", "s>x1 x1>a x1>c a>x2 c>x2 x2>e");

        Flows.Outline(FlowEditor.MoveBranch(process, "x1_c", towardsFirst: true)).ShouldBe("s ?x1[ c | a ]x2 !e");
        Flows.Outline(FlowEditor.MoveBranch(process, "x1_a", towardsFirst: true)).ShouldBe(Flows.Outline(process));
    }

    [Fact]
    public void A_branch_can_lead_back_and_can_end_the_process()
    {
        ProcessDefinition block = FlowEditor.InsertBlock(Flows.Straight(), "a_e", BlockKind.Exclusive);
        string[] branches = [.. block.FlowElements.OfType<SequenceFlow>().Where(f => f.SourceRef == "Split_1").Select(f => f.Id)];

        Flows.Outline(FlowEditor.LeadTo(block, branches[1], "a")).ShouldBe("s a ?Split_1[  | ^a ]Join_1 !e");
        Flows.Outline(FlowEditor.EndAfter(block, branches[1])).ShouldBe("s a ?Split_1[  | !End_1 ]Join_1 !e");
    }

    [Fact]
    public void New_steps_stand_in_the_lane_of_their_neighbour_and_removed_ones_leave_it()
    {
        ProcessDefinition process = Flows.Straight() with
        {
            LaneSets = [new LaneSet { Id = "set", Lanes = [new Lane { Id = "lane", FlowNodeRefs = ["s", "a", "e"] }] }],
        };

        ProcessDefinition edited = FlowEditor.Remove(FlowEditor.Insert(process, "a_e", new UserTask { Id = "n" }), "a");

        edited.LaneSets[0].Lanes[0].FlowNodeRefs.ShouldBe(["s", "e", "n"]);
    }

    [Fact]
    public void Whatever_is_edited_is_shown_whole_and_once_or_the_element_in_the_way_is_named() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ArrayOf(40).ToArbitrary(), choices =>
        {
            ProcessDefinition process = Flows.Straight();
            FlowReading reading = FlowReader.Read(process);
            foreach (int choice in choices.TakeWhile(_ => reading.Obstacle is null && process.FlowElements.OfType<SequenceFlow>().Any()))
            {
                process = Apply(process, choice);
                reading = FlowReader.Read(process);
            }

            process.FlowElements.Select(e => e.Id).ShouldBeUnique();
            if (reading.Obstacle is { } obstacle)
            {
                // Only where nothing leads to an end any more, save copies beside the way that goes round for ever.
                process.FlowElements.Select(e => e.Id).ShouldContain(obstacle.ElementId);
                return;
            }

            RedrawnFlow.Elements(reading.Flow!).ShouldBe(RedrawnFlow.Elements(process));
            RedrawnFlow.Connections(reading.Flow!).ShouldBe(RedrawnFlow.Connections(process));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static readonly string[] Fragments = ["approve", "copy", "whistle", "publicity"];

    private static ProcessDefinition Apply(ProcessDefinition process, int choice)
    {
        SequenceFlow[] flows = [.. process.FlowElements.OfType<SequenceFlow>()];
        UserTask[] tasks = [.. process.FlowElements.OfType<UserTask>()];
        FlowItem.Branching[] blocks = [.. Blocks(FlowReader.Read(process).Flow!)];
        int which = choice / 11;
        return (choice % 11) switch
        {
            0 or 1 => FlowEditor.Insert(process, flows[which % flows.Length].Id, new UserTask()),
            2 => FlowEditor.InsertBlock(process, flows[which % flows.Length].Id, (BlockKind)(which % 3)),
            3 when tasks.Length > 0 => FlowEditor.Remove(process, tasks[which % tasks.Length].Id),
            4 when blocks.Length > 0 && blocks[which % blocks.Length] is { Join: { } join } b => FlowEditor.AddBranch(process, b.Split.Id, join.Id),
            5 when blocks.Length > 0 && blocks[which % blocks.Length] is var block && block.Branches.FirstOrDefault(b => !block.IsOnlyWayOn(b)) is { } branch => FlowEditor.RemoveBranch(process, branch.Flow.Id),
            6 when blocks.Length > 0 => FlowEditor.MoveBranch(process, blocks[which % blocks.Length].Branches[^1].Flow.Id, towardsFirst: true),
            8 => FragmentLibrary.Insert(process, flows[which % flows.Length].Id, Fragments[which % Fragments.Length]),
            9 when WaysOn.BackFrom(process, flows[which % flows.Length].Id) is [.., var furthest] => FlowEditor.LeadTo(process, flows[which % flows.Length].Id, furthest.Id),
            10 when WaysOn.MayEnd(process, flows[which % flows.Length].Id) => FlowEditor.EndAfter(process, flows[which % flows.Length].Id),
            _ => process,
        };
    }

    private static IEnumerable<FlowItem.Branching> Blocks(FlowSequence sequence) =>
        sequence.Items.OfType<FlowItem.Branching>().SelectMany(b => b.Branches.SelectMany(x => Blocks(x.Path)).Prepend(b));
}
