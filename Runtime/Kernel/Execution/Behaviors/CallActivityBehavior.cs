using System.Collections.Immutable;
using Platform.Decisions.Feel;

namespace Platform.Kernel.Execution.Behaviors;

/// <summary>Call activity: starts another process and waits for its end (BPMN 2.0.2 §13.3.5).</summary>
internal sealed class CallActivityBehavior : IElementBehavior
{
    public Decision Enter(in Visit visit)
    {
        var plan = visit.Node.Activity!;
        var scope = visit.Variables;
        if (plan.CalledElement!.Evaluate(scope, visit.Feel) is not FeelString { Value: { Length: > 0 } called })
        {
            return new Decision.Fail(new Problem(
                "bpmn.no-called-process", $"“{visit.Node.Label}”要调用的流程“{plan.CalledElement.Text}”没有得到编号。"));
        }
        var variables = plan.PassesAllIn ? Variables.All(scope) : ImmutableDictionary<string, FeelValue>.Empty;
        return new Decision.OrderChild(called, variables.SetItems(Variables.Evaluate(plan.CallInputs, scope, visit.Feel)));
    }
}
