using Platform.Decisions.Feel;

namespace Platform.Kernel.Execution.Behaviors;

/// <summary>Business rule task: evaluates its decision over the visible variables (BPMN 2.0.2 §13.3.3, DMN 1.5).</summary>
internal sealed class BusinessRuleTaskBehavior : IElementBehavior
{
    public Decision Enter(in Visit visit) => visit.Node.Activity switch
    {
        { ActivityType: not null } => Decision.Work,
        { Decision: { } decision } => Decide(visit, decision),
        { Script: not null } => ScriptTaskBehavior.Evaluate(visit),
        _ => Decision.Work,
    };

    private static Decision Decide(in Visit visit, string reference)
    {
        if (visit.World.Decisions?.Invoke(reference) is not { } decisions)
        {
            return new Decision.Fail(new Problem("bpmn.unknown-decision", $"“{visit.Node.Label}”引用的决策“{reference}”不存在。"));
        }
        var inputs = new FeelContext(Variables.All(visit.Variables));
        var result = decisions.EvaluateDecision(reference, inputs, visit.Feel);
        if (result.Value.IsNull && result.Warnings.Count > 0)
        {
            return new Decision.Fail(new Problem(
                "bpmn.decision-failed", $"“{visit.Node.Label}”的决策“{reference}”没有结果：{result.Warnings[0].Chinese}"));
        }
        return new Decision.Complete(ScriptTaskBehavior.ResultsOf(visit.Node.Activity!.ResultVariable, result.Value))
        {
            Because = new ProcessEvent.DecisionMade(visit.Token.Id, reference, result.Value),
        };
    }
}
