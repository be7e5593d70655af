using System.Collections.Immutable;
using Platform.Designer.Conditions;
using Platform.Kernel.Model;

namespace Platform.Designer.Simple;

/// <summary>The ways in which a step may end, and where each leads.</summary>
public static class OutcomeRoutes
{
    /// <summary>Name in expressions of the way in which the last step ended.</summary>
    public const string Outcome = "outcome";

    /// <summary>Where a step leads when it ends with an outcome: the first element behind the branch that asks for it.</summary>
    /// <param name="process">The process.</param>
    /// <param name="taskId">The step.</param>
    /// <param name="outcome">The outcome's value.</param>
    /// <returns>The element; null when nothing says.</returns>
    public static FlowNode? Target(ProcessDefinition process, string taskId, string outcome)
    {
        FlowElement[] all = [.. ProcessOutline.Everything(process.FlowElements)];
        ILookup<string, SequenceFlow> leaving = all.OfType<SequenceFlow>().ToLookup(f => f.SourceRef);
        Dictionary<string, FlowNode> nodes = all.OfType<FlowNode>().GroupBy(n => n.Id).ToDictionary(g => g.Key, g => g.First());
        HashSet<string> seen = [];
        FlowNode? at = Only(leaving[taskId], nodes);
        while (at is Gateway && seen.Add(at.Id))
        {
            at = at is ExclusiveGateway choice && leaving[at.Id].Count() > 1 ? Chosen(choice, [.. leaving[at.Id]], outcome, nodes) : Only(leaving[at.Id], nodes);
        }

        return at;
    }

    /// <summary>The process with a branch for each outcome behind a step; the last one is the usual way.</summary>
    /// <param name="process">The process.</param>
    /// <param name="taskId">The step; exactly one flow must leave it.</param>
    /// <param name="outcomes">At least two.</param>
    public static ProcessDefinition Branch(ProcessDefinition process, string taskId, IReadOnlyList<ConditionChoice> outcomes)
    {
        SequenceFlow[] ways = [.. ProcessOutline.Everything(process.FlowElements).OfType<SequenceFlow>().Where(f => f.SourceRef == taskId)];
        if (ways is not [var way] || outcomes.Count < 2)
        {
            return process;
        }

        ProcessDefinition split = FlowEditor.InsertBlock(process, way.Id, BlockKind.Exclusive);
        FlowElement[] all = [.. ProcessOutline.Everything(split.FlowElements)];
        string gateway = all.OfType<SequenceFlow>().Single(f => f.Id == way.Id).TargetRef;
        string meeting = all.OfType<SequenceFlow>().First(f => f.SourceRef == gateway).TargetRef;
        for (int i = 2; i < outcomes.Count; i++)
        {
            split = FlowEditor.AddBranch(split, gateway, meeting);
        }

        SequenceFlow[] branches = [.. ProcessOutline.Everything(split.FlowElements).OfType<SequenceFlow>().Where(f => f.SourceRef == gateway)];
        for (int i = 0; i < branches.Length; i++)
        {
            bool isLast = i == branches.Length - 1;
            ConditionSentence asks = new(true, [new ConditionClause(Outcome, ConditionOperator.Is, [outcomes[i].Value])]);
            split = FlowEditor.Replace(split, branches[i] with { Name = outcomes[i].Text, Condition = isLast ? null : Expression.Formal(asks.ToFeel(_ => ConditionKind.Text)) });
        }

        return FlowEditor.Replace(split, new ExclusiveGateway { Id = gateway, Default = branches[^1].Id });
    }

    private static FlowNode? Chosen(ExclusiveGateway gateway, SequenceFlow[] ways, string outcome, Dictionary<string, FlowNode> nodes)
    {
        SequenceFlow? asked = ways.FirstOrDefault(w => w.Condition?.Text is { Length: > 0 } feel && ConditionSentence.Read(feel, [Outcome]) is { Clauses: [var clause] }
            && clause is { Variable: Outcome, Operator: ConditionOperator.Is or ConditionOperator.OneOf } && clause.Values.Contains(outcome));
        SequenceFlow? way = asked ?? ways.FirstOrDefault(w => w.Id == gateway.Default);
        return way is null ? null : nodes.GetValueOrDefault(way.TargetRef);
    }

    private static FlowNode? Only(IEnumerable<SequenceFlow> ways, Dictionary<string, FlowNode> nodes) =>
        ways.ToArray() is [var only] ? nodes.GetValueOrDefault(only.TargetRef) : null;
}
