using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution.Rules;

/// <summary>An activity that repeats while its condition holds (BPMN 2.0.2 §13.3.6). loopCounter counts from 0.</summary>
internal sealed class StandardLoop : IExecutionRule
{
    private const string Counter = "loopCounter";

    public bool OnEnter(StepRun run, Token token, Node node)
    {
        if (node.Loop is not { IsStandard: true } plan || BoundaryEvents.IsInstance(run.State, token))
        {
            return false;
        }
        if (plan.Maximum <= 0 || (plan.TestsBefore && !GoesOn(run, plan, run.VariablesAt(token))))
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
            Variables = ImmutableDictionary<string, FeelValue>.Empty.Add(Counter, FeelValue.Of(0)),
        }));
        run.Record(new ProcessEvent.TokenParked(token.Id, TokenStatus.Scope));
        Spawn(run, token, node, loopId, 0);
        return true;
    }

    public bool OnComplete(StepRun run, Token token, Node node, string? outcome)
    {
        if (node.Loop is not { IsStandard: true } plan || !BoundaryEvents.IsInstance(run.State, token))
        {
            return false;
        }
        long loopId = token.ScopeId;
        Arms.Disarm(run, token.Id);
        Moves.DropLocalScope(run, token);
        run.Record(new ProcessEvent.ElementCompleted(token.Id, token.NodeIndex, outcome));
        var loop = run.State.FindScope(loopId)!;
        var owner = run.State.FindToken(loop.OwnerTokenId)!;
        Compensation.RememberInstance(run, node, owner);
        long next = (loop.Variables[Counter] is FeelNumber n && n.TryToInt64(out long done) ? done : 0) + 1;
        run.Record(new ProcessEvent.VariablesSet(
            loopId, ImmutableDictionary<string, FeelValue>.Empty.Add(Counter, FeelValue.Of(next))));
        if (next < (plan.Maximum ?? long.MaxValue) && GoesOn(run, plan, new VariableScope(run.State, loopId)))
        {
            Spawn(run, owner, node, loopId, next);
            return true;
        }
        run.Record(new ProcessEvent.ScopeLeft(loopId));
        Interpreter.CompleteWhole(run, owner);
        return true;
    }

    private static bool GoesOn(StepRun run, LoopPlan plan, IFeelScope variables) =>
        plan.Condition is null || Conditions.IsTrue(plan.Condition, variables, run.Feel);

    private static void Spawn(StepRun run, Token owner, Node node, long loopId, long index) =>
        run.MakeReady(Moves.Enter(
            run, node, loopId, owner.Lineage.Add(new Branch(owner.Id, index)), owner.FlowIndex, Math.Max(owner.Round, 1)));
}
