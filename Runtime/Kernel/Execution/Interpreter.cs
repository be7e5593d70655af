using Platform.Kernel.Execution.Rules;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution;

/// <summary>
/// The core loop: takes a trigger in, moves tokens until each of them waits, and answers with state, facts and effects.
/// Pure and deterministic: equal arguments give equal steps. BPMN 2.0.2 chapter 13 is its specification.
/// </summary>
public static class Interpreter
{
    /// <summary>
    /// What crosses elements, in the order in which it applies. On entering: the border belongs to the whole activity, so it is armed
    /// first; then the activity is multiplied; then each instance gets its variables. On completing: a loop takes its instances over,
    /// local variables go out, compensation remembers the activity or takes its handler over.
    /// </summary>
    private static readonly IExecutionRule[] Rules =
    [
        new BoundaryEvents(), new MultiInstance(), new StandardLoop(), new LocalVariables(), new Compensation(),
    ];

    /// <summary>Looked at when no token moves any more; the first that sets one moving starts the loop again.</summary>
    private static readonly IQuietRule[] QuietRules = [new ConditionalEvents(), new InclusiveJoins()];

    /// <summary>Takes one step.</summary>
    /// <param name="graph">Graph of the instance's version.</param>
    /// <param name="state">State after the last step; null before the first.</param>
    /// <param name="trigger">What is asked.</param>
    /// <param name="world">What to know about the world.</param>
    /// <returns>
    /// The step. A refusal carries a problem and leaves the state as it was. A start that gets stuck before its first wait is refused:
    /// whoever starts is there to read why, and no half-begun instance is left.
    /// </returns>
    public static Step Run(ProcessGraph graph, InstanceState? state, Trigger trigger, World world)
    {
        var run = new StepRun(graph, state ?? InstanceState.Unborn(graph), world);
        if (TriggerIntake.Accept(run, trigger) is { } refusal)
        {
            return Refused(graph, state, refusal);
        }
        do
        {
            while (run.NextReady() is { } token)
            {
                Execute(run, token);
            }
        }
        while (run.IsRunning && StirsAgain(run));
        return trigger is Trigger.StartProcess && run.StuckProblem() is { } stuck ? Refused(graph, state, stuck) : run.ToStep();
    }

    /// <summary>An activation is done: its results go out, rules have their say, then the token leaves.</summary>
    internal static void Complete(StepRun run, Token token, string? outcome = null)
    {
        var node = run.NodeOf(token);
        foreach (var rule in Rules)
        {
            if (rule.OnComplete(run, token, node, outcome))
            {
                return;
            }
        }
        Finish(run, token, outcome);
    }

    /// <summary>The last part of completing, for rules that took it over: nothing belongs to the token any more, and it leaves.</summary>
    internal static void Finish(StepRun run, Token token, string? outcome = null)
    {
        Arms.Disarm(run, token.Id);
        Moves.DropLocalScope(run, token);
        Moves.Leave(run, run.State.FindToken(token.Id)!, outcome);
    }

    /// <summary>A loop is over. Its instances had their say one by one; only a compensation handler still reports back.</summary>
    internal static void CompleteWhole(StepRun run, Token owner)
    {
        if (owner.CompensatesFor != 0)
        {
            Complete(run, owner);
        }
        else
        {
            Finish(run, owner);
        }
    }

    private static Step Refused(ProcessGraph graph, InstanceState? state, Problem problem) =>
        new() { State = state ?? InstanceState.Unborn(graph), Facts = [], Effects = [], Problem = problem };

    private static bool StirsAgain(StepRun run)
    {
        foreach (var rule in QuietRules)
        {
            if (rule.OnQuiet(run))
            {
                return true;
            }
        }
        return false;
    }

    private static void Execute(StepRun run, Token token)
    {
        if (run.Budget < 0)
        {
            Moves.Stick(run, token, new Problem("bpmn.endless-loop", $"“{run.NodeOf(token).Label}”处在没有等待的循环里，已停下。"));
            return;
        }
        var node = run.NodeOf(token);
        foreach (var rule in Rules)
        {
            if (rule.OnEnter(run, token, node))
            {
                return;
            }
        }
        var current = run.State.FindToken(token.Id)!;
        var visit = new Visit(run.Graph, run.State, run.World, run.Feel, current, node);
        CarryOut(run, current, node, BehaviorTable.For(node.Kind).Enter(visit));
    }

    private static void CarryOut(StepRun run, Token token, Node node, Decision decision)
    {
        switch (decision)
        {
            case Decision.Complete complete:
                CarryOut(run, token, complete);
                break;
            case Decision.LeaveBy leave:
                Moves.LeaveBy(run, token, leave.Flow);
                break;
            case Decision.OrderTask:
                run.Record(new ProcessEvent.TaskOrdered(token.Id));
                run.Order(new Effect.CreateTask(token.Id, node.Id, token.Round) { Local = Variables.LocalTo(run.State, token) });
                break;
            case Decision.OrderWork:
                run.Record(new ProcessEvent.WorkOrdered(token.Id));
                run.Order(new Effect.RunActivity(token.Id, node.Id));
                break;
            case Decision.OrderChild child:
                run.Record(new ProcessEvent.ChildOrdered(token.Id, child.CalledElement));
                run.Order(new Effect.StartChild(token.Id, node.Id, child.CalledElement, child.Variables));
                break;
            case Decision.AwaitEvents events:
                EventRace.Begin(run, token, events.Events);
                break;
            case Decision.OpenScope:
                Moves.OpenScope(run, token, node);
                break;
            case Decision.ArriveAtJoin:
                run.Record(new ProcessEvent.JoinArrived(token.Id));
                Joins.OnArrival(run, token, node);
                break;
            case Decision.Throw thrown:
                Throwing.Throw(run, token, thrown.Event);
                break;
            case Decision.Terminate:
                Moves.TerminateLevel(run, token);
                break;
            case Decision.Fail fail:
                Moves.Stick(run, token, fail.Problem);
                break;
            default:
                throw new InvalidOperationException($"Expected a known decision, but got {decision.GetType().Name}.");
        }
    }

    private static void CarryOut(StepRun run, Token token, Decision.Complete complete)
    {
        if (complete.Because is { } fact)
        {
            run.Record(fact);
        }
        Variables.SetResults(run, token, complete.Results);
        Complete(run, token);
    }
}
