using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Feel;
using Platform.Kernel.Graph;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Definitions;

/// <summary>Keeps what starts a process from outside (messages, signals, times): always the newest version's, never two versions at once.</summary>
internal static class StartTriggers
{
    private static readonly TimeSpan Local = TimeSpan.FromHours(8);

    /// <summary>Takes the start triggers of the version before away and writes those of the new one, in the caller's transaction.</summary>
    public static async Task ReplaceAsync(
        PlatformDb db, DefinitionRow definition, Guid? previous, ProcessGraph graph, DateTimeOffset now, CancellationToken ct)
    {
        if (previous is { } old)
        {
            await db.Subscriptions.Where(s => s.TenantId == definition.TenantId && s.OwnerId == old && s.IsStart).ExecuteDeleteAsync(ct);
            await db.Timers.Where(t => t.TenantId == definition.TenantId && t.OwnerId == old).ExecuteDeleteAsync(ct);
        }

        var options = new FeelOptions { Now = now };
        foreach (var node in graph.StartNodes.Where(n => n.Event is not null))
        {
            switch (node.Event!.Kind)
            {
                case EventKind.Message or EventKind.Signal when node.Event.Name is { } name:
                    db.Subscriptions.Add(SubscriptionOf(definition, node, (name.Evaluate(FeelScope.Empty, options) as FeelString)?.Value ?? name.Text, now));
                    break;
                case EventKind.Timer when node.Event.Timer is { } timer
                    && timer.Schedule(FeelScope.Empty, options, Local) is { IsSuccess: true } schedule
                    && schedule.Value.First(now, Local) is { } due:
                    db.Timers.Add(TimerOf(definition, node, due));
                    break;
                default:
                    break;
            }
        }
    }

    private static SubscriptionRow SubscriptionOf(DefinitionRow definition, Node node, string name, DateTimeOffset now) => new()
    {
        TenantId = definition.TenantId,
        OwnerId = definition.Id,
        SubscriptionId = node.Index,
        IsStart = true,
        ElementId = node.Id,
        Kind = node.Event!.Kind == EventKind.Message ? AwaitedKind.Message : AwaitedKind.Signal,
        Name = name,
        CreatedAt = now,
    };

    private static TimerRow TimerOf(DefinitionRow definition, Node node, TimerDue due) => new()
    {
        TenantId = definition.TenantId,
        OwnerId = definition.Id,
        TimerId = node.Index,
        Kind = Persistence.TimerKind.Start,
        ElementId = node.Id,
        DueAt = due.At,
        StartsLeft = due.Remaining,
    };
}
