using Microsoft.EntityFrameworkCore;
using Platform.Governance.Cases;
using Platform.Governance.Rows;
using Platform.Kernel;
using Platform.Runtime.Access;
using Platform.Runtime.Instances;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;
using Platform.Runtime.Tasks;

namespace Platform.Governance.Rehearsals;

/// <summary>Collects matters of the past for trying them on another version. Takes no title, no text, no name; leaves discreet matters out.</summary>
/// <param name="database">The real database.</param>
/// <param name="work">What was done on tasks.</param>
/// <param name="org">The organisation.</param>
/// <param name="clock">The real clock.</param>
public sealed class WhatIfCases(PlatformDatabase database, RecordedWork work, OrgCache org, TimeProvider clock)
{
    /// <summary>At most so many matters are tried, the newest of the period.</summary>
    public const int Most = 200;

    private const string NoWords = "（推演）";

    /// <summary>The matters of the last months.</summary>
    /// <param name="viewer">An administrator.</param>
    /// <param name="processKey">Process that carries the cases.</param>
    /// <param name="months">1 to 24.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The matters in the order in which they came in, or <c>viewer.not-allowed</c>.</returns>
    public async Task<Result<IReadOnlyList<WhatIfCase>>> ReadAsync(Viewer viewer, string processKey, int months, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var ids = await work.MattersAsync(viewer, processKey, clock.GetUtcNow().AddMonths(-Math.Clamp(months, 1, 24)), Most, ct);
        var acts = await work.ActsAsync(viewer, ids, ct);
        if (!acts.IsSuccess)
        {
            return acts.Problem!;
        }

        var directory = await org.GetAsync(viewer.TenantId, ct);
        await using PlatformDb db = database.CreateDbContext();
        var rows = await db.Set<CaseRow>().AsNoTracking().Where(row => row.TenantId == viewer.TenantId && ids.Contains(row.Id)).OrderBy(row => row.RegisteredAt).ToListAsync(ct);
        return Result.Of<IReadOnlyList<WhatIfCase>>([.. rows.Select(row => new WhatIfCase(Order(row, directory), row.RegisteredAt, !row.IsOpen, [.. acts.Value[row.Id]]))]);
    }

    private static RegisterCase Order(CaseRow row, OrgDirectory directory) => new()
    {
        TenantId = row.TenantId,
        CommandId = row.CommandId,
        By = row.RegisteredById is { } by ? Actor.Person(by) : Actor.Public,
        Ledger = row.Ledger,
        Desk = directory.Unit(row.DeskUnitId)?.Code,
        Channel = row.Channel,
        Title = NoWords,
        Text = NoWords,
        Category = row.Category,
        Urgency = row.Urgency,
        Town = row.Town.Length == 0 ? null : row.Town,
        Village = row.Village.Length == 0 ? null : row.Village,
        Anonymous = !row.HasContact,
        PersonName = row.HasContact ? "某" : null,
        Phone = row.HasContact ? "13900000000" : null,
        GroupSize = row.GroupSize,
        Representatives = Math.Min(row.GroupSize, 5),
        CrossDepartment = row.CrossDepartment,
    };
}
