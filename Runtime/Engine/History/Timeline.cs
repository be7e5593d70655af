using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;
using Platform.Runtime.Persistence.Payloads;

namespace Platform.Runtime.History;

/// <summary>Reads a matter's history as people tell it, out of the facts of its steps, its tasks and its clocks.</summary>
public sealed class Timeline(PlatformDatabase database, GraphCache graphs, OrgCache org, AuditLog audit, TaskContents contents)
{
    /// <summary>The history in the order in which things happened. Reading a restricted or sealed matter is recorded.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="instanceId">The matter.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The entries, or null when the matter does not exist for the viewer.</returns>
    public async Task<IReadOnlyList<TimelineEntry>?> GetAsync(Viewer viewer, Guid instanceId, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        var instance = await Visibility.Instances(db, viewer).SingleOrDefaultAsync(i => i.Id == instanceId, ct);
        if (instance is null)
        {
            return null;
        }

        var tenant = viewer.TenantId;
        var process = await graphs.GetAsync(tenant, instance.DefinitionId, ct);
        var directory = await org.GetAsync(tenant, ct);
        var events = await db.Events.Where(e => e.TenantId == tenant && e.InstanceId == instanceId).OrderBy(e => e.Seq).ToListAsync(ct);
        var tasks = await Visibility.AllTasks(db, tenant).Where(t => t.InstanceId == instanceId).ToListAsync(ct);

        // Sorted here: asked to sort by the key, SQLite walks the whole key instead of the index of the instance.
        tasks.Sort((left, right) => left.Id.CompareTo(right.Id));
        var clocks = await db.DeadlineEvents.Where(e => e.TenantId == tenant && e.InstanceId == instanceId).OrderBy(e => e.At).ToListAsync(ct);
        var elements = await db.Deadlines.Where(d => d.TenantId == tenant && d.InstanceId == instanceId)
            .ToDictionaryAsync(d => d.Id, d => d.ElementId, ct);
        await audit.ReadingAsync(viewer, instanceId, instance.Scope, "timeline", ct);

        var teller = new TimelineTeller(process, directory, tasks, contents);
        return
        [
            .. events.SelectMany(e => teller.Tell(e, KernelJson.ReadFacts(e.Facts)))
                .Concat(clocks.Select(c => teller.Tell(c, elements.GetValueOrDefault(c.DeadlineId))))
                .Concat(teller.TellClaims())
                .OrderBy(e => e.At),
        ];
    }
}
