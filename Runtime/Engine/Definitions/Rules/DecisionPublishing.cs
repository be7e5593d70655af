using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Definitions.Rules;

/// <summary>Gives decisions their versions.</summary>
internal static class DecisionPublishing
{
    /// <summary>
    /// Writes a version of every decision whose content differs from its newest one, in the caller's transaction. A process that is
    /// published again with the same table makes no new version of the table, and with a table of before does not put that one back in force
    /// over a newer one: it asks its own anyway.
    /// </summary>
    /// <param name="db">The context of the transaction.</param>
    /// <param name="deployment">The deployment.</param>
    /// <param name="decisions">Its decisions.</param>
    /// <param name="files">Its files.</param>
    /// <param name="goesBack">Whether an older content is meant to come back in force.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The versions written.</returns>
    public static async Task<ImmutableArray<DeployedVersion>> SaveAsync(
        PlatformDb db, DeploymentRow deployment, DecisionParts decisions, IReadOnlyDictionary<string, byte[]> files, bool goesBack, CancellationToken ct)
    {
        var versions = ImmutableArray.CreateBuilder<DeployedVersion>();
        foreach (var part in decisions.All.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            var hash = ContentHash.Of(part.Content.Select(name => KeyValuePair.Create(name == part.File ? "" : name, files[name])));
            var last = await db.Decisions.Where(d => d.TenantId == deployment.TenantId && d.Key == part.Key)
                .OrderByDescending(d => d.Version).Select(d => new { d.Version, d.ContentHash }).FirstOrDefaultAsync(ct);
            if (last?.ContentHash == hash
                || (!goesBack && await db.Decisions.AnyAsync(d => d.TenantId == deployment.TenantId && d.Key == part.Key && d.ContentHash == hash, ct)))
            {
                continue;
            }

            var row = new DecisionRow
            {
                TenantId = deployment.TenantId,
                Id = Guid.CreateVersion7(deployment.DeployedAt),
                DeploymentId = deployment.Id,
                Key = part.Key,
                Version = (last?.Version ?? 0) + 1,
                Name = part.Name,
                FileName = part.File,
                ContentHash = hash,
                DeployedAt = deployment.DeployedAt,
            };
            db.Decisions.Add(row);
            versions.Add(new DeployedVersion(row.Id, row.Key, row.Version, row.Name));
        }

        return versions.ToImmutable();
    }

    /// <summary>Refuses an order that must follow a version which is no longer the newest one; null when nothing stands against it.</summary>
    public static async Task<Problem?> OvertakenAsync(PlatformDb db, Deploy deploy, CancellationToken ct)
    {
        if (deploy.After is not { } after)
        {
            return null;
        }

        var newest = await db.Decisions.Where(d => d.TenantId == deploy.TenantId && d.Key == after.Key).OrderByDescending(d => d.Version).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(ct);
        return newest == after.Version ? null : new Problem("deploy.overtaken", "别人刚刚发布了更新的版本，没有发布。请重新打开，再做修改。");
    }

    /// <summary>The versions that a deployment wrote.</summary>
    public static async Task<ImmutableArray<DeployedVersion>> OfAsync(PlatformDb db, DeploymentRow deployment, CancellationToken ct) =>
        [.. await db.Decisions.Where(d => d.TenantId == deployment.TenantId && d.DeploymentId == deployment.Id)
            .OrderBy(d => d.Key).Select(d => new DeployedVersion(d.Id, d.Key, d.Version, d.Name)).ToListAsync(ct)];

    /// <summary>Whether one of these versions is no longer its decision's newest: then publishing it again brings it back into force.</summary>
    public static Task<bool> IsOvertakenAsync(PlatformDb db, DeploymentRow deployment, CancellationToken ct) =>
        db.Decisions.AnyAsync(
            d => d.TenantId == deployment.TenantId && d.DeploymentId == deployment.Id
                && db.Decisions.Any(n => n.TenantId == d.TenantId && n.Key == d.Key && n.Version > d.Version),
            ct);
}
