using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Execution;
using Platform.Runtime.Access;
using Platform.Runtime.Definitions.Packages;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Definitions;

/// <summary>Reads what is published.</summary>
public sealed class DefinitionQuery(PlatformDatabase database, OrgCache org)
{
    /// <summary>The newest version of each process with how many instances run on any version that the viewer may know of.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<DefinitionItem>> ListAsync(Viewer viewer, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        var tenant = viewer.TenantId;
        var operates = viewer.Has(ViewerRights.Operate) || viewer.Has(ViewerRights.Administer);
        var running = (operates
                ? Visibility.Operations(db, viewer).Where(i => i.Status == InstanceStatus.Running).GroupBy(i => i.ProcessKey).Select(g => new { g.Key, Count = g.Count() })
                : Visibility.Instances(db, viewer).Where(i => i.Status == InstanceStatus.Running).GroupBy(i => i.ProcessKey).Select(g => new { g.Key, Count = g.Count() }))
            .ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var counts = await running;
        var directory = await org.GetAsync(tenant, ct);
        var rows = await db.Definitions.Where(d => d.TenantId == tenant
                && !db.Definitions.Any(n => n.TenantId == tenant && n.Key == d.Key && n.Version > d.Version))
            .Join(db.Deployments.Where(p => p.TenantId == tenant), d => d.DeploymentId, p => p.Id, (d, p) => new { d, p.DeployedBy, p.Note })
            .OrderBy(r => r.d.Key).ToListAsync(ct);
        return [.. rows.Select(r => new DefinitionItem
        {
            DefinitionId = r.d.Id,
            Key = r.d.Key,
            Name = r.d.Name,
            Version = r.d.Version,
            DeployedAt = r.d.DeployedAt,
            DeployedBy = r.DeployedBy is { } by ? directory.Person(by)?.Name : null,
            Note = r.Note,
            IsRetired = r.d.IsRetired,
            RunningInstances = counts.GetValueOrDefault(r.d.Key),
        })];
    }

    /// <summary>The BPMN file of a version as it was published, or null.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="definitionId">The version.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<DefinitionFile?> GetFileAsync(string tenantId, Guid definitionId, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        var row = await db.Definitions.SingleOrDefaultAsync(d => d.TenantId == tenantId && d.Id == definitionId, ct);
        if (row is null)
        {
            return null;
        }

        var content = await db.DeploymentFiles.Where(f => f.TenantId == tenantId && f.DeploymentId == row.DeploymentId && f.Name == row.FileName).Select(f => f.Content).SingleAsync(ct);
        return new DefinitionFile(row.FileName, content);
    }

    /// <summary>What was published with a version, itself included, by name of the file; empty when there is none.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="definitionId">The version.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<PackagedTitle>> ContentsAsync(string tenantId, Guid definitionId, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        var files = await db.Definitions.Where(d => d.TenantId == tenantId && d.Id == definitionId)
            .Join(db.DeploymentFiles.Where(f => f.TenantId == tenantId), d => d.DeploymentId, f => f.DeploymentId, (d, f) => f)
            .OrderBy(f => f.Name).ToListAsync(ct);
        return [.. files.Select(f => PackagedTitle.Of(f.Name, f.Content))];
    }
}

/// <summary>A published file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes as they were published.</param>
public sealed record DefinitionFile(string Name, byte[] Content);
