using Platform.Designer.Conditions;
using Platform.Designer.Simple;
using Platform.Kernel.Model;

namespace Platform.Designer.Tests.Simple;

public sealed class OutcomeRoutesTests
{
    private static readonly ConditionChoice[] YesAndNo = [new("同意", "同意"), new("不同意", "不同意")];

    [Fact]
    public void A_branch_for_each_outcome_leads_each_its_own_way()
    {
        ProcessDefinition process = OutcomeRoutes.Branch(Flows.Straight(), "a", YesAndNo);
        SequenceFlow yes = process.FlowElements.OfType<SequenceFlow>().Single(f => f.Name == "同意");
        process = FlowEditor.Insert(process, yes.Id, new UserTask { Id = "b", Name = "销假" });

        yes.Condition!.Text.ShouldBe("outcome = \"同意\"");
        OutcomeRoutes.Target(process, "a", "同意")!.Id.ShouldBe("b");
        OutcomeRoutes.Target(process, "a", "不同意")!.Id.ShouldBe("e");
    }

    [Fact]
    public void Three_outcomes_make_three_branches()
    {
        ProcessDefinition process = OutcomeRoutes.Branch(Flows.Straight(), "a", [.. YesAndNo, new ConditionChoice("退回", "退回")]);

        process.FlowElements.OfType<SequenceFlow>().Select(f => f.Name).OfType<string>().ShouldBe(["同意", "不同意", "退回"]);
        FlowReader.Read(process).Obstacle.ShouldBeNull();
    }

    [Fact]
    public void With_one_outcome_there_is_nothing_to_branch()
    {
        ProcessDefinition process = Flows.Straight();

        OutcomeRoutes.Branch(process, "a", [YesAndNo[0]]).ShouldBeSameAs(process);
    }

    [Fact]
    public void A_condition_can_ask_for_the_outcomes_of_the_steps_before_its_gateway()
    {
        ProcessDefinition process = Flows.Process("s a x1 b c x2 d e", "s>a a>x1 x1>b x1>c b>x2 c>x2 x2>d x2>e d>e");

        new OutcomeSources(process).OutcomesBefore("x2", step => [new ConditionChoice(step.Id, step.Id)]).Select(c => c.Value).Order().ShouldBe(["b", "c"]);
    }
}
