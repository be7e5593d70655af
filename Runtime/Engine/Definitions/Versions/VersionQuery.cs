using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Execution;
using Platform.Runtime.Access;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Definitions.Versions;

/// <summary>Reads the history of a process.</summary>
public sealed class VersionQuery(PlatformDatabase database, OrgCache org)
{
    /// <summary>All versions of a process, the newest first.</summary>
    /// <param name="viewer">An administrator or operator; for others nothing runs.</param>
    /// <param name="key">Process id.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<VersionItem>> ListAsync(Viewer viewer, string key, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        await using PlatformDb db = database.CreateDbContext();
        var tenant = viewer.TenantId;
        var counts = await Visibility.Operations(db, viewer).Where(i => i.ProcessKey == key).GroupBy(i => i.Version)
            .Select(g => new { Version = g.Key, Started = g.Count(), Running = g.Count(i => i.Status == InstanceStatus.Running) })
            .ToDictionaryAsync(g => g.Version, ct);
        var directory = await org.GetAsync(tenant, ct);
        var rows = await db.Definitions.Where(d => d.TenantId == tenant && d.Key == key)
            .Join(db.Deployments.Where(p => p.TenantId == tenant), d => d.DeploymentId, p => p.Id, (d, p) => new { d, p.DeployedBy, p.Note })
            .OrderByDescending(r => r.d.Version).ToListAsync(ct);
        return [.. rows.Select(r => new VersionItem
        {
            DefinitionId = r.d.Id,
            Version = r.d.Version,
            Name = r.d.Name,
            DeployedAt = r.d.DeployedAt,
            DeployedBy = r.DeployedBy is { } by ? directory.Person(by)?.Name : null,
            Note = r.Note,
            Running = counts.GetValueOrDefault(r.d.Version)?.Running ?? 0,
            Started = counts.GetValueOrDefault(r.d.Version)?.Started ?? 0,
            IsRetired = r.d.IsRetired,
        })];
    }

    /// <summary>Every file of a version, with the name of the one that holds the process; null when there is no such version.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="definitionId">The version.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<VersionFiles?> FilesAsync(string tenantId, Guid definitionId, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        return await FilesAsync(db, tenantId, definitionId, ct);
    }

    internal static async Task<VersionFiles?> FilesAsync(PlatformDb db, string tenantId, Guid definitionId, CancellationToken ct)
    {
        var row = await db.Definitions.AsNoTracking().SingleOrDefaultAsync(d => d.TenantId == tenantId && d.Id == definitionId, ct);
        if (row is null)
        {
            return null;
        }

        var files = await db.DeploymentFiles.AsNoTracking().Where(f => f.TenantId == tenantId && f.DeploymentId == row.DeploymentId)
            .ToDictionaryAsync(f => f.Name, f => f.Content, StringComparer.Ordinal, ct);
        return new VersionFiles(row.Key, row.Version, row.Name, row.FileName, files);
    }
}

/// <summary>The files of a version.</summary>
/// <param name="Key">Process id.</param>
/// <param name="Version">1 for the first.</param>
/// <param name="Name">Name of the process as it was then.</param>
/// <param name="ProcessFile">File that holds the process.</param>
/// <param name="Files">Content by name.</param>
public sealed record VersionFiles(string Key, int Version, string Name, string ProcessFile, IReadOnlyDictionary<string, byte[]> Files)
{
    /// <summary>The process.</summary>
    public ReadOnlyMemory<byte> Process => Files[ProcessFile];
}
