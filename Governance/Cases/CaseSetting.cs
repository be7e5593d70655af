using Microsoft.EntityFrameworkCore;
using Platform.Governance.Rows;
using Platform.Governance.Sealing;
using Platform.Runtime.Calendar;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Governance.Cases;

/// <summary>What every service of the cases works with.</summary>
public sealed class CaseSetting
{
    /// <summary>The platform's database.</summary>
    public required PlatformDatabase Database { get; init; }

    /// <summary>The county's organisation.</summary>
    public required OrgCache Org { get; init; }

    /// <summary>The county's calendar.</summary>
    public required CalendarCache Calendars { get; init; }

    /// <summary>Keeps texts about people.</summary>
    public required TextSealer Sealer { get; init; }

    /// <summary>What the host decided.</summary>
    public required GovernanceOptions Options { get; init; }

    /// <summary>The platform's clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The row of a case as it is now, for services that have checked on their own who asks; null when there is none.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<CaseRow?> FindAsync(string tenantId, Guid caseId, CancellationToken ct)
    {
        await using PlatformDb db = Database.CreateDbContext();
        return await db.Set<CaseRow>().FirstOrDefaultAsync(row => row.TenantId == tenantId && row.Id == caseId, ct);
    }
}
