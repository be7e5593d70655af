using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;

namespace Platform.Governance.Clocks;

/// <summary>Every hour: lets the clocks run on whose pause is over.</summary>
internal sealed class PauseExpiry(CaseSetting setting, CaseClocks clocks) : IRecurringWork
{
    public string Name => "pause-expiry";

    public string Cron => "0 5 * * * ?";

    public async Task RunAsync(CancellationToken ct)
    {
        var now = setting.Clock.GetUtcNow();
        List<string> tenants;
        await using (PlatformDb db = setting.Database.CreateDbContext())
        {
            tenants = await db.Set<PauseRow>().Where(row => row.Until == null && row.Expires <= now).Select(row => row.TenantId).Distinct().ToListAsync(ct);
        }

        foreach (var tenant in tenants)
        {
            await clocks.ResumeExpiredAsync(tenant, ct);
        }
    }
}
