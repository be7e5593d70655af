using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution;

/// <summary>Conditions on flows and events.</summary>
internal static class Conditions
{
    /// <summary>
    /// The flows that a token takes out of an element (BPMN 2.0.2 §13.3.1, §13.4.3): every flow whose condition holds or that has none;
    /// the default when no other is taken. A problem when none is left or a condition has no answer.
    /// </summary>
    internal static Result<ImmutableArray<Flow>> Choose(Node node, IFeelScope variables, FeelOptions options)
    {
        var chosen = ImmutableArray.CreateBuilder<Flow>(node.Outgoing.Length);
        foreach (var flow in node.Outgoing)
        {
            if (flow == node.Default)
            {
                continue;
            }
            var holds = Holds(flow, variables, options);
            if (!holds.IsSuccess)
            {
                return holds.Problem!;
            }
            if (holds.Value)
            {
                chosen.Add(flow);
            }
        }
        if (chosen.Count == 0)
        {
            if (node.Default is null)
            {
                return NoFlow(node);
            }
            chosen.Add(node.Default);
        }
        return chosen.DrainToImmutable();
    }

    /// <summary>The one flow that an exclusive gateway takes (BPMN 2.0.2 §13.4.2): the first in document order that holds, else the default.</summary>
    internal static Result<Flow> ChooseOne(Node node, IFeelScope variables, FeelOptions options)
    {
        foreach (var flow in node.Outgoing)
        {
            if (flow == node.Default)
            {
                continue;
            }
            var holds = Holds(flow, variables, options);
            if (!holds.IsSuccess)
            {
                return holds.Problem!;
            }
            if (holds.Value)
            {
                return flow;
            }
        }
        return node.Default is { } fallback ? fallback : NoFlow(node);
    }

    /// <summary>Whether an expression is true. A missing answer counts as no: the variables it needs may not exist yet.</summary>
    internal static bool IsTrue(FeelExpression expression, IFeelScope variables, FeelOptions options) =>
        expression.Evaluate(variables, options).Value is FeelBoolean { Value: true };

    private static Result<bool> Holds(Flow flow, IFeelScope variables, FeelOptions options)
    {
        if (flow.Condition is not { } condition)
        {
            return true;
        }
        var result = condition.Evaluate(variables, options);
        if (result.Value is FeelBoolean answer)
        {
            return answer.Value;
        }
        string reason = result.Warnings.Count > 0 ? result.Warnings[0].Chinese : $"得到的是“{result.Value}”。";
        return new Problem(
            "bpmn.condition-not-boolean",
            $"从“{flow.Source.Label}”到“{flow.Target.Label}”的条件“{condition.Text}”没有是或否的结果：{reason}");
    }

    private static Problem NoFlow(Node node) =>
        new("bpmn.no-flow", $"“{node.Label}”之后没有一条分支的条件成立，也没有“其他情况”的分支。");
}
