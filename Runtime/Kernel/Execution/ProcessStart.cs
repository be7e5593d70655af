using System.Collections.Immutable;
using Platform.Decisions.Feel;
using Platform.Kernel.Execution.Rules;
using Platform.Kernel.Graph;

namespace Platform.Kernel.Execution;

/// <summary>How an instance begins, and what outside must watch so that it can.</summary>
public static class ProcessStart
{
    /// <summary>The conditional start events of a process that hold for these variables.</summary>
    /// <param name="graph">The process.</param>
    /// <param name="variables">Variables the instance would start with.</param>
    /// <param name="world">What to know about the world.</param>
    public static ImmutableArray<Node> ThatHold(ProcessGraph graph, ImmutableDictionary<string, FeelValue> variables, World world)
    {
        var scope = new FeelScope(variables);
        var options = new FeelOptions { Now = world.Now.ToOffset(world.Offset) };
        return
        [
            .. graph.StartNodes.Where(n =>
                n.Event is { Kind: EventKind.Conditional, Condition: { } condition } && Conditions.IsTrue(condition, scope, options)),
        ];
    }

    /// <summary>The name of the message or signal that a start event waits for; null when it waits for neither or its name cannot be had without an instance.</summary>
    /// <param name="start">A start event of the process.</param>
    /// <param name="world">What to know about the world.</param>
    public static string? NameOf(Node start, World world) =>
        start.Event is { Kind: EventKind.Message or EventKind.Signal, Name: { } name }
        && name.Evaluate(FeelScope.Empty, new FeelOptions { Now = world.Now.ToOffset(world.Offset) }) is FeelString text
            ? text.Value
            : null;

    /// <summary>When a timer start event is due first; null when it is not a timer or never due.</summary>
    /// <param name="start">A start event of the process.</param>
    /// <param name="world">What to know about the world; its now is the time of deployment.</param>
    public static TimerDue? FirstDue(Node start, World world) => ScheduleOf(start, world)?.First(world.Now, world.Offset);

    /// <summary>When a timer start event is due after it fired; null when that was the last time.</summary>
    /// <param name="start">A start event of the process.</param>
    /// <param name="fired">The time it was due.</param>
    /// <param name="world">What to know about the world.</param>
    public static TimerDue? NextDue(Node start, TimerDue fired, World world) =>
        ScheduleOf(start, world)?.Next(fired.At, fired.Remaining, world.Offset);

    internal static Problem? Begin(StepRun run, Trigger.StartProcess trigger)
    {
        if (!run.State.Scopes.IsEmpty)
        {
            return new Problem("instance.already-started", "流程实例已经开始。");
        }
        var entries = Entries(run, trigger);
        if (!entries.IsSuccess)
        {
            return entries.Problem;
        }
        run.Record(new ProcessEvent.InstanceStarted(run.Graph.ProcessId, trigger.Variables));
        if (!trigger.DecisionVersions.IsEmpty)
        {
            run.Record(new ProcessEvent.DecisionsBound(trigger.DecisionVersions));
        }
        if (EventSubProcesses.Arm(run, run.Graph.Root, InstanceState.RootScopeId) is { } problem)
        {
            return problem;
        }
        Moves.Start(run, entries.Value, InstanceState.RootScopeId, [], fork: 0);
        return null;
    }

    private static Result<ImmutableArray<Node>> Entries(StepRun run, Trigger.StartProcess trigger)
    {
        var root = run.Graph.Root;
        if (trigger.StartElementId is { } id)
        {
            return root.StartEvents.FirstOrDefault(n => n.Id == id) is { } named
                ? ImmutableArray.Create(named)
                : new Problem("start.unknown", $"流程没有开始事件“{id}”。");
        }
        if ((trigger.MessageName ?? trigger.SignalName) is { } name)
        {
            var kind = trigger.MessageName is null ? EventKind.Signal : EventKind.Message;
            return root.StartEvents.FirstOrDefault(n => n.Event!.Kind == kind && NameOf(n, run.World) == name) is { } waiting
                ? ImmutableArray.Create(waiting)
                : new Problem("start.unknown", $"流程不能由“{name}”启动。");
        }
        return root switch
        {
            { Entries.IsEmpty: true } => new Problem("start.no-none-start", "流程没有可以直接启动的开始事件。"),
            { StartEvents.IsEmpty: false, Entries.Length: > 1 } => new Problem("start.ambiguous", "流程有多个开始事件，请指明从哪一个开始。"),
            _ => root.Entries,
        };
    }

    private static TimerSchedule? ScheduleOf(Node start, World world)
    {
        var options = new FeelOptions { Now = world.Now.ToOffset(world.Offset) };
        return start.Event?.Timer?.Schedule(FeelScope.Empty, options, world.Offset) is { IsSuccess: true } schedule ? schedule.Value : null;
    }
}
