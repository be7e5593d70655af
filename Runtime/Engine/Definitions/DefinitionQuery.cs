using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Execution;
using Platform.Runtime.Access;
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

    /// <summary>The BPMN file of a version as it was published, with the names of the files beside it, or null.</summary>
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

        var files = db.DeploymentFiles.Where(f => f.TenantId == tenantId && f.DeploymentId == row.DeploymentId);
        var content = await files.Where(f => f.Name == row.FileName).Select(f => f.Content).SingleAsync(ct);
        return new DefinitionFile(row.FileName, content, await files.Select(f => f.Name).OrderBy(n => n).ToListAsync(ct));
    }
}

/// <summary>A published file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes as they were published.</param>
/// <param name="Siblings">Names of all files of the deployment.</param>
public sealed record DefinitionFile(string Name, byte[] Content, IReadOnlyList<string> Siblings);
