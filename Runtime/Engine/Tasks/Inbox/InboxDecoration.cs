using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Access;
using Platform.Runtime.Calendar;
using Platform.Runtime.Deadlines;
using Platform.Runtime.Definitions;
using Platform.Runtime.Org;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Tasks;

/// <summary>Completes the items of a page with what caches know (names, steps) and with the level of their clocks: one query per page.</summary>
public sealed class InboxDecoration(GraphCache graphs, OrgCache org, TimeProvider clock)
{
    internal DateTimeOffset Now => clock.GetUtcNow();

    internal async Task<List<InboxItem>> DecorateAsync(PlatformDb db, Viewer viewer, IReadOnlyList<InboxItem> items, CancellationToken ct)
    {
        var levels = await LevelsAsync(db, viewer, items, ct);
        var directory = await org.GetAsync(viewer.TenantId, ct);
        var result = new List<InboxItem>(items.Count);
        foreach (var item in items)
        {
            var spec = (await graphs.GetAsync(viewer.TenantId, item.DefinitionId, ct)).UserTask(item.ElementId);
            result.Add(item with
            {
                ElementName = spec?.Title ?? item.Title,
                NextText = spec?.NextText ?? "",
                AssigneeName = NameOf(directory, item.AssigneeId),
                OnBehalfOfName = NameOf(directory, item.OnBehalfOf),
                WarningLevel = levels.GetValueOrDefault(item.TaskId),
            });
        }

        return result;
    }

    internal async Task<IReadOnlyList<DoneItem>> DecorateAsync(Viewer viewer, IReadOnlyList<DoneItem> items, CancellationToken ct)
    {
        var result = new List<DoneItem>(items.Count);
        foreach (var item in items)
        {
            var spec = (await graphs.GetAsync(viewer.TenantId, item.DefinitionId, ct)).UserTask(item.ElementId);
            result.Add(item with { OutcomeText = item.Outcome is { } code ? spec?.Outcome(code)?.Text ?? code : null });
        }

        return result;
    }

    private async Task<Dictionary<Guid, WarningLevel>> LevelsAsync(
        PlatformDb db, Viewer viewer, IReadOnlyList<InboxItem> items, CancellationToken ct)
    {
        var ids = items.Select(i => i.TaskId).ToArray();
        var now = Now;
        var clocks = ids.Length == 0
            ? []
            : await db.Deadlines.Where(d => d.TenantId == viewer.TenantId && d.TaskId != null && ids.Contains(d.TaskId.Value)
                && d.Status == DeadlineStatus.Running).Select(d => new { d.TaskId, d.Plan, d.DueAt }).ToListAsync(ct);
        return clocks.GroupBy(c => c.TaskId!.Value)
            .ToDictionary(g => g.Key, g => g.Max(c => now >= c.DueAt ? WarningLevel.Red : DeadlinePlan.Read(c.Plan).LevelAt(now)));
    }

    private static string? NameOf(OrgDirectory directory, Guid? person) => person is { } id ? directory.Person(id)?.Name : null;
}
