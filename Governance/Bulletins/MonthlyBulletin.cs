using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Runtime.Persistence;
using Platform.Runtime.Scheduling;

namespace Platform.Governance.Bulletins;

/// <summary>On the third of each month, after the second has ended: freezes the figures of the month before.</summary>
internal sealed class MonthlyBulletin(CaseSetting setting, BulletinService bulletins) : IRecurringWork
{
    public string Name => "monthly-bulletin";

    public string Cron => "0 10 0 3 * ?";

    public async Task RunAsync(CancellationToken ct)
    {
        List<string> tenants;
        await using (PlatformDb db = setting.Database.CreateDbContext())
        {
            tenants = await db.Set<CaseRow>().Select(row => row.TenantId).Distinct().ToListAsync(ct);
        }

        foreach (var tenant in tenants)
        {
            var today = (await setting.Calendars.GetAsync(tenant, ct)).DateOf(setting.Clock.GetUtcNow());
            await bulletins.FreezeAsync(tenant, today.AddMonths(-1), ct);
        }
    }
}
