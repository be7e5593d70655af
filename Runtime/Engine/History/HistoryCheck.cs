using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.History;

/// <summary>Verifies that nobody edited, removed or moved an entry of a matter's history.</summary>
public sealed class HistoryCheck(PlatformDatabase database)
{
    /// <summary>Recomputes the chain of hashes from the first step to the one that the instance itself keeps.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="instanceId">The matter. Nothing of its content is given back, so everybody who operates may ask.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The verdict, or null when there is no such matter.</returns>
    public async Task<HistoryVerdict?> VerifyAsync(string tenantId, Guid instanceId, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        var head = await Visibility.AllInstances(db, tenantId).Where(i => i.Id == instanceId)
            .Select(i => new { i.LastHash, i.LastSeq }).SingleOrDefaultAsync(ct);
        if (head is null)
        {
            return null;
        }

        var rows = await db.Events.Where(e => e.TenantId == tenantId && e.InstanceId == instanceId).OrderBy(e => e.Seq).ToListAsync(ct);
        var firstBreak = EventChain.FirstBreak(rows, head.LastHash);
        return new HistoryVerdict(firstBreak is null && rows.Count == head.LastSeq, rows.Count, firstBreak);
    }
}

/// <summary>Whether a history is whole.</summary>
/// <param name="IsWhole">Whether every step is there and unchanged.</param>
/// <param name="Steps">How many steps were looked at.</param>
/// <param name="FirstBreak">Number of the first step that was changed or is missing; null when none.</param>
public sealed record HistoryVerdict(bool IsWhole, int Steps, long? FirstBreak);
