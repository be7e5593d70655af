using System.Collections.Immutable;
using Platform.Decisions.Dmn;
using Platform.Decisions.Feel;
using Platform.Kernel;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;

namespace Platform.KernelTesting;

/// <summary>
/// Runs instances on the kernel alone, in memory, on a clock that only moves when told to: deploys, starts, carries effects out between
/// instances. Nothing in it is faked; what a database and people do, the test does by calling it.
/// </summary>
/// <param name="now">Where the clock stands at first.</param>
public sealed class KernelHost(DateTimeOffset now)
{
    private readonly Dictionary<string, ProcessGraph> graphs = new(StringComparer.Ordinal);
    private readonly List<HostedInstance> instances = [];
    private readonly List<StartTimer> startTimers = [];
    private readonly Queue<(HostedInstance Instance, Effect Effect)> effects = new();
    private bool isWorking;

    /// <summary>What the clock shows.</summary>
    public DateTimeOffset Now { get; private set; } = now;

    /// <summary>Finds decisions; null for none.</summary>
    public Func<string, CompiledDecisions?>? Decisions { get; init; }

    /// <summary>Element entries that one step may make.</summary>
    public int StepBudget { get; init; } = 20_000;

    /// <summary>All instances in the order of starting.</summary>
    public IReadOnlyList<HostedInstance> Instances => instances;

    /// <summary>All deployed processes.</summary>
    public IReadOnlyCollection<ProcessGraph> Graphs => graphs.Values;

    /// <summary>Timers of start events that are still to fire.</summary>
    public int PendingStartTimers => startTimers.Count;

    private World World => new() { Now = Now, Decisions = Decisions is { } find ? call => find(call.Reference) : null, StepBudget = StepBudget };

    /// <summary>Makes a process startable, by its id.</summary>
    /// <param name="graph">The process.</param>
    public void Deploy(ProcessGraph graph)
    {
        graphs[graph.ProcessId] = graph;
        foreach (var start in graph.StartNodes)
        {
            if (ProcessStart.FirstDue(start, World) is { } due)
            {
                startTimers.Add(new StartTimer(graph, start, due));
            }
        }
    }

    /// <summary>Starts an instance; a refused start leaves none.</summary>
    /// <param name="processId">Id of a deployed process.</param>
    /// <param name="trigger">How it starts.</param>
    /// <param name="businessKey">Business key.</param>
    public Result<HostedInstance> Start(string processId, Trigger.StartProcess trigger, string? businessKey = null) =>
        Start(processId, trigger, businessKey, null, 0);

    /// <summary>Starts instances of all processes that a signal or message of that name starts.</summary>
    /// <param name="kind">Message or signal.</param>
    /// <param name="name">Its name.</param>
    /// <param name="variables">First variables.</param>
    public IReadOnlyList<HostedInstance> StartBy(EventKind kind, string name, ImmutableDictionary<string, FeelValue> variables)
    {
        var found = graphs.Values
            .SelectMany(g => g.StartNodes.Select(n => (Graph: g, Node: n)))
            .Where(s => s.Node.Event!.Kind == kind && ProcessStart.NameOf(s.Node, World) == name)
            .ToList();
        return
        [
            .. found.Select(s => Start(
                s.Graph.ProcessId, new Trigger.StartProcess { StartElementId = s.Node.Id, Variables = variables }).Value),
        ];
    }

    /// <summary>Starts an instance at every conditional start event that holds.</summary>
    /// <param name="variables">First variables.</param>
    public IReadOnlyList<HostedInstance> StartByCondition(ImmutableDictionary<string, FeelValue> variables) =>
    [
        .. graphs.Values.ToList().SelectMany(g => ProcessStart.ThatHold(g, variables, World).Select(n => (Graph: g, Node: n)))
            .Select(s => Start(s.Graph.ProcessId, new Trigger.StartProcess { StartElementId = s.Node.Id, Variables = variables }).Value),
    ];

    /// <summary>Sends a trigger to an instance and carries out what follows, in other instances too.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="trigger">The trigger.</param>
    /// <returns>Why it was refused; null when it was not.</returns>
    public Problem? Send(HostedInstance instance, Trigger trigger)
    {
        var step = Interpreter.Run(instance.Graph, instance.State, trigger, World);
        if (step.Problem is not null)
        {
            return step.Problem;
        }
        instance.Take(step);
        foreach (var effect in step.Effects)
        {
            effects.Enqueue((instance, effect));
        }
        if (!isWorking)
        {
            isWorking = true;
            while (effects.TryDequeue(out var next))
            {
                CarryOut(next.Instance, next.Effect);
            }
            isWorking = false;
        }
        return null;
    }

    /// <summary>Moves the clock and fires what falls due on the way, in order of due time.</summary>
    /// <param name="by">How far.</param>
    public void Advance(IsoDuration by)
    {
        var until = by.AddTo(Now);
        while (FireNext(until))
        {
        }
        Now = until;
    }

    /// <summary>Sends a signal to everything that waits for it, start events included.</summary>
    /// <param name="name">Name of the signal.</param>
    /// <param name="variables">Content.</param>
    public void Broadcast(string name, ImmutableDictionary<string, FeelValue> variables)
    {
        var waiting = instances.Where(i => i.IsRunning).SelectMany(i => i.State!.Subscriptions
            .Where(s => s.Kind == SubscriptionKind.Signal && s.Name == name)
            .Select(s => (Instance: i, s.Id))).ToList();
        foreach (var (instance, id) in waiting)
        {
            // One that an earlier receiver cancelled is gone by now.
            Send(instance, new Trigger.DeliverSignal { SubscriptionId = id, Variables = variables });
        }
        StartBy(EventKind.Signal, name, variables);
    }

    private Result<HostedInstance> Start(
        string processId, Trigger.StartProcess trigger, string? businessKey, HostedInstance? parent, long parentTokenId)
    {
        if (!graphs.TryGetValue(processId, out var graph))
        {
            return new Problem("definition.not-found", $"没有流程“{processId}”。");
        }
        var instance = new HostedInstance
        {
            Number = instances.Count + 1,
            Graph = graph,
            Parent = parent,
            ParentTokenId = parentTokenId,
            BusinessKey = businessKey,
        };
        instances.Add(instance);
        if (Send(instance, trigger) is { } problem)
        {
            instances.Remove(instance);
            return problem;
        }
        return instance;
    }

    private bool FireNext(DateTimeOffset until)
    {
        var timer = instances.Where(i => i.IsRunning)
            .SelectMany(i => i.State!.Timers.Select(t => (Instance: i, t.Id, t.Due)))
            .OrderBy(t => t.Due).ThenBy(t => t.Instance.Number).ThenBy(t => t.Id)
            .FirstOrDefault();
        var start = startTimers.OrderBy(t => t.Due.At).FirstOrDefault();
        if (start is not null && start.Due.At <= until && (timer.Instance is null || start.Due.At < timer.Due))
        {
            Now = start.Due.At > Now ? start.Due.At : Now;
            startTimers.Remove(start);
            if (ProcessStart.NextDue(start.Node, start.Due, World) is { } next)
            {
                startTimers.Add(start with { Due = next });
            }
            Start(start.Graph.ProcessId, new Trigger.StartProcess { StartElementId = start.Node.Id });
            return true;
        }
        if (timer.Instance is null || timer.Due > until)
        {
            return false;
        }
        Now = timer.Due > Now ? timer.Due : Now;
        Send(timer.Instance, new Trigger.FireTimer { TimerId = timer.Id });
        return true;
    }

    private void CarryOut(HostedInstance instance, Effect effect)
    {
        switch (effect)
        {
            case Effect.RunActivity work:
                instance.OpenWork.Add(work.TokenId);
                break;
            case Effect.CancelWork work:
                instance.OpenWork.Remove(work.TokenId);
                break;
            case Effect.StartChild child:
                StartChild(instance, child);
                break;
            case Effect.CancelChild child:
                foreach (var running in instances.Where(i => i.Parent == instance && i.ParentTokenId == child.TokenId && i.IsRunning).ToList())
                {
                    Send(running, new Trigger.TerminateInstance { Reason = "parent" });
                }
                break;
            case Effect.PublishMessage message:
                Publish(message);
                break;
            case Effect.BroadcastSignal signal:
                Broadcast(signal.Name, signal.Variables);
                break;
            case Effect.EscalateToParent escalation when instance.Parent is { } parent:
                Send(parent, new Trigger.ThrowEscalation { TokenId = instance.ParentTokenId, Code = escalation.Code });
                break;
            case Effect.RaiseIncident incident:
                instance.Incidents[incident.TokenId] = incident.Problem;
                break;
            case Effect.ClearIncident incident:
                instance.Incidents.Remove(incident.TokenId);
                break;
            case Effect.EndInstance end when instance.Parent is { } parent:
                Send(parent, new Trigger.ChildEnded
                {
                    TokenId = instance.ParentTokenId,
                    Variables = end.Variables,
                    Status = end.Status,
                    ErrorCode = end.ErrorCode,
                    ErrorMessage = end.ErrorMessage,
                });
                break;
            default:
                // Tasks, timers and subscriptions are read from the state.
                break;
        }
    }

    private void StartChild(HostedInstance parent, Effect.StartChild child)
    {
        var started = Start(
            child.CalledElement, new Trigger.StartProcess { Variables = child.Variables }, parent.BusinessKey, parent, child.TokenId);
        if (started.Problem is { } problem)
        {
            Send(parent, new Trigger.FailWork { TokenId = child.TokenId, Problem = problem });
        }
    }

    private void Publish(Effect.PublishMessage message)
    {
        var receiver = instances.Where(i => i.IsRunning)
            .SelectMany(i => i.State!.Subscriptions.Select(s => (Instance: i, Subscription: s)))
            .FirstOrDefault(r => r.Subscription.Kind == SubscriptionKind.Message && r.Subscription.Name == message.Name
                && (r.Subscription.CorrelationKey is null || r.Subscription.CorrelationKey == message.CorrelationKey));
        if (receiver.Instance is not null)
        {
            Send(receiver.Instance, new Trigger.DeliverMessage { SubscriptionId = receiver.Subscription.Id, Variables = message.Variables });
            return;
        }
        StartBy(EventKind.Message, message.Name, message.Variables);
    }

    private sealed record StartTimer(ProcessGraph Graph, Node Node, TimerDue Due);
}
