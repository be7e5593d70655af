using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Definitions.Versions;

/// <summary>Whether a county lets one person publish alone.</summary>
public sealed class PublishPolicy(PlatformDatabase database, TimeProvider clock)
{
    private const string Name = "publish.second-person";
    private const string On = "on";

    /// <summary>Whether a second administrator has to approve what is published; not until the county decides so.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<bool> NeedsSecondPersonAsync(string tenantId, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        return await NeedsSecondPersonAsync(db, tenantId, ct);
    }

    /// <summary>Decides it. Only whoever may administer should be let here.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="needed">Whether a second person is needed.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="ct">Gives up.</param>
    public Task SetAsync(string tenantId, bool needed, Guid by, CancellationToken ct) => database.WriteAsync(
        async (db, token) =>
        {
            SettingRow? row = await db.Settings.SingleOrDefaultAsync(s => s.TenantId == tenantId && s.Name == Name, token);
            if (row is null)
            {
                row = new SettingRow { TenantId = tenantId, Name = Name, Value = "" };
                db.Settings.Add(row);
            }

            row.Value = needed ? On : "off";
            row.ChangedBy = by;
            row.ChangedAt = clock.GetUtcNow();
            return true;
        },
        ct);

    internal static Task<bool> NeedsSecondPersonAsync(PlatformDb db, string tenantId, CancellationToken ct) =>
        db.Settings.AnyAsync(s => s.TenantId == tenantId && s.Name == Name && s.Value == On, ct);
}
