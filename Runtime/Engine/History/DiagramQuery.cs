using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Execution;
using Platform.Kernel.Graph;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Payloads;

namespace Platform.Runtime.History;

/// <summary>Reads what a diagram marks: the path taken, where the matter stands and with whom.</summary>
public sealed class DiagramQuery(PlatformDatabase database, GraphCache graphs, OrgCache org, TimeProvider clock)
{
    /// <summary>The marks of an instance's diagram, or null when it does not exist for the viewer.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="instanceId">The matter.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<DiagramMarks?> GetAsync(Viewer viewer, Guid instanceId, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        var instance = await Visibility.Instances(db, viewer).SingleOrDefaultAsync(i => i.Id == instanceId, ct);
        if (instance is null)
        {
            return null;
        }

        var tenant = viewer.TenantId;
        var graph = (await graphs.GetAsync(tenant, instance.DefinitionId, ct)).Graph;
        var events = await db.Events.Where(e => e.TenantId == tenant && e.InstanceId == instanceId).OrderBy(e => e.Seq).Select(e => new { e.Seq, e.At, e.Facts }).ToListAsync(ct);
        var told = events.SelectMany(e => KernelJson.ReadFacts(e.Facts).Select(fact => (e.Seq, e.At, Fact: fact))).ToList();
        var open = await Visibility.AllTasks(db, tenant).Where(t => t.InstanceId == instanceId && t.Status <= UserTaskStatus.Suspended).ToListAsync(ct);
        var state = KernelJson.ReadState(instance.State, instance.ProcessKey);
        var directory = await org.GetAsync(tenant, ct);
        var now = clock.GetUtcNow();
        return new DiagramMarks(
            instance.DefinitionId,
            [.. told.Select(t => t.Fact).OfType<ProcessEvent.ElementCompleted>().Select(f => graph.Nodes[f.NodeIndex].Id).Distinct()],
            [.. told.Select(t => t.Fact).OfType<ProcessEvent.FlowTaken>().Select(f => graph.Flows[f.FlowIndex].Id).Distinct()],
            [.. state.Tokens.Where(t => t.Status != TokenStatus.Incident).GroupBy(t => t.NodeIndex).Select(g => Mark(graph.Nodes[g.Key], open, directory, now))],
            [.. state.Tokens.Where(t => t.Status == TokenStatus.Incident).Select(t => graph.Nodes[t.NodeIndex].Id).Distinct()])
        {
            Path = [.. told.Where(t => t.Fact is ProcessEvent.FlowTaken).Select(t => new PathMove(graph.Flows[((ProcessEvent.FlowTaken)t.Fact).FlowIndex].Id, t.Seq, t.At))],
        };
    }

    private static OpenMark Mark(Node node, List<TaskRow> open, OrgDirectory directory, DateTimeOffset now)
    {
        var tasks = open.FindAll(t => t.ElementId == node.Id);
        var names = tasks.Select(t => t.AssigneeId is { } id ? directory.Person(id)?.Name : null).OfType<string>().Distinct();
        return new OpenMark(node.Id, string.Join('、', names), tasks.Exists(t => t.DueAt < now));
    }
}

/// <summary>What a diagram marks.</summary>
/// <param name="DefinitionId">The version whose diagram it is.</param>
/// <param name="Taken">Elements that were completed.</param>
/// <param name="TakenFlows">Sequence flows that were taken.</param>
/// <param name="Open">Elements where the matter stands.</param>
/// <param name="Stuck">Elements where it cannot go on.</param>
public sealed record DiagramMarks(
    Guid DefinitionId,
    ImmutableArray<string> Taken,
    ImmutableArray<string> TakenFlows,
    ImmutableArray<OpenMark> Open,
    ImmutableArray<string> Stuck)
{
    /// <summary>Every sequence flow in the order in which it was taken, again each time that it was.</summary>
    public ImmutableArray<PathMove> Path { get => field.IsDefault ? [] : field; init; } = [];
}

/// <summary>A sequence flow that was taken.</summary>
/// <param name="FlowId">The flow.</param>
/// <param name="Seq">Number of the matter's act in which it was taken; several flows may be taken in one.</param>
/// <param name="At">When.</param>
public sealed record PathMove(string FlowId, long Seq, DateTimeOffset At);

/// <summary>An element where a matter stands.</summary>
/// <param name="ElementId">The element.</param>
/// <param name="Text">Those responsible; empty while nobody is, or for what runs by itself.</param>
/// <param name="Overdue">Whether a task there is overdue.</param>
public sealed record OpenMark(string ElementId, string Text, bool Overdue);
