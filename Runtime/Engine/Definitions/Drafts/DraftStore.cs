using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Definitions.Drafts;

/// <summary>Keeps the drafts of one kind. A save that does not know the last one is refused.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">The platform's clock.</param>
/// <param name="kind">What is drafted.</param>
/// <param name="published">All published versions of the kind.</param>
internal sealed class DraftStore(PlatformDatabase database, TimeProvider clock, DraftKind kind, Func<PlatformDb, IQueryable<PublishedVersion>> published)
{
    private const int LongestName = 200;

    private static readonly Problem Gone = new("draft.not-found", "没有找到这份草稿，可能已经由别人发布或删除。");

    /// <summary>All drafts of the kind, the newest save first.</summary>
    public async Task<IReadOnlyList<DraftItem>> ListAsync(string tenantId, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        return await Drafts(db, tenantId).OrderByDescending(d => d.EditedAt)
            .Select(d => new DraftItem(
                d.Key,
                d.Name,
                d.BaseDefinitionId == null,
                db.People.Where(p => p.TenantId == tenantId && p.Id == d.EditedBy).Select(p => p.Name).FirstOrDefault() ?? string.Empty,
                d.EditedAt))
            .ToListAsync(ct);
    }

    /// <summary>The draft of a key; when there is none, what a new draft would begin with: the newest version, at revision 0; null when there is neither.</summary>
    public async Task<Draft?> OpenAsync(string tenantId, string key, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        if (await FindAsync(db, tenantId, key, ct) is { } row)
        {
            return new Draft(row.Key, row.Name, row.Content, row.BaseDefinitionId, row.Revision, row.EditedBy, row.EditedAt);
        }

        return await PublishedAsync(db, tenantId, key, ct);
    }

    /// <summary>The newest version of a key as a draft would begin with it, at revision 0; null when none was published.</summary>
    public async Task<Draft?> PublishedAsync(PlatformDb db, string tenantId, string key, CancellationToken ct)
    {
        if (await NewestAsync(db, tenantId, key, ct) is not { } newest)
        {
            return null;
        }

        byte[] file = await db.DeploymentFiles
            .Where(f => f.TenantId == tenantId && f.DeploymentId == newest.DeploymentId && f.Name == newest.FileName).Select(f => f.Content).SingleAsync(ct);
        return new Draft(key, newest.Name, file, newest.Id, 0, Guid.Empty, newest.DeployedAt);
    }

    /// <summary>The draft, or null.</summary>
    private Task<DraftRow?> FindAsync(PlatformDb db, string tenantId, string key, CancellationToken ct) =>
        Drafts(db, tenantId).AsNoTracking().SingleOrDefaultAsync(d => d.Key == key, ct);

    /// <summary>The draft to publish: <c>draft.no-note</c>, <c>draft.not-found</c> or <c>draft.stale</c> when it cannot be.</summary>
    public async Task<Result<DraftRow>> ForPublishingAsync(PlatformDb db, PublishDraft publish, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(publish.Note))
        {
            return new Problem("draft.no-note", "请写明这次改了什么，再发布。");
        }

        DraftRow? draft = await FindAsync(db, publish.TenantId, publish.Key, ct);
        return draft is null ? Gone : draft.Revision != publish.Revision ? await StaleAsync(db, draft, ct) : draft;
    }

    /// <summary>Keeps a draft; gives the new revision, or <c>draft.not-found</c>, <c>draft.stale</c> or <c>draft.overtaken</c>.</summary>
    /// <param name="save">The order.</param>
    /// <param name="name">Name for people; cut when it is too long.</param>
    /// <param name="ct">Gives up; a commit under way is not undone.</param>
    public async Task<Result<long>> SaveAsync(SaveDraft save, string name, CancellationToken ct)
    {
        try
        {
            return await database.WriteAsync<Result<long>>(
                (db, token) => WriteAsync(db, save, name.Length > LongestName ? name[..LongestName] : name, token), ct);
        }
        catch (DbUpdateException)
        {
            // Two saves of the same revision at one instant: the database lets one through.
            await using PlatformDb db = database.CreateDbContext();
            return await FindAsync(db, save.TenantId, save.Key, ct) is { } row ? await StaleAsync(db, row, ct) : Gone;
        }
    }

    /// <summary>Takes a draft away; one that was saved meanwhile stays. Answers whether it was taken away.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Key of the draft.</param>
    /// <param name="revision">Revision that was looked at.</param>
    /// <param name="alsoGone">What goes with it, in the same transaction; null for nothing.</param>
    /// <param name="ct">Gives up.</param>
    public Task<bool> DiscardAsync(
        string tenantId, string key, long revision, Func<PlatformDb, CancellationToken, Task>? alsoGone, CancellationToken ct) => database.WriteAsync(
        async (db, token) =>
        {
            bool isGone = await Drafts(db, tenantId).Where(d => d.Key == key && d.Revision == revision).ExecuteDeleteAsync(token) > 0;
            if (isGone && alsoGone is not null)
            {
                await alsoGone(db, token);
            }

            return isGone;
        },
        ct);

    private static async Task<Problem> StaleAsync(PlatformDb db, DraftRow draft, CancellationToken ct)
    {
        string? who = await db.People.Where(p => p.TenantId == draft.TenantId && p.Id == draft.EditedBy).Select(p => p.Name).FirstOrDefaultAsync(ct);
        return new Problem("draft.stale", $"{who ?? "另一个窗口"}已经保存了更新的内容，您的这次修改没有覆盖它。");
    }

    /// <summary>Why a content that began from an older version is not taken: who published the newest one.</summary>
    public static async Task<Problem> OvertakenAsync(PlatformDb db, PublishedVersion newest, CancellationToken ct)
    {
        Guid? by = await db.Deployments.Where(d => d.TenantId == newest.TenantId && d.Id == newest.DeploymentId).Select(d => d.DeployedBy).FirstOrDefaultAsync(ct);
        string? who = by is null ? null : await db.People.Where(p => p.TenantId == newest.TenantId && p.Id == by).Select(p => p.Name).FirstOrDefaultAsync(ct);
        return new Problem("draft.overtaken", $"{who ?? "别人"}已经发布了“{newest.Name}”的第 {newest.Version} 版，您的修改是从更早的内容开始的，没有盖掉那一版。");
    }

    /// <summary>The newest version of a key, or null.</summary>
    public Task<PublishedVersion?> NewestAsync(PlatformDb db, string tenantId, string key, CancellationToken ct) =>
        published(db).Where(v => v.TenantId == tenantId && v.Key == key).OrderByDescending(v => v.Version).FirstOrDefaultAsync(ct);

    private IQueryable<DraftRow> Drafts(PlatformDb db, string tenantId) => db.Drafts.Where(d => d.TenantId == tenantId && d.Kind == kind);

    private async Task<Result<long>> WriteAsync(PlatformDb db, SaveDraft save, string name, CancellationToken ct)
    {
        DraftRow? row = await Drafts(db, save.TenantId).SingleOrDefaultAsync(d => d.Key == save.Key, ct);
        if ((row?.Revision ?? 0) != save.Revision)
        {
            return row is null ? Gone : await StaleAsync(db, row, ct);
        }

        PublishedVersion? newest = row is null ? await NewestAsync(db, save.TenantId, save.Key, ct) : null;
        if (row is null && save.BasedOn is not null && newest?.Id != save.BasedOn)
        {
            // The page was opened on a version that is no longer the newest one: a draft of it would put the old content back.
            return newest is null ? Gone : await OvertakenAsync(db, newest, ct);
        }

        if (row is null)
        {
            row = new DraftRow
            {
                TenantId = save.TenantId,
                Kind = kind,
                Key = save.Key,
                Name = name,
                Content = save.Content,
                BaseDefinitionId = newest?.Id,
            };
            db.Drafts.Add(row);
        }
        else
        {
            row.BaseDefinitionId = save.BasedOn ?? row.BaseDefinitionId;
        }

        row.Name = name;
        row.Content = save.Content;
        row.Revision++;
        row.EditedBy = save.By;
        row.EditedAt = clock.GetUtcNow();
        return row.Revision;
    }
}

/// <summary>A published version that a draft may begin from.</summary>
internal sealed record PublishedVersion
{
    public required string TenantId { get; init; }

    public required string Key { get; init; }

    public required int Version { get; init; }

    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required Guid DeploymentId { get; init; }

    public required string FileName { get; init; }

    public required DateTimeOffset DeployedAt { get; init; }
}
