using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Execution;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Scenarios;

/// <summary>Finds the open tasks of a case and who may act on them, for rehearsals, which act for everybody.</summary>
public sealed class OpenTasks(PlatformDatabase database)
{
    /// <summary>The open tasks of an instance, oldest first.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<OpenTask>> OfAsync(string tenantId, Guid instanceId, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        var rows = await db.Tasks.Where(row => row.TenantId == tenantId && row.InstanceId == instanceId && row.Status == UserTaskStatus.Open)
            .Select(row => new { row.Id, row.ElementId, row.Title, row.AssigneeId, row.UnitId, row.DueAt, row.DefinitionId }).ToListAsync(ct);

        // Sorted here: asked to sort by the key, SQLite walks the whole key instead of the index of the instance.
        rows.Sort((left, right) => left.Id.CompareTo(right.Id));
        var ids = rows.Where(row => row.AssigneeId == null).Select(row => row.Id).ToList();
        var candidates = ids.Count == 0
            ? []
            : await db.TaskCandidates.Where(row => row.TenantId == tenantId && ids.Contains(row.TaskId) && row.IsOpen)
                .Select(row => new { row.TaskId, row.PersonId }).ToListAsync(ct);
        return
        [
            .. rows.Select(row => new OpenTask(
                row.Id,
                row.ElementId,
                row.Title.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' '),
                row.AssigneeId is { } person ? [person] : [.. candidates.Where(item => item.TaskId == row.Id).Select(item => item.PersonId)],
                row.UnitId,
                row.DueAt,
                row.DefinitionId)),
        ];
    }

    /// <summary>Whether an instance has not ended.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<bool> IsRunningAsync(string tenantId, Guid instanceId, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        return await db.Instances.AnyAsync(row => row.TenantId == tenantId && row.Id == instanceId && row.Status == InstanceStatus.Running, ct);
    }

    /// <summary>Open incidents of an instance, as sentences.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="instanceId">The instance.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<string>> IncidentsAsync(string tenantId, Guid instanceId, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        return await db.Incidents.Where(row => row.TenantId == tenantId && row.InstanceId == instanceId && row.ResolvedAt == null)
            .Select(row => row.ElementId + ": " + row.Message).ToListAsync(ct);
    }
}

/// <summary>An open task.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="ElementId">Its element.</param>
/// <param name="Name">Its name without the number of the step.</param>
/// <param name="People">Who may act.</param>
/// <param name="UnitId">Unit for which it is done; null when several.</param>
/// <param name="DueAt">When it is due; null without a deadline.</param>
/// <param name="DefinitionId">Version of the process it belongs to.</param>
public sealed record OpenTask(Guid TaskId, string ElementId, string Name, IReadOnlyList<Guid> People, Guid? UnitId, DateTimeOffset? DueAt, Guid DefinitionId);
