using Microsoft.EntityFrameworkCore;
using Platform.Runtime.Access;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Notifications;

/// <summary>A person's messages. One about a matter that no longer exists for them is gone with it.</summary>
public sealed class NotificationService(PlatformDatabase database, TimeProvider clock)
{
    /// <summary>Raised on this node when somebody has read messages, after that is kept. Handlers must not throw.</summary>
    public event EventHandler<MessagesReadEventArgs>? MessagesRead;

    /// <summary>The newest messages.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="onlyNew">Leaves out those that were read.</param>
    /// <param name="take">How many at most, 1 to 200.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<NotificationItem>> ListAsync(Viewer viewer, bool onlyNew, int take, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        return await Mine(db, viewer).Where(n => !onlyNew || n.ReadAt == null)
            .OrderByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id).Take(Math.Clamp(take, 1, 200))
            .Select(n => new NotificationItem
            {
                Id = n.Id,
                Kind = n.Kind,
                InstanceId = n.InstanceId,
                TaskId = n.TaskId,
                Title = n.Title,
                Body = n.Body,
                Level = n.Level,
                CreatedAt = n.CreatedAt,
                ReadAt = n.ReadAt,
            })
            .ToListAsync(ct);
    }

    /// <summary>How many messages are new, at most 100.</summary>
    public async Task<int> CountNewAsync(Viewer viewer, CancellationToken ct)
    {
        await using var db = database.CreateDbContext();
        return await Mine(db, viewer).Where(n => n.ReadAt == null).Take(100).CountAsync(ct);
    }

    /// <summary>Marks messages as read; those of others and unknown ones are passed over.</summary>
    /// <param name="viewer">The reader.</param>
    /// <param name="ids">The messages.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>How many were new until now.</returns>
    public async Task<int> MarkReadAsync(Viewer viewer, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var read = await database.WriteAsync(
            (db, token) => db.Notifications
                .Where(n => n.TenantId == viewer.TenantId && n.PersonId == viewer.PersonId && ids.Contains(n.Id) && n.ReadAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadAt, now), token),
            ct);
        if (read > 0)
        {
            MessagesRead?.Invoke(this, new MessagesReadEventArgs(viewer));
        }
        return read;
    }

    private static IQueryable<NotificationRow> Mine(PlatformDb db, Viewer viewer)
    {
        var visible = Visibility.Instances(db, viewer);
        return db.Notifications.Where(n => n.TenantId == viewer.TenantId && n.PersonId == viewer.PersonId
            && (n.InstanceId == null || visible.Any(i => i.Id == n.InstanceId)));
    }
}
