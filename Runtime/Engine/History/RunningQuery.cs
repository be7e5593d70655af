using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.History;

/// <summary>
/// Counts where the matters of a process stand and how long its steps take: numbers for those who compose and operate
/// processes, never which matter. Discreet and sealed matters are not in any of the numbers.
/// </summary>
public sealed class RunningQuery(PlatformDatabase database, TimeProvider clock)
{
    /// <summary>Completed steps that are looked at, the newest first.</summary>
    public const int MaxSteps = 20_000;

    /// <summary>The numbers of a process over all its versions, by element; an element without any is left out.</summary>
    /// <param name="viewer">The reader; without the right to operate or administer there are no numbers.</param>
    /// <param name="processKey">The process.</param>
    /// <param name="days">How many days back completed steps count, at least 1.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<ElementFigures>> GetAsync(Viewer viewer, string processKey, int days, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        var tenant = viewer.TenantId;
        var now = clock.GetUtcNow();
        var since = now.AddDays(-Math.Max(1, days));
        var known = Visibility.Operations(db, viewer).Where(i => i.ProcessKey == processKey && !i.IsDiscreet).Select(i => i.Id);
        var tasks = Visibility.AllTasks(db, tenant).Where(t => known.Contains(t.InstanceId));
        var open = await tasks.Where(t => t.Status <= UserTaskStatus.Suspended)
            .GroupBy(t => t.ElementId).Select(g => new { g.Key, Open = g.Count(), Overdue = g.Count(t => t.DueAt < now) })
            .ToDictionaryAsync(g => g.Key, ct);
        var done = (await tasks.Where(t => t.CompletedAt != null && t.CompletedAt >= since)
                .OrderByDescending(t => t.Id).Take(MaxSteps).Select(t => new { t.ElementId, t.CreatedAt, t.CompletedAt, t.DueAt }).ToListAsync(ct))
            .ToLookup(t => t.ElementId, t => (Took: t.CompletedAt!.Value - t.CreatedAt, Late: t.DueAt < t.CompletedAt));
        return
        [
            .. open.Keys.Union(done.Select(g => g.Key)).Order(StringComparer.Ordinal).Select(id => new ElementFigures(
                id,
                open.GetValueOrDefault(id)?.Open ?? 0,
                open.GetValueOrDefault(id)?.Overdue ?? 0,
                done[id].Count(),
                done[id].Count(t => t.Late),
                Median([.. done[id].Select(t => t.Took).Order()]))),
        ];
    }

    /// <summary>The matters of a process whose path the viewer may look at, the newest first; those that do not exist for the viewer are not among them.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="processKey">The process.</param>
    /// <param name="most">How many at most, at least 1.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<RunningMatter>> MattersAsync(Viewer viewer, string processKey, int most, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        return await Visibility.Instances(db, viewer).Where(i => i.ProcessKey == processKey).OrderByDescending(i => i.StartedAt).ThenBy(i => i.Id)
            .Take(most).Select(i => new RunningMatter(i.Id, i.BusinessKey, i.StartedAt)).ToListAsync(ct);
    }

    private static TimeSpan? Median(TimeSpan[] sorted) => sorted.Length switch
    {
        0 => null,
        var n when n % 2 == 1 => sorted[n / 2],
        var n => (sorted[(n / 2) - 1] + sorted[n / 2]) / 2,
    };
}

/// <summary>What happens at one step of a process.</summary>
/// <param name="ElementId">The step.</param>
/// <param name="Open">Tasks that are open now.</param>
/// <param name="Overdue">Those of them whose deadline has passed.</param>
/// <param name="Done">Tasks completed in the period.</param>
/// <param name="DoneLate">Those of them that were completed after their deadline.</param>
/// <param name="Median">Time from begin to end of half of the completed ones at most; null when none was completed.</param>
public sealed record ElementFigures(string ElementId, int Open, int Overdue, int Done, int DoneLate, TimeSpan? Median);

/// <summary>A matter whose path may be looked at.</summary>
/// <param name="InstanceId">The matter.</param>
/// <param name="Number">Its number; null when it has none.</param>
/// <param name="StartedAt">When it began.</param>
public sealed record RunningMatter(Guid InstanceId, string? Number, DateTimeOffset StartedAt);
