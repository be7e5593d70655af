using System.Collections.Immutable;
using Platform.Decisions.Feel;

namespace Platform.Kernel.Execution.Behaviors;

/// <summary>Script task: evaluates its FEEL script (BPMN 2.0.2 §13.3.3). Without a result variable, the entries of a context become variables.</summary>
internal sealed class ScriptTaskBehavior : IElementBehavior
{
    public Decision Enter(in Visit visit) => Evaluate(visit);

    /// <summary>Evaluates the script of any task that has one.</summary>
    internal static Decision Evaluate(in Visit visit)
    {
        var plan = visit.Node.Activity!;
        var result = plan.Script!.Evaluate(visit.Variables, visit.Feel);
        if (result.Value.IsNull && result.Warnings.Count > 0)
        {
            return new Decision.Fail(new Problem(
                "bpmn.script-failed", $"“{visit.Node.Label}”的脚本没有结果：{result.Warnings[0].Chinese}"));
        }
        return new Decision.Complete(ResultsOf(plan.ResultVariable, result.Value));
    }

    /// <summary>A result under the name of its variable; entries of a context when there is no name; else nothing.</summary>
    internal static ImmutableDictionary<string, FeelValue> ResultsOf(string? variable, FeelValue value)
    {
        var none = ImmutableDictionary<string, FeelValue>.Empty;
        return (variable, value) switch
        {
            ({ Length: > 0 }, _) => none.Add(variable, value),
            (_, FeelContext context) => none.SetItems(context.Entries),
            _ => none,
        };
    }
}
