using Microsoft.EntityFrameworkCore;
using Platform.Kernel.Graph;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Definitions.Rules;

/// <summary>Reads which decisions are published.</summary>
/// <param name="database">The database.</param>
/// <param name="graphs">Compiled processes, to say who asks a decision.</param>
/// <param name="org">Names of people.</param>
public sealed class DecisionQuery(PlatformDatabase database, GraphCache graphs, OrgCache org)
{
    /// <summary>Every decision with its versions, by name.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<DecisionItem>> ListAsync(string tenantId, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        var directory = await org.GetAsync(tenantId, ct);
        var rows = await db.Decisions.Where(d => d.TenantId == tenantId)
            .Join(
                db.Deployments.Where(p => p.TenantId == tenantId),
                d => d.DeploymentId,
                p => p.Id,
                (d, p) => new { Row = d, p.DeployedBy, p.Note, HasProcess = db.Definitions.Any(x => x.TenantId == tenantId && x.DeploymentId == p.Id) })
            .AsNoTracking().ToListAsync(ct);
        var callers = await CallersAsync(db, tenantId, ct);
        return
        [
            .. rows.GroupBy(r => r.Row.Key, StringComparer.Ordinal).Select(group =>
            {
                var versions = group.OrderByDescending(r => r.Row.Version).Select(r => new DecisionVersionItem
                {
                    Id = r.Row.Id,
                    Version = r.Row.Version,
                    DeployedAt = r.Row.DeployedAt,
                    DeployedBy = r.DeployedBy is { } by ? directory.Person(by)?.Name : null,
                    Note = r.Note,
                    IsOnItsOwn = !r.HasProcess,
                });
                var name = group.MaxBy(r => r.Row.Version)!.Row.Name;
                return new DecisionItem(group.Key, name, [.. versions], [.. callers.Where(c => c.Reference == group.Key || c.Reference == name).Select(c => c.Use).Distinct()]);
            }).OrderBy(item => item.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Names of all published decisions by key, as their newest versions have them.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(string tenantId, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        return await db.Decisions.AsNoTracking().Where(d => d.TenantId == tenantId && !db.Decisions.Any(n => n.TenantId == tenantId && n.Key == d.Key && n.Version > d.Version))
            .ToDictionaryAsync(d => d.Key, d => d.Name, StringComparer.Ordinal, ct);
    }

    /// <summary>The DMN file of a version as it was published, or null.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="decisionId">The version.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<DefinitionFile?> GetFileAsync(string tenantId, Guid decisionId, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        var row = await db.Decisions.SingleOrDefaultAsync(d => d.TenantId == tenantId && d.Id == decisionId, ct);
        if (row is null)
        {
            return null;
        }

        var content = await db.DeploymentFiles.Where(f => f.TenantId == tenantId && f.DeploymentId == row.DeploymentId && f.Name == row.FileName).Select(f => f.Content).SingleAsync(ct);
        return new DefinitionFile(row.FileName, content);
    }

    /// <summary>What the newest version of every process asks.</summary>
    private async Task<List<(string Reference, DecisionUse Use)>> CallersAsync(PlatformDb db, string tenantId, CancellationToken ct)
    {
        var newest = await db.Definitions.Where(d => d.TenantId == tenantId && !db.Definitions.Any(n => n.TenantId == tenantId && n.Key == d.Key && n.Version > d.Version))
            .OrderBy(d => d.Key).Select(d => d.Id).ToListAsync(ct);
        var callers = new List<(string, DecisionUse)>();
        foreach (var id in newest)
        {
            var process = await graphs.GetAsync(tenantId, id, ct);
            callers.AddRange(process.Graph.Nodes.Select(n => n.Activity?.Decision).OfType<DecisionCall>().Distinct()
                .Select(call => (call.Reference, new DecisionUse(process.Key, process.Name, call.Binding, call.Version))));
        }

        return callers;
    }
}
