using Platform.Kernel.Execution;
using Platform.Kernel.Graph;
using Platform.Runtime.Calendar;
using Platform.Runtime.Deadlines;
using Platform.Runtime.Definitions;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.History;

/// <summary>Turns facts into sentences. Facts that matter to the process only are passed over.</summary>
internal sealed class TimelineTeller
{
    private readonly DeployedProcess process;
    private readonly OrgDirectory directory;
    private readonly IReadOnlyList<TaskRow> tasks;
    private readonly Dictionary<long, TaskRow> tasksByToken;
    private readonly Dictionary<long, int> nodesByToken = [];
    private readonly TaskContents contents;

    public TimelineTeller(DeployedProcess process, OrgDirectory directory, IReadOnlyList<TaskRow> tasks, TaskContents contents)
    {
        this.process = process;
        this.directory = directory;
        this.tasks = tasks;
        this.contents = contents;
        tasksByToken = tasks.GroupBy(t => t.TokenId).ToDictionary(g => g.Key, g => g.Last());
    }

    /// <summary>The entries of one step. Steps must be told in order.</summary>
    public IReadOnlyList<TimelineEntry> Tell(EventRow step, IEnumerable<ProcessEvent> facts)
    {
        var entries = new List<TimelineEntry>();
        foreach (var fact in facts)
        {
            if (Tell(step, fact) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    /// <summary>The signing of tasks, which is no step of the process.</summary>
    public IEnumerable<TimelineEntry> TellClaims() => tasks.Where(t => t.ClaimedAt is not null).Select(t => new TimelineEntry
    {
        At = t.ClaimedAt!.Value,
        Kind = TimelineKind.Task,
        Title = TimelineTexts.Of("TaskClaimed", LabelOf(t.ElementId)),
        Who = NameOf(t.AssigneeId),
        ElementId = t.ElementId,
        TaskId = t.Id,
    });

    /// <summary>What a clock did.</summary>
    public TimelineEntry Tell(DeadlineEventRow row, string? elementId) => new()
    {
        At = DeadlinePlan.LevelOf(row.Level) == WarningLevel.None ? row.At : row.DueAt,
        Kind = TimelineKind.Deadline,
        Title = DeadlineTexts.NameOf(row.Level) + (elementId is null ? "" : $"：{LabelOf(elementId)}"),
        Who = NameOf(row.By),
        Quote = row.Detail,
        ElementId = elementId,
    };

    private TimelineEntry? Tell(EventRow step, ProcessEvent fact)
    {
        switch (fact)
        {
            case ProcessEvent.InstanceStarted:
                return Entry(step, TimelineKind.Matter, TimelineTexts.Of("InstanceStarted"));
            case ProcessEvent.TokenEntered entered:
                nodesByToken[entered.Token.Id] = entered.Token.NodeIndex;
                return null;
            case ProcessEvent.TaskOrdered ordered:
                return Arrived(step, ordered.TokenId);
            case ProcessEvent.ElementCompleted completed:
                return Completed(step, completed);
            case ProcessEvent.ElementCancelled cancelled when tasksByToken.ContainsKey(cancelled.TokenId):
                return Entry(step, TimelineKind.Task, TimelineTexts.Of("TaskCancelled", LabelOf(cancelled.NodeIndex)), cancelled.NodeIndex) with { Who = null, OnBehalfOf = null };
            case ProcessEvent.InstanceCompleted:
                return Entry(step, TimelineKind.Matter, TimelineTexts.Of("InstanceCompleted")) with { Who = null, OnBehalfOf = null };
            case ProcessEvent.InstanceCancelled end:
                return Entry(step, TimelineKind.Matter, TimelineTexts.Of("InstanceCancelled", end.Reason));
            case ProcessEvent.InstanceTerminated end:
                return Entry(step, TimelineKind.Matter, TimelineTexts.Of("InstanceTerminated", end.Reason));
            default:
                return TellAutomatic(step, fact);
        }
    }

    private TimelineEntry? TellAutomatic(EventRow step, ProcessEvent fact) => fact switch
    {
        ProcessEvent.ChildOrdered child => Automatic(step, "ChildOrdered", NodeOf(child.TokenId)),
        ProcessEvent.DecisionMade made => Automatic(step, "DecisionMade", NodeOf(made.TokenId)) with { Quote = made.Explanation },
        ProcessEvent.MessageReceived received => Automatic(step, "MessageReceived", received.NodeIndex, received.Name),
        ProcessEvent.SignalReceived received => Automatic(step, "SignalReceived", received.NodeIndex, received.Name),
        ProcessEvent.MessageSent sent => Automatic(step, "MessageSent", NodeOf(sent.TokenId), sent.Name),
        ProcessEvent.ErrorThrown error => Automatic(step, "ErrorThrown", NodeOf(error.TokenId), LabelOf(NodeOf(error.TokenId)), error.Code),
        ProcessEvent.EscalationThrown raised => Automatic(step, "EscalationThrown", NodeOf(raised.TokenId), LabelOf(NodeOf(raised.TokenId)), raised.Code),
        ProcessEvent.IncidentRaised raised =>
            Automatic(step, "IncidentRaised", NodeOf(raised.TokenId)) with { Kind = TimelineKind.Incident, Quote = raised.Message },
        ProcessEvent.IncidentResolved resolved =>
            Automatic(step, "IncidentResolved", NodeOf(resolved.TokenId)) with { Kind = TimelineKind.Incident, Who = NameOf(step.By) },
        _ => null,
    };

    /// <summary>Names the person only when the task was theirs from the start: that alone leaves a reason on the task itself.</summary>
    private TimelineEntry Arrived(EventRow step, long tokenId)
    {
        var node = NodeOf(tokenId);
        var task = tasksByToken.GetValueOrDefault(tokenId);
        var round = task?.Round ?? 1;
        var label = LabelOf(node);
        var title = (NameOf(task is { ClaimedAt: null, Reason: not null } ? task.AssigneeId : null), round) switch
        {
            (null, 1) => TimelineTexts.Of("TaskArrived", label),
            (null, _) => TimelineTexts.Of("TaskArrivedAgain", label, round),
            ({ } person, 1) => TimelineTexts.Of("TaskArrivedFor", label, person),
            ({ } person, _) => TimelineTexts.Of("TaskArrivedForAgain", label, person, round),
        };
        return Entry(step, TimelineKind.Task, title, node) with { Who = null, OnBehalfOf = null, TaskId = task?.Id };
    }

    private TimelineEntry? Completed(EventRow step, ProcessEvent.ElementCompleted completed)
    {
        if (tasksByToken.GetValueOrDefault(completed.TokenId) is { } task)
        {
            var label = LabelOf(completed.NodeIndex);
            var outcome = task.Outcome is { } value ? process.UserTask(task.ElementId)?.Outcome(value)?.Text ?? value : null;
            var title = outcome is null ? TimelineTexts.Of("TaskCompleted", label) : TimelineTexts.Of("TaskCompletedWith", label, outcome);
            return Entry(step, TimelineKind.Task, title, completed.NodeIndex) with { Quote = contents.OpinionOf(task), TaskId = task.Id };
        }

        return process.Graph.Nodes[completed.NodeIndex] switch
        {
            { Kind: ElementKind.ServiceTask or ElementKind.SendTask } => Automatic(step, "ActivityDone", completed.NodeIndex),
            { Kind: ElementKind.CatchEvent or ElementKind.BoundaryEvent, Event.Kind: EventKind.Timer } => Automatic(step, "TimerFired", completed.NodeIndex),
            _ => null,
        };
    }

    private TimelineEntry Automatic(EventRow step, string key, int node, params object?[] values) =>
        Entry(step, TimelineKind.Automatic, TimelineTexts.Of(key, values.Length == 0 ? [LabelOf(node)] : values), node) with { Who = null, OnBehalfOf = null };

    private TimelineEntry Entry(EventRow step, TimelineKind kind, string title, int node = -1) => new()
    {
        At = step.At,
        Kind = kind,
        Title = title,
        Who = NameOf(step.By),
        OnBehalfOf = NameOf(step.OnBehalfOf),
        ElementId = node < 0 ? null : process.Graph.Nodes[node].Id,
    };

    private int NodeOf(long tokenId) => nodesByToken.GetValueOrDefault(tokenId, -1);

    private string LabelOf(int node) => node < 0 ? process.Name : process.Graph.Nodes[node].Label;

    private string LabelOf(string elementId) => process.Graph.FindNode(elementId)?.Label ?? elementId;

    private string? NameOf(Guid? person) => person is { } id ? directory.Person(id)?.Name : null;
}
