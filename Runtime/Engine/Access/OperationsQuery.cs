using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Access;

/// <summary>Lists for those who operate the platform: what is there and what is stuck, nothing of what it is about.</summary>
public sealed class OperationsQuery(PlatformDatabase database)
{
    /// <summary>Instances, the newest first.</summary>
    /// <param name="viewer">The reader; without the right to operate or administer the list is empty.</param>
    /// <param name="after">Only instances older than this one; null for the newest.</param>
    /// <param name="take">How many at most, 1 to 200.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<OperationsItem>> InstancesAsync(Viewer viewer, Guid? after, int take, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        var items = Visibility.Operations(db, viewer);
        if (after is { } last)
        {
            items = items.Where(i => i.Id.CompareTo(last) < 0);
        }

        return await items.OrderByDescending(i => i.Id).Take(Math.Clamp(take, 1, 200)).ToListAsync(ct);
    }

    /// <summary>Incidents that are open, the newest first. Of sealed matters only the code is given.</summary>
    /// <param name="viewer">The reader; without the right to operate or administer the list is empty.</param>
    /// <param name="take">How many at most, 1 to 200.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<IncidentItem>> IncidentsAsync(Viewer viewer, int take, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        var known = Visibility.Operations(db, viewer);
        return await db.Incidents.Where(i => i.TenantId == viewer.TenantId && i.ResolvedAt == null)
            .Join(known, i => i.InstanceId, o => o.Id, (i, o) => new { i, o })
            .OrderByDescending(p => p.i.RaisedAt).Take(Math.Clamp(take, 1, 200))
            .Select(p => new IncidentItem
            {
                Id = p.i.Id,
                InstanceId = p.i.InstanceId,
                ProcessKey = p.o.ProcessKey,
                ElementId = p.i.ElementId,
                Code = p.i.Code,
                Message = p.o.IsDiscreet ? null : p.i.Message,
                RaisedAt = p.i.RaisedAt,
            })
            .ToListAsync(ct);
    }

    /// <summary>Jobs that wait or failed, the next due first.</summary>
    /// <param name="viewer">The reader; without the right to operate or administer the list is empty.</param>
    /// <param name="take">How many at most, 1 to 200.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<JobItem>> JobsAsync(Viewer viewer, int take, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        var known = Visibility.Operations(db, viewer);
        var allowed = viewer.Has(ViewerRights.Operate) || viewer.Has(ViewerRights.Administer);
        var excluded = Visibility.ExcludedFrom(db, viewer, viewer.PersonId ?? Guid.Empty);
        return await db.Jobs.Where(j => allowed && j.TenantId == viewer.TenantId && (j.InstanceId == null || !excluded.Contains(j.InstanceId.Value)))
            .OrderBy(j => j.DueAt).ThenBy(j => j.Id).Take(Math.Clamp(take, 1, 200))
            .Select(j => new JobItem
            {
                Id = j.Id,
                Kind = j.Kind,
                InstanceId = j.InstanceId,
                ElementId = j.ElementId,
                Status = j.Status,
                DueAt = j.DueAt,
                Attempts = j.Attempts,
                MaxAttempts = j.MaxAttempts,
                ErrorCode = j.ErrorCode,
                ErrorMessage = known.Any(i => i.Id == j.InstanceId && i.IsDiscreet) ? null : j.ErrorMessage,
            })
            .ToListAsync(ct);
    }
}
