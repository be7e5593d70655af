using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Feel;
using Platform.Governance.Rows;
using Platform.Governance.Scenarios;
using Platform.Runtime.Access;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;
using Platform.Runtime.Tasks;

namespace Platform.Governance.Rehearsals;

/// <summary>
/// Offers matters of the county to begin a rehearsal with: what kind they were and where from. Who came and what they said is
/// not even read, and discreet matters are left out.
/// </summary>
/// <param name="database">The real database.</param>
/// <param name="work">Knows which matters may be tried.</param>
/// <param name="org">The organisation.</param>
/// <param name="clock">The real clock.</param>
public sealed class SampleMatters(PlatformDatabase database, RecordedWork work, OrgCache org, TimeProvider clock)
{
    /// <summary>At most so many are offered, the newest.</summary>
    public const int Most = 30;

    private const int Months = 6;
    private const string Public = "群众";

    /// <summary>The newest matters of a process.</summary>
    /// <param name="viewer">An administrator; for others there are none.</param>
    /// <param name="processKey">Process that carries the cases.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<SampleMatter>> ReadAsync(Viewer viewer, string processKey, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var ids = await work.MattersAsync(viewer, processKey, clock.GetUtcNow().AddMonths(-Months), Most, ct);
        var directory = await org.GetAsync(viewer.TenantId, ct);
        await using PlatformDb db = database.CreateDbContext();
        var rows = await db.Set<CaseRow>().Where(row => row.TenantId == viewer.TenantId && ids.Contains(row.Id)).OrderByDescending(row => row.RegisteredAt)
            .Select(row => new Kind(row.RegisteredAt, row.RegisteredById, row.Channel, row.Category, row.Urgency, row.Town, row.Village, row.HasContact, row.GroupSize, row.CrossDepartment))
            .ToListAsync(ct);
        return [.. rows.Select(row => new SampleMatter(row.At, row.Category, row.Urgency, directory.FindUnit(row.Town)?.Name ?? "", Step(row, directory)))];
    }

    private static ScenarioStep.Register Step(Kind row, OrgDirectory directory)
    {
        var words = ImmutableDictionary.CreateBuilder<string, FeelValue>(StringComparer.Ordinal);
        words["标题"] = FeelValue.Of($"样例：{row.Category}");
        words["渠道"] = FeelValue.Of(row.Channel);
        words["类别"] = FeelValue.Of(row.Category);
        words["紧急度"] = FeelValue.Of(row.Urgency);
        words["人数"] = FeelValue.Of(row.GroupSize);
        words["代表"] = FeelValue.Of(Math.Min(row.GroupSize, 5));
        foreach (var (key, value) in new[] { ("镇", row.Town), ("村", row.Village) }.Where(pair => pair.Item2.Length > 0))
        {
            words[key] = FeelValue.Of(value);
        }

        if (row.HasContact)
        {
            words["姓名"] = FeelValue.Of("某某");
            words["电话"] = FeelValue.Of("13900000000");
        }

        foreach (var flag in new[] { ("匿名", !row.HasContact), ("跨部门", row.CrossDepartment) }.Where(pair => pair.Item2))
        {
            words[flag.Item1] = FeelValue.Of(true);
        }

        return new ScenarioStep.Register(row.ById is { } by ? directory.Person(by)?.Code ?? Public : Public, words.ToImmutable());
    }

    private sealed record Kind(
        DateTimeOffset At, Guid? ById, string Channel, string Category, string Urgency, string Town, string Village, bool HasContact, int GroupSize, bool CrossDepartment);
}

/// <summary>A matter of the county as a sample.</summary>
/// <param name="At">When it was registered.</param>
/// <param name="Category">What it was about.</param>
/// <param name="Urgency">How urgent it was.</param>
/// <param name="Town">Name of the town; empty for none.</param>
/// <param name="Step">How a like one is registered.</param>
public sealed record SampleMatter(DateTimeOffset At, string Category, string Urgency, string Town, ScenarioStep.Register Step);
