using Platform.Decisions.Dmn;
using Platform.Decisions.Feel;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution.Behaviors;

/// <summary>Business rule task: evaluates its decision over the visible variables (BPMN 2.0.2 §13.3.3, DMN 1.5).</summary>
internal sealed class BusinessRuleTaskBehavior : IElementBehavior
{
    /// <summary>Characters of an explanation that history keeps: some twenty lines, which is more than people read.</summary>
    private const int LongestExplanation = 2_000;

    public Decision Enter(in Visit visit) => visit.Node.Activity switch
    {
        { ActivityType: not null } => Decision.Work,
        { Decision: { } decision } => Decide(visit, decision),
        { Script: not null } => ScriptTaskBehavior.Evaluate(visit),
        _ => Decision.Work,
    };

    private static Decision Decide(in Visit visit, DecisionCall call)
    {
        if (visit.World.Decisions?.Invoke(call) is not { } decisions)
        {
            return new Decision.Fail(new Problem("bpmn.unknown-decision", $"“{visit.Node.Label}”引用的决策{call.Label}不存在。"));
        }
        var inputs = new FeelContext(Variables.All(visit.Variables));
        var result = decisions.EvaluateDecision(call.Reference, inputs, visit.Feel);
        if (result.Value.IsNull && result.Warnings.FirstOrDefault(w => w.Severity == FeelSeverity.Warning) is { } warning)
        {
            return new Decision.Fail(new Problem(
                "bpmn.decision-failed", $"“{visit.Node.Label}”的决策“{call.Reference}”没有结果：{warning.Chinese}"));
        }
        return new Decision.Complete(ScriptTaskBehavior.ResultsOf(visit.Node.Activity!.ResultVariable, result.Value))
        {
            Because = new ProcessEvent.DecisionMade(visit.Token.Id, call.Reference, result.Value, Explanation(result.Trace)),
        };
    }

    /// <summary>The lines that fit; the decision that was asked comes last in a trace, so the first lines are the ones to leave out.</summary>
    private static string? Explanation(DecisionTrace trace)
    {
        var lines = trace.Explain();
        int length = 0;
        int first = lines.Count;
        while (first > 0 && length + lines[first - 1].Length < LongestExplanation)
        {
            length += lines[--first].Length + 1;
        }
        return (lines.Count, first) switch
        {
            (0, _) => null,
            (_, 0) => string.Join('\n', lines),
            (var count, var left) when left == count => string.Concat(lines[^1].AsSpan(0, LongestExplanation), "…"),
            _ => string.Join('\n', lines.Skip(first).Prepend($"（前 {first} 条判断略）")),
        };
    }
}
