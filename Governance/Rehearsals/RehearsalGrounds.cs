using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Rehearsals;

/// <summary>Copies from the real database what a rehearsal may use. Reads organisation, calendar and published files, nothing of any matter.</summary>
/// <param name="database">The real database.</param>
/// <param name="clock">The real clock.</param>
public sealed class RehearsalGrounds(PlatformDatabase database, TimeProvider clock)
{
    private static readonly DateTimeOffset Always = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The county as it is now, with the files to rehearse.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="processKey">Key of the process.</param>
    /// <param name="files">Its files by name.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<RehearsalGround> ReadAsync(string tenantId, string processKey, IReadOnlyDictionary<string, byte[]> files, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await using PlatformDb db = database.CreateDbContext();
        var people = await db.People.AsNoTracking().Where(row => row.TenantId == tenantId).ToListAsync(ct);
        var memberships = await db.Memberships.AsNoTracking()
            .Where(row => row.TenantId == tenantId && (row.From == null || row.From <= now) && (row.Until == null || row.Until > now)).ToListAsync(ct);
        var deputies = await db.Deputies.AsNoTracking()
            .Where(row => row.TenantId == tenantId && row.From <= now && (row.Until == null || row.Until > now)).ToListAsync(ct);
        return new RehearsalGround
        {
            TenantId = tenantId,
            ProcessKey = processKey,
            Files = files,
            Others = await OthersAsync(db, tenantId, processKey, ct),
            Units = await db.OrgUnits.AsNoTracking().Where(row => row.TenantId == tenantId).ToListAsync(ct),
            People = [.. people.Select(WithoutContact)],
            Posts = await db.Posts.AsNoTracking().Where(row => row.TenantId == tenantId).ToListAsync(ct),
            Memberships = [.. memberships.Select(WithoutLimits)],
            Deputies = [.. deputies.Select(WithoutLimits)],
            Calendars = await db.Calendars.AsNoTracking().Where(row => row.TenantId == tenantId).ToListAsync(ct),
            CalendarDays = await db.CalendarDays.AsNoTracking().Where(row => row.TenantId == tenantId).ToListAsync(ct),
        };
    }

    private static async Task<List<IReadOnlyDictionary<string, byte[]>>> OthersAsync(PlatformDb db, string tenantId, string processKey, CancellationToken ct)
    {
        var deployments = await db.Definitions
            .Where(row => row.TenantId == tenantId && row.Key != processKey
                && !db.Definitions.Any(newer => newer.TenantId == tenantId && newer.Key == row.Key && newer.Version > row.Version))
            .Where(row => !db.Definitions.Any(same => same.TenantId == tenantId && same.DeploymentId == row.DeploymentId && same.Key == processKey))
            .Select(row => row.DeploymentId).Distinct().ToListAsync(ct);
        var sets = new List<IReadOnlyDictionary<string, byte[]>>();
        foreach (var deployment in deployments)
        {
            sets.Add(await db.DeploymentFiles.AsNoTracking().Where(row => row.TenantId == tenantId && row.DeploymentId == deployment)
                .ToDictionaryAsync(row => row.Name, row => row.Content, StringComparer.Ordinal, ct));
        }

        return sets;
    }

    // A rehearsal needs names and posts; how to reach the people is nobody's business there.
    private static PersonRow WithoutContact(PersonRow row) => new()
    {
        TenantId = row.TenantId, Id = row.Id, Code = row.Code, Name = row.Name, IsActive = row.IsActive,
    };

    // A rehearsal may begin on any day, also before somebody took the post.
    private static MembershipRow WithoutLimits(MembershipRow row) => new()
    {
        TenantId = row.TenantId, Id = row.Id, PersonId = row.PersonId, PostId = row.PostId, UnitId = row.UnitId, IsPrimary = row.IsPrimary,
    };

    private static DeputyRow WithoutLimits(DeputyRow row) => new()
    {
        TenantId = row.TenantId, Id = row.Id, PrincipalId = row.PrincipalId, DeputyId = row.DeputyId, From = Always, ProcessKeys = row.ProcessKeys, Reason = row.Reason,
    };
}
