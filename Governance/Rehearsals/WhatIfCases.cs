using System.Runtime.CompilerServices;
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
/// <param name="options">Which process carries cases.</param>
/// <param name="clock">The real clock.</param>
public sealed class WhatIfCases(PlatformDatabase database, RecordedWork work, OrgCache org, GovernanceOptions options, TimeProvider clock)
{
    /// <summary>So many matters are tried together in one world; however many there are, no more are held at a time.</summary>
    public const int BatchSize = 200;

    private const string NoWords = "（推演）";
    private const int MostMonths = 24;

    /// <summary>The period of the last months.</summary>
    /// <param name="viewer">An administrator.</param>
    /// <param name="processKey">The process.</param>
    /// <param name="months">1 to 24.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The period with the number of its matters, or <c>viewer.not-allowed</c>.</returns>
    public async Task<Result<WhatIfPeriod>> PeriodAsync(Viewer viewer, string processKey, int months, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        if (!viewer.Has(ViewerRights.Administer))
        {
            return new Problem("viewer.not-allowed", "只有流程管理员可以用以往的件推演。");
        }

        var until = clock.GetUtcNow();
        var from = until.AddMonths(-Math.Clamp(months, 1, MostMonths));
        return new WhatIfPeriod(from, until, await work.CountAsync(viewer, processKey, from, until, ct));
    }

    /// <summary>The matters of a period in the order in which they came in, batch by batch.</summary>
    /// <param name="viewer">An administrator; for others there are none.</param>
    /// <param name="processKey">The process.</param>
    /// <param name="period">The period.</param>
    /// <param name="ct">Gives up.</param>
    public async IAsyncEnumerable<IReadOnlyList<WhatIfCase>> BatchesAsync(Viewer viewer, string processKey, WhatIfPeriod period, [EnumeratorCancellation] CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(period);
        var number = 0;
        await foreach (var ids in work.BatchesAsync(viewer, processKey, period.From, period.Until, BatchSize, ct))
        {
            var acts = await work.ActsAsync(viewer, ids, ct);
            if (!acts.IsSuccess)
            {
                yield break;
            }

            yield return processKey == options.ProcessKey
                ? await RegisteredAsync(viewer, ids, acts.Value, number, ct)
                : await StartedAsync(viewer, ids, acts.Value, ct);
            number += ids.Count;
        }
    }

    private async Task<IReadOnlyList<WhatIfCase>> RegisteredAsync(Viewer viewer, IReadOnlyList<Guid> ids, ILookup<Guid, RecordedAct> acts, int number, CancellationToken ct)
    {
        var directory = await org.GetAsync(viewer.TenantId, ct);
        await using PlatformDb db = database.CreateDbContext();
        var rows = await db.Set<CaseRow>().AsNoTracking().Where(row => row.TenantId == viewer.TenantId && ids.Contains(row.Id)).OrderBy(row => row.RegisteredAt).ToListAsync(ct);
        return [.. rows.Select((row, index) => new WhatIfCase(new WhatIfBeginning.Registered(Order(row, directory, number + index)), row.RegisteredAt, !row.IsOpen, [.. acts[row.Id]]))];
    }

    private async Task<IReadOnlyList<WhatIfCase>> StartedAsync(Viewer viewer, IReadOnlyList<Guid> ids, ILookup<Guid, RecordedAct> acts, CancellationToken ct)
    {
        var starts = await work.StartsAsync(viewer, ids, ct);
        return starts.IsSuccess
            ? [.. starts.Value.Select(start => new WhatIfCase(Beginning(start), start.At, start.IsOver, [.. acts[start.InstanceId]]))]
            : [];
    }

    private static WhatIfBeginning Beginning(RecordedStart start) =>
        start.StarterId is { } by ? new WhatIfBeginning.Started(by, start.Values) : new WhatIfBeginning.Unknown();

    private static RegisterCase Order(CaseRow row, OrgDirectory directory, int number) => new()
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

        // Nobody's number, and everybody another, lest all matters look like those of one person.
        Phone = row.HasContact ? $"139{number:D8}" : null,
        GroupSize = row.GroupSize,
        Representatives = Math.Min(row.GroupSize, 5),
        CrossDepartment = row.CrossDepartment,
    };
}
