using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution.Rules;

/// <summary>
/// Multiple instances of an activity (BPMN 2.0.2 §13.3.7). The token that came waits; a loop scope holds the counters; each instance is a
/// token of its own with its item and loopCounter (from 0) as local variables. The list is fixed on entering.
/// </summary>
internal sealed class MultiInstance : IExecutionRule
{
    private const int MostInstances = 10_000;

    public bool OnEnter(StepRun run, Token token, Node node)
    {
        if (node.Loop is not { IsStandard: false } plan || BoundaryEvents.IsInstance(run.State, token))
        {
            return false;
        }
        var items = Items(run, token, node, plan);
        if (!items.IsSuccess)
        {
            Moves.Stick(run, token, items.Problem!);
            return true;
        }
        int count = items.Value.Count;
        if (count == 0)
        {
            Interpreter.CompleteWhole(run, token);
            return true;
        }
        long loopId = run.State.NextId;
        run.Record(new ProcessEvent.ScopeEntered(new Scope
        {
            Id = loopId,
            ParentId = token.VariableScopeId,
            OwnerTokenId = token.Id,
            NodeIndex = node.Index,
            Kind = ScopeKind.Loop,
            Variables = Counters(plan, count),
            Items = plan.IsSequential ? items.Value.List : null,
        }));
        run.Record(new ProcessEvent.TokenParked(token.Id, TokenStatus.Scope));
        int first = plan.IsSequential ? 1 : count;
        var ids = new long[first];
        for (int i = 0; i < first; i++)
        {
            ids[i] = Spawn(run, token, node, loopId, i, items.Value.List);
        }
        for (int i = first - 1; i >= 0; i--)
        {
            run.MakeReady(ids[i]);
        }
        return true;
    }

    public bool OnComplete(StepRun run, Token token, Node node, string? outcome)
    {
        if (node.Loop is not { IsStandard: false } plan || !BoundaryEvents.IsInstance(run.State, token))
        {
            return false;
        }
        long loopId = token.ScopeId;
        Collect(run, token, plan);
        long completed = Read(run.State, loopId, "nrOfCompletedInstances") + 1;
        long total = Read(run.State, loopId, "nrOfInstances");
        bool isSequential = plan.IsSequential;
        long active = isSequential ? 0 : Read(run.State, loopId, "nrOfActiveInstances") - 1;
        SetCounters(run, loopId, completed, active);
        bool isDone = GroupVotes.Count(run, loopId, plan.Votes, outcome, total)
            || completed >= total
            || (plan.CompletionCondition is { } condition && Conditions.IsTrue(condition, run.VariablesAt(token), run.Feel));
        Arms.Disarm(run, token.Id);
        Moves.DropLocalScope(run, token);
        run.Record(new ProcessEvent.ElementCompleted(token.Id, token.NodeIndex, outcome));
        var loop = run.State.FindScope(loopId)!;
        var owner = run.State.FindToken(loop.OwnerTokenId)!;
        Compensation.RememberInstance(run, node, owner);
        if (isDone)
        {
            Close(run, owner, loop, plan);
        }
        else if (isSequential)
        {
            SetCounters(run, loopId, completed, 1);
            run.MakeReady(Spawn(run, owner, node, loopId, (int)completed, loop.Items));
        }
        return true;
    }

    /// <summary>The loop is over: instances still open are cancelled, the collected values go out, the activity completes as a whole.</summary>
    private static void Close(StepRun run, Token owner, Scope loop, LoopPlan plan)
    {
        var collected = plan.OutputCollection is { } name ? loop.Variables.GetValueOrDefault(name) : null;
        var result = plan.Votes is { } votes ? GroupVotes.Result(run.State, loop.Id, votes) : null;
        Cancellation.CancelScope(run, loop);
        if (result is not null)
        {
            Variables.Set(run, owner.VariableScopeId, plan.Votes!.ResultVariable, result);
        }
        if (collected is not null)
        {
            Variables.Set(run, owner.VariableScopeId, plan.OutputCollection!, collected);
        }
        Interpreter.CompleteWhole(run, owner);
    }

    private static long Spawn(StepRun run, Token owner, Node node, long loopId, int index, FeelList? items)
    {
        long id = Moves.Enter(
            run, node, loopId, owner.Lineage.Add(new Branch(owner.Id, index)), owner.FlowIndex, Math.Max(owner.Round, 1));
        var variables = ImmutableDictionary<string, FeelValue>.Empty.Add("loopCounter", FeelValue.Of(index));
        if (node.Loop!.ItemName is { } itemName && items is not null)
        {
            variables = variables.SetItem(itemName, items.Items[index]);
        }
        run.Record(new ProcessEvent.ScopeEntered(new Scope
        {
            Id = run.State.NextId,
            ParentId = loopId,
            OwnerTokenId = id,
            NodeIndex = node.Index,
            Kind = ScopeKind.Local,
            Variables = variables,
        }));
        return id;
    }

    private static Result<(int Count, FeelList? List)> Items(StepRun run, Token token, Node node, LoopPlan plan)
    {
        var scope = run.VariablesAt(token);
        if (plan.Collection is { } collection)
        {
            var value = collection.Evaluate(scope, run.Feel).Value;
            return value is FeelList list && list.Items.Count <= MostInstances
                ? (list.Items.Count, list)
                : new Problem("bpmn.bad-collection", $"“{node.Label}”的集合“{collection.Text}”不是列表，或者超过 {MostInstances} 项。");
        }
        var number = plan.Cardinality!.Evaluate(scope, run.Feel).Value;
        return number is FeelNumber n && n.TryToInt64(out long count) && count is >= 0 and <= MostInstances
            ? ((int)count, (FeelList?)null)
            : new Problem("bpmn.bad-cardinality", $"“{node.Label}”的次数“{plan.Cardinality.Text}”不是 0 到 {MostInstances} 的整数。");
    }

    private static ImmutableDictionary<string, FeelValue> Counters(LoopPlan plan, int count)
    {
        var counters = ImmutableDictionary<string, FeelValue>.Empty
            .Add("nrOfInstances", FeelValue.Of(count))
            .Add("nrOfActiveInstances", FeelValue.Of(plan.IsSequential ? 1 : count))
            .Add("nrOfCompletedInstances", FeelValue.Of(0))
            .Add("nrOfTerminatedInstances", FeelValue.Of(0))
            .AddRange(plan.Votes is null ? [] : GroupVotes.None);
        return plan.OutputCollection is { } name
            ? counters.SetItem(name, new FeelList([.. Enumerable.Repeat(FeelValue.Null, count)]))
            : counters;
    }

    private static void SetCounters(StepRun run, long loopId, long completed, long active)
    {
        run.Record(new ProcessEvent.VariablesSet(loopId, ImmutableDictionary<string, FeelValue>.Empty
            .Add("nrOfCompletedInstances", FeelValue.Of(completed))
            .Add("nrOfActiveInstances", FeelValue.Of(active))));
        run.ConditionsMayHaveChanged = true;
    }

    private static void Collect(StepRun run, Token token, LoopPlan plan)
    {
        if (plan.OutputCollection is not { } name || plan.OutputItem is not { } item)
        {
            return;
        }
        var scope = run.VariablesAt(token);
        var value = item.Evaluate(scope, run.Feel).Value;
        if (run.State.FindScope(token.ScopeId)!.Variables.GetValueOrDefault(name) is FeelList list
            && scope.TryGet("loopCounter", out var counter) && counter is FeelNumber n && n.TryToInt64(out long index)
            && index >= 0 && index < list.Items.Count)
        {
            var items = list.Items.ToArray();
            items[index] = value;
            run.Record(new ProcessEvent.VariablesSet(
                token.ScopeId, ImmutableDictionary<string, FeelValue>.Empty.Add(name, new FeelList(items))));
        }
    }

    internal static long Read(InstanceState state, long scopeId, string name) =>
        state.FindScope(scopeId)!.Variables.GetValueOrDefault(name) is FeelNumber n && n.TryToInt64(out long value) ? value : 0;
}
