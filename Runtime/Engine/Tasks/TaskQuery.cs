using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Tasks;

/// <summary>Reads tasks for people. Every query starts from <see cref="Visibility"/>.</summary>
/// <remarks>
/// An inbox is merged from short runs of two indexes, assigned tasks and tasks to be signed for, one run per person whom the
/// viewer is or represents: each run stops after one page, so that the cost does not grow with what is open.
/// </remarks>
public sealed class TaskQuery(PlatformDatabase database, TaskDetails details, InboxDecoration decoration)
{
    private static readonly TimeSpan Local = TimeSpan.FromHours(8);

    /// <summary>A page of what a person may do now, the most urgent deadline first.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="filter">What to show.</param>
    /// <param name="after">Where the page begins, from the page before; null for the beginning.</param>
    /// <param name="take">How many at most, 1 to 200.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Page<InboxItem>> InboxAsync(Viewer viewer, InboxFilter filter, string? after, int take, CancellationToken ct)
    {
        take = Math.Clamp(take, 1, 200);
        var cursor = InboxCursor.Parse(after);
        await using var db = database.CreateDbContext();
        var found = new List<InboxItem>();
        foreach (var owner in Owners(viewer, filter))
        {
            found.AddRange(await Assigned(db, viewer, filter, owner, cursor).Take(take + 1).ToListAsync(ct));
            found.AddRange(await Claimable(db, viewer, filter, owner, cursor).Take(take + 1).ToListAsync(ct));
        }

        var items = found.OrderBy(i => i.SortAt).ThenBy(i => i.TaskId).DistinctBy(i => i.TaskId).Take(take + 1).ToList();
        var page = await decoration.DecorateAsync(db, viewer, [.. items.Take(take)], ct);
        return new Page<InboxItem>(page, items.Count > take ? new InboxCursor(page[^1].SortAt, page[^1].TaskId).ToString() : null);
    }

    /// <summary>The numbers beside the inbox.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<InboxCounts> CountsAsync(Viewer viewer, CancellationToken ct)
    {
        var now = decoration.Now;
        var tomorrow = new DateTimeOffset(now.ToOffset(Local).Date.AddDays(1), Local).ToUniversalTime();
        await using var db = database.CreateDbContext();
        var (open, overdue, today, unclaimed) = (0, 0, 0, 0);
        foreach (var owner in Owners(viewer, InboxFilter.All))
        {
            var assigned = Assigned(db, viewer, InboxFilter.All, owner, null);
            var claimable = Claimable(db, viewer, InboxFilter.All, owner, null);
            var waiting = await CountAsync(claimable, ct);
            unclaimed += waiting;
            open += waiting + await CountAsync(assigned, ct);
            overdue += await CountAsync(assigned.Where(t => t.SortAt < now), ct) + await CountAsync(claimable.Where(t => t.SortAt < now), ct);
            today += await CountAsync(assigned.Where(t => t.SortAt >= now && t.SortAt < tomorrow), ct)
                + await CountAsync(claimable.Where(t => t.SortAt >= now && t.SortAt < tomorrow), ct);
        }

        return new InboxCounts(Capped(open), Capped(overdue), Capped(today), Capped(unclaimed));
    }

    /// <summary>A page of what a person completed, the newest first.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="before">Only what was completed before this instant; null for the newest.</param>
    /// <param name="take">How many at most, 1 to 200.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<DoneItem>> DoneAsync(Viewer viewer, DateTimeOffset? before, int take, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        var done = await Visibility.Tasks(db, viewer)
            .Where(t => t.CompletedBy == viewer.PersonId && t.Status == UserTaskStatus.Completed && (before == null || t.CompletedAt < before))
            .OrderByDescending(t => t.CompletedAt).Take(Math.Clamp(take, 1, 200))
            .Join(Visibility.AllInstances(db, viewer.TenantId), t => t.InstanceId, i => i.Id, (t, i) => new DoneItem
            {
                TaskId = t.Id,
                InstanceId = t.InstanceId,
                DefinitionId = i.DefinitionId,
                ElementId = t.ElementId,
                Title = t.Title,
                BusinessKey = i.BusinessKey,
                Outcome = t.Outcome,
                CompletedAt = t.CompletedAt!.Value,
                WasLate = t.DueAt != null && t.CompletedAt > t.DueAt,
                OnBehalfOf = t.OnBehalfOf,
            })
            .OrderByDescending(d => d.CompletedAt)
            .ToListAsync(ct);
        return await decoration.DecorateAsync(viewer, done, ct);
    }

    /// <summary>Everything a task's page shows, or null when the task does not exist for the viewer. Opening a restricted or sealed one is recorded.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="taskId">The task.</param>
    /// <param name="ct">Gives up.</param>
    public Task<TaskDetail?> GetAsync(Viewer viewer, Guid taskId, CancellationToken ct) => details.GetAsync(viewer, taskId, ct);

    private static IEnumerable<Guid> Owners(Viewer viewer, InboxFilter filter) => viewer.PersonId is not { } person
        ? []
        : filter.OnlyOwn ? [person]
        : filter.OnBehalfOf is { } principal ? viewer.Represents.Select(r => r.PrincipalId).Where(id => id == principal).Distinct()
        : viewer.Represents.Select(r => r.PrincipalId).Prepend(person).Distinct();

    private IQueryable<InboxItem> Assigned(PlatformDb db, Viewer viewer, InboxFilter filter, Guid owner, InboxCursor? cursor)
    {
        var tasks = Visibility.Tasks(db, viewer).Where(t => t.AssigneeId == owner && t.Status <= UserTaskStatus.Suspended);
        if (filter.Tab == InboxTab.ToClaim)
        {
            tasks = tasks.Where(t => false);
        }

        if (cursor is { SortAt: var at, TaskId: var id })
        {
            // The first half is implied by the second; it lets the database begin in the middle of the index.
            tasks = tasks.Where(t => t.SortAt >= at && (t.SortAt > at || t.Id.CompareTo(id) > 0));
        }

        var rows = tasks.Join(
            Visibility.AllInstances(db, viewer.TenantId),
            t => t.InstanceId,
            i => i.Id,
            (t, i) => new Row { Task = t, Instance = i, Reason = t.Reason, SortAt = t.SortAt, TaskId = t.Id });
        return Project(Filtered(rows, viewer, filter, owner), viewer, owner, mustClaim: false);
    }

    private IQueryable<InboxItem> Claimable(PlatformDb db, Viewer viewer, InboxFilter filter, Guid owner, InboxCursor? cursor)
    {
        var tenant = viewer.TenantId;
        var candidates = db.TaskCandidates.Where(c => c.TenantId == tenant && c.PersonId == owner && c.IsOpen);
        if (cursor is { SortAt: var at, TaskId: var id })
        {
            candidates = candidates.Where(c => c.SortAt >= at && (c.SortAt > at || c.TaskId.CompareTo(id) > 0));
        }

        var visible = Visibility.Instances(db, viewer);
        var rows = candidates.Join(Visibility.AllTasks(db, tenant), c => c.TaskId, t => t.Id, (c, t) => new { c, t })
            .Join(
                visible,
                p => p.t.InstanceId,
                i => i.Id,
                (p, i) => new Row { Task = p.t, Instance = i, Reason = p.c.Reason, SortAt = p.c.SortAt, TaskId = p.c.TaskId });
        return Project(Filtered(rows, viewer, filter, owner), viewer, owner, mustClaim: true);
    }

    private IQueryable<Row> Filtered(IQueryable<Row> rows, Viewer viewer, InboxFilter filter, Guid owner)
    {
        var keys = viewer.Represents.Where(r => r.PrincipalId == owner).Select(r => r.ProcessKeys).FirstOrDefault([]);
        if (owner != viewer.PersonId && !keys.IsEmpty)
        {
            rows = rows.Where(r => keys.Contains(r.Instance.ProcessKey));
        }

        if (filter.ProcessKey is { } key)
        {
            rows = rows.Where(r => r.Instance.ProcessKey == key);
        }

        if (filter.Text is { Length: > 0 } text)
        {
            rows = rows.Where(r => r.Task.Title.Contains(text) || (r.Instance.BusinessKey != null && r.Instance.BusinessKey.Contains(text)));
        }

        var now = decoration.Now;
        var soon = now.AddDays(1);
        return filter.Tab switch
        {
            InboxTab.Overdue => rows.Where(r => r.SortAt < now),
            InboxTab.DueSoon => rows.Where(r => r.SortAt >= now && r.SortAt < soon),
            _ => rows,
        };
    }

    private static IQueryable<InboxItem> Project(IQueryable<Row> rows, Viewer viewer, Guid owner, bool mustClaim)
    {
        Guid? onBehalfOf = owner == viewer.PersonId ? null : owner;
        return rows.OrderBy(r => r.SortAt).ThenBy(r => r.TaskId).Select(r => new InboxItem
        {
            TaskId = r.Task.Id,
            InstanceId = r.Task.InstanceId,
            Title = r.Task.Title,
            ElementId = r.Task.ElementId,
            DefinitionId = r.Task.DefinitionId,
            Round = r.Task.Round,
            AssigneeId = r.Task.AssigneeId,
            ActivityType = r.Task.ActivityType,
            ProcessKey = r.Instance.ProcessKey,
            BusinessKey = r.Instance.BusinessKey,
            Scope = r.Instance.Scope,
            CreatedAt = r.Task.CreatedAt,
            ClaimedAt = r.Task.ClaimedAt,
            DueAt = r.Task.DueAt,
            Priority = r.Task.Priority,
            MustClaim = mustClaim,
            Reason = r.Reason,
            OnBehalfOf = onBehalfOf,
            RowVersion = r.Task.RowVersion,
            SortAt = r.SortAt,
        });
    }

    private static Task<int> CountAsync(IQueryable<InboxItem> items, CancellationToken ct) => items.Take(InboxCounts.Most).CountAsync(ct);

    private static int Capped(int count) => Math.Min(count, InboxCounts.Most);

    private sealed class Row
    {
        public required TaskRow Task { get; init; }

        public required InstanceRow Instance { get; init; }

        public string? Reason { get; init; }

        public DateTimeOffset SortAt { get; init; }

        public Guid TaskId { get; init; }
    }
}
