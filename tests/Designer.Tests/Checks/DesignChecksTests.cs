using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Platform.Designer.Checks;
using Platform.Designer.Editing;
using Platform.Designer.Simple;
using Platform.Designer.Tests.Simple;
using Platform.Designer.Texts;
using Platform.Kernel.Graph;
using Platform.Kernel.Model;

namespace Platform.Designer.Tests.Checks;

public sealed class DesignChecksTests
{
    [Fact]
    public void A_step_without_name_or_deadline_is_pointed_out()
    {
        Codes(Flows.Straight()).ShouldBe(["design.no-name:a", "design.no-deadline:a"]);
    }

    [Fact]
    public void An_activity_that_brings_a_deadline_needs_no_other()
    {
        ProcessDefinition process = FlowEditor.Replace(Flows.Straight(), GovExtension.Attribute(new UserTask { Id = "a", Name = "阅批" }, "activity", "gov.Quick"));

        Codes(process, type => type == "gov.Quick").ShouldBeEmpty();
    }

    [Fact]
    public void A_branch_without_condition_is_pointed_out_and_becomes_the_usual_way_in_one_step()
    {
        ProcessDefinition process = Choice("outcome = \"yes\"", null, null);
        DesignIssue issue = Check(process).Single(i => i.Code == DesignChecks.NoCondition);

        ProcessDefinition repaired = Repair.For(issue, process).ShouldNotBeNull().Apply(process);

        issue.ElementId.ShouldBe("x_c");
        Codes(repaired).ShouldNotContain($"{DesignChecks.NoCondition}:x_c");
        repaired.FlowElements.OfType<ExclusiveGateway>().Single().Default.ShouldBe("x_c");
    }

    [Fact]
    public void With_two_branches_without_condition_a_person_must_decide()
    {
        ProcessDefinition process = Choice(null, null, null);

        Check(process).Where(i => i.Code == DesignChecks.NoCondition).Select(i => Repair.For(i, process)).ShouldAllBe(r => r == null);
    }

    [Fact]
    public void An_outcome_that_no_branch_asks_for_is_pointed_out()
    {
        ProcessDefinition process = Choice("outcome = \"yes\"", "outcome = \"maybe\"", null);

        string[] codes = Codes(process);

        codes.ShouldContain("design.outcome-nowhere:a");
        codes.ShouldContain("design.unknown-outcome:x");
    }

    [Fact]
    public void What_cannot_be_reached_can_be_taken_out()
    {
        ProcessDefinition process = Flows.Process("s a e lost", "s>a a>e lost>e");

        ProcessDefinition repaired = Repair.For(new DesignIssue("bpmn.unreachable", false, "lost", ""), process).ShouldNotBeNull().Apply(process);

        repaired.FlowElements.Select(e => e.Id).ShouldBe(["s", "a", "e", "s_a", "a_e"]);
    }

    [Fact]
    public void A_flow_into_the_start_can_be_cut()
    {
        ProcessDefinition process = Flows.Process("s a e", "s>a a>e a>s");

        ProcessDefinition repaired = Repair.For(new DesignIssue("bpmn.flow-into-start", true, "s", ""), process).ShouldNotBeNull().Apply(process);

        repaired.FlowElements.OfType<SequenceFlow>().Select(f => f.Id).ShouldBe(["s_a", "a_e"]);
    }

    [Fact]
    public void A_parallel_join_behind_a_choice_is_made_to_take_the_one_that_comes()
    {
        ProcessDefinition process = Flows.Process("s x b c p e", "s>x x>b x>c b>p c>p p>e");

        ProcessDefinition repaired = Mended(process, "bpmn.join-can-starve", "p", "Repair.JoinTakesOne");

        repaired.FlowElements.Single(f => f.Id == "p").ShouldBeOfType<ExclusiveGateway>();
        Waiting(process).ShouldBe(["bpmn.join-can-starve p"]);
        Waiting(repaired).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("s p b c x d e", "s>p p>b p>c b>x c>x x>d d>e", "x", "s ?p[ b | c ]x d !e")]
    [InlineData("s p b c d e", "s>p p>b p>c b>d c>d d>e", "d", "s ?p[ b | c ]Join_1 d !e")]
    public void Branches_at_once_that_nothing_joins_are_joined(string nodes, string flows, string id, string outline)
    {
        ProcessDefinition process = Flows.Process(nodes, flows);

        ProcessDefinition repaired = Mended(process, "bpmn.runs-twice", id, "Repair.JoinTakesAll");

        Waiting(process).ShouldBe([$"bpmn.runs-twice {id}"]);
        Waiting(repaired).ShouldBeEmpty();
        Flows.Outline(repaired).ShouldBe(outline);
    }

    [Fact]
    public void A_way_that_ends_while_a_join_waits_for_it_is_made_to_end_everything()
    {
        ProcessDefinition process = Flows.Process("s p1 a x b e1 c p2 e", "s>p1 p1>a a>x x>b x>e1 b>p2 p1>c c>p2 p2>e");

        ProcessDefinition repaired = Mended(process, "bpmn.ends-before-join", "e1", "Repair.EndsAll");

        Waiting(process).ShouldBe(["bpmn.ends-before-join e1"]);
        Waiting(repaired).ShouldBeEmpty();
    }

    private static ProcessDefinition Mended(ProcessDefinition process, string code, string id, string text)
    {
        Repair repair = Repair.For(new DesignIssue(code, false, id, ""), process).ShouldNotBeNull();
        repair.TextKey.ShouldBe(text);
        return repair.Apply(process);
    }

    private static string[] Waiting(ProcessDefinition process)
    {
        DesignSession session = new(DesignSession.NewProcess("process", "并行", "第一步"), "process");
        session.Change(process);
        return [.. GraphCompiler.Compile(session.Current, "process", new CompileOptions()).Issues.Where(i => i.Code != "bpmn.no-default").Select(i => $"{i.Code} {i.ElementId}")];
    }

    /// <summary>A task with the outcomes yes and no, a gateway, and two branches with these conditions.</summary>
    private static ProcessDefinition Choice(string? first, string? second, string? usual)
    {
        ProcessDefinition process = Flows.Process("s a x b c e", "s>a a>x x>b x>c b>e c>e");
        process = FlowEditor.Replace(process, GovExtension.Replace(
            new UserTask { Id = "a", Name = "审核" }, "outcome", [GovExtension.New("outcome", ("value", "yes")), GovExtension.New("outcome", ("value", "no"))]));
        process = FlowEditor.Replace(process, new ExclusiveGateway { Id = "x", Default = usual });
        process = FlowEditor.Replace(process, Way("x_b", "b", first));
        return FlowEditor.Replace(process, Way("x_c", "c", second));
    }

    private static SequenceFlow Way(string id, string to, string? condition) =>
        new() { Id = id, SourceRef = "x", TargetRef = to, Condition = condition is null ? null : Expression.Formal(condition) };

    private static string[] Codes(ProcessDefinition process, Func<string, bool>? hasDeadline = null) => [.. Check(process, hasDeadline).Select(i => $"{i.Code}:{i.ElementId}")];

    private static IReadOnlyList<DesignIssue> Check(ProcessDefinition process, Func<string, bool>? hasDeadline = null) =>
        new DesignChecks(new StringLocalizer<DesignerTexts>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance)))
            .Of(process, hasDeadline ?? (_ => false));
}
