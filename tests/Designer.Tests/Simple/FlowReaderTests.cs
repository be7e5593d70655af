using FsCheck;
using FsCheck.Fluent;
using Platform.Designer.Simple;
using Platform.Kernel.Model;

namespace Platform.Designer.Tests.Simple;

public sealed class FlowReaderTests
{
    [Theory]
    [InlineData("s a e", "s>a a>e", "s a !e")]
    [InlineData("s x1 a c x2 e", "s>x1 x1>a x1>c a>x2 c>x2 x2>e", "s ?x1[ a | c ]x2 !e")]
    [InlineData("s p1 a c p2 d e", "s>p1 p1>a p1>c a>p2 c>p2 p2>d d>e", "s ?p1[ a | c ]p2 d !e")]
    [InlineData("s x1 a x2 e", "s>x1 x1>a x1>x2 a>x2 x2>e", "s ?x1[ a |  ]x2 !e")]
    public void Blocks_are_read_from_top_to_bottom(string nodes, string flows, string outline) =>
        Flows.Outline(Flows.Process(nodes, flows)).ShouldBe(outline);

    [Fact]
    public void A_return_to_an_earlier_step_is_a_jump()
    {
        ProcessDefinition process = Flows.Process("s a x1 d e", "s>a a>x1 x1>d x1>a d>e");

        Flows.Outline(process).ShouldBe("s a ?x1[  | ^a ] d !e");
    }

    [Fact]
    public void A_return_with_a_step_on_its_way_is_still_one_branch()
    {
        ProcessDefinition process = Flows.Process("s a x1 r d e", "s>a a>x1 x1>d x1>r r>a d>e");

        Flows.Outline(process).ShouldBe("s a ?x1[  | r ^a ] d !e");
    }

    [Fact]
    public void A_branch_that_ends_early_leaves_the_longer_one_as_the_trunk()
    {
        ProcessDefinition process = Flows.Process("s x1 r e1 a d e2", "s>x1 x1>r r>e1 x1>a a>d d>e2");

        Flows.Outline(process).ShouldBe("s ?x1[ r !e1 |  ] a d !e2");
    }

    [Theory]
    [InlineData("s a x1 p1 k e1 d e", "s>a a>x1 x1>d x1>p1 p1>a p1>k k>e1 d>e", "s a ?x1[  | ?p1[ ^a | k !e1 ] ] d !e")]
    [InlineData("s a x1 p1 k e1 r d e", "s>a a>x1 x1>d x1>p1 p1>r r>a p1>k k>e1 d>e", "s a ?x1[  | ?p1[  | k !e1 ] r ^a ] d !e")]
    [InlineData("s a x1 p1 k e1 p2 m e2 d e", "s>a a>x1 x1>d x1>p1 p1>p2 p1>k k>e1 p2>a p2>m m>e2 d>e", "s a ?x1[  | ?p1[  | k !e1 ] ?p2[ ^a | m !e2 ] ] d !e")]
    public void A_copy_on_a_way_that_goes_back_runs_beside_that_way(string nodes, string flows, string outline) =>
        Flows.Outline(Flows.Process(nodes, flows)).ShouldBe(outline);

    [Theory]
    [InlineData("s e p1 k e1", "s>p1 p1>e p1>k k>e1", "s ?p1[  | k !e1 ] !e")]
    [InlineData("s x1 p1 k e1 b x2 d e", "s>x1 x1>p1 x1>b p1>x2 p1>k k>e1 b>x2 x2>d d>e", "s ?x1[ ?p1[  | k !e1 ] | b ]x2 d !e")]
    [InlineData("s x1 a x3 e1 b x2 d e", "s>x1 x1>a x1>b a>x3 x3>x2 x3>e1 b>x2 x2>d d>e", "s ?x1[ a ?x3[  | !e1 ] | b ]x2 d !e")]
    public void What_ends_by_itself_does_not_hide_where_the_others_meet(string nodes, string flows, string outline) =>
        Flows.Outline(Flows.Process(nodes, flows)).ShouldBe(outline);

    [Fact]
    public void Two_ways_at_once_that_both_go_back_are_named() =>
        Flows.Outline(Flows.Process("s a p1 b c", "s>a a>p1 p1>b p1>c b>a c>a")).ShouldBe("EntersAnotherBranch a");

    [Fact]
    public void Whatever_is_block_structured_is_shown_whole_and_once() =>
        Prop.ForAll(RandomFlow.Choices, choices =>
        {
            ProcessDefinition process = RandomFlow.Of(choices);

            FlowReading reading = FlowReader.Read(process);

            reading.Obstacle.ShouldBeNull(string.Join(' ', RedrawnFlow.Connections(process)));
            RedrawnFlow.Elements(reading.Flow!).ShouldBe(RedrawnFlow.Elements(process));
            RedrawnFlow.Connections(reading.Flow!).ShouldBe(RedrawnFlow.Connections(process));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_boundary_event_is_a_side_path_of_its_step()
    {
        ProcessDefinition process = Flows.Process("s a b1@a r d e", "s>a a>d b1>r r>d d>e");

        Flows.Outline(process).ShouldBe("s a+b1(r) d !e");
    }

    [Fact]
    public void A_task_that_splits_by_itself_is_a_step_and_a_block()
    {
        ProcessDefinition process = Flows.Process("s a c d e", "s>a a>c a>d c>e d>e");

        Flows.Outline(process).ShouldBe("s a ?a[ c | d ] !e");
    }

    [Fact]
    public void A_sub_process_shows_its_own_flow()
    {
        ProcessDefinition inner = Flows.Process("s1 i e1", "s1>i i>e1");
        ProcessDefinition outer = Flows.Process("s e", "");
        ProcessDefinition process = outer with
        {
            FlowElements =
            [
                .. outer.FlowElements,
                new SubProcess { Id = "sub", FlowElements = inner.FlowElements },
                new SequenceFlow { Id = "f1", SourceRef = "s", TargetRef = "sub" },
                new SequenceFlow { Id = "f2", SourceRef = "sub", TargetRef = "e" },
            ],
        };

        Flows.Outline(process).ShouldBe("s sub(s1 i !e1) !e");
    }

    [Fact]
    public void A_path_over_to_another_exclusive_branch_is_a_jump()
    {
        ProcessDefinition process = Flows.Process("s x1 a m x2 c x9 e", "s>x1 x1>a x1>x2 a>m x2>m x2>c m>x9 c>x9 x9>e");

        Flows.Outline(process).ShouldBe("s ?x1[ a m | ?x2[ ^m | c ] ]x9 !e");
    }

    [Theory]
    [InlineData("a e", "a>e", "NoStart")]
    [InlineData("s1 s2 e", "s1>e s2>e", "SeveralStarts s2")]
    [InlineData("s a z e", "s>a a>e", "Unreachable z")]
    [InlineData("s a e", "s>a a>gone", "BrokenFlow a_gone")]
    [InlineData("s p1 a c d p2 e", "s>p1 p1>a p1>c a>d c>d d>p2 a>p2 p2>e", "EntersAnotherBranch d")]
    public void What_is_not_block_structured_is_named(string nodes, string flows, string obstacle) =>
        Flows.Outline(Flows.Process(nodes, flows)).ShouldBe(obstacle);

    [Fact]
    public void Ten_thousand_steps_are_read_without_harm()
    {
        string[] ids = [.. Enumerable.Range(0, 10_000).Select(i => $"t{i}")];
        IEnumerable<string> all = ["s", .. ids, "e"];
        ProcessDefinition process = Flows.Process(string.Join(' ', all), string.Join(' ', all.Zip(all.Skip(1), (a, b) => $"{a}>{b}")));

        Flows.Outline(process).ShouldEndWith("t9999 !e");
    }

    [Fact]
    public void Blocks_in_blocks_without_end_are_refused()
    {
        string nodes = "s " + string.Join(' ', Enumerable.Range(0, 500).Select(i => $"x{i} y{i}")) + " e";
        string flows = "s>x0 " + string.Join(' ', Enumerable.Range(0, 499).Select(i => $"x{i}>x{i + 1} x{i}>y{i} y{i + 1}>y{i}")) + " x499>y499 y0>e";

        Flows.Outline(Flows.Process(nodes, flows)).ShouldStartWith("TooDeep");
    }
}
