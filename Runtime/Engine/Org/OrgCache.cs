using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Org;

/// <summary>Keeps each county's organisation in memory.</summary>
/// <remarks>
/// A change made through this node is seen at once (<see cref="Invalidate"/>); one made by another node after at most
/// <see cref="Freshness"/>. Age is measured by the machine's monotonic clock: jumps of the platform's clock neither keep a
/// snapshot alive nor cost a reload.
/// </remarks>
public sealed class OrgCache(PlatformDatabase database)
{
    /// <summary>How old a snapshot may become.</summary>
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>The county's organisation.</summary>
    /// <param name="tenantId">The county; an unknown one has an empty organisation.</param>
    /// <param name="ct">Gives up.</param>
    public async ValueTask<OrgDirectory> GetAsync(string tenantId, CancellationToken ct)
    {
        if (entries.TryGetValue(tenantId, out var entry) && TimeProvider.System.GetElapsedTime(entry.Loaded) < Freshness)
        {
            return entry.Directory;
        }

        var loaded = new Entry(await LoadAsync(tenantId, ct), TimeProvider.System.GetTimestamp());
        entries[tenantId] = loaded;
        return loaded.Directory;
    }

    /// <summary>Forgets a county's snapshot after its organisation was changed.</summary>
    public void Invalidate(string tenantId) => entries.TryRemove(tenantId, out _);

    private async Task<OrgDirectory> LoadAsync(string tenantId, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        return new OrgDirectory(new OrgRows
        {
            Units = await db.OrgUnits.Where(r => r.TenantId == tenantId).ToListAsync(ct),
            People = await db.People.Where(r => r.TenantId == tenantId).ToListAsync(ct),
            Posts = await db.Posts.Where(r => r.TenantId == tenantId).ToListAsync(ct),
            Memberships = await db.Memberships.Where(r => r.TenantId == tenantId).ToListAsync(ct),
            Deputies = await db.Deputies.Where(r => r.TenantId == tenantId).ToListAsync(ct),
        });
    }

    private sealed record Entry(OrgDirectory Directory, long Loaded);
}
