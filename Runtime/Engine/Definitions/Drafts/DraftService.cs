using Microsoft.EntityFrameworkCore;
using Platform.Kernel;
using Platform.Kernel.Xml;
using Platform.Runtime.Definitions.Versions;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Definitions.Drafts;

/// <summary>
/// Keeps processes while they are worked on, one draft for each, and publishes them. A save that does not know the last one
/// is refused, so that two administrators never overwrite each other without knowing.
/// </summary>
public sealed class DraftService(PlatformDatabase database, DefinitionService definitions, TimeProvider clock)
{
    private static readonly Problem Gone = new("draft.not-found", "没有找到这份草稿，可能已经由别人发布或删除。");

    /// <summary>All drafts, the newest save first.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<DraftItem>> ListAsync(string tenantId, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        return await db.Drafts.Where(d => d.TenantId == tenantId).OrderByDescending(d => d.EditedAt)
            .Select(d => new DraftItem(
                d.Key,
                d.Name,
                d.BaseDefinitionId == null,
                db.People.Where(p => p.TenantId == tenantId && p.Id == d.EditedBy).Select(p => p.Name).FirstOrDefault() ?? string.Empty,
                d.EditedAt))
            .ToListAsync(ct);
    }

    /// <summary>The draft of a process; when there is none, what a new draft would begin with: the newest published version.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Process id.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The draft, with revision 0 when it was never saved; null when there is neither draft nor version.</returns>
    public async Task<Draft?> OpenAsync(string tenantId, string key, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        if (await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.TenantId == tenantId && d.Key == key, ct) is { } row)
        {
            return new Draft(row.Key, row.Name, row.Content, row.BaseDefinitionId, row.Revision, row.EditedBy, row.EditedAt);
        }

        if (await NewestAsync(db, tenantId, key, ct) is not { } newest)
        {
            return null;
        }

        byte[] file = await db.DeploymentFiles
            .Where(f => f.TenantId == tenantId && f.DeploymentId == newest.DeploymentId && f.Name == newest.FileName).Select(f => f.Content).SingleAsync(ct);
        return new Draft(key, newest.Name, file, newest.Id, 0, Guid.Empty, newest.DeployedAt);
    }

    /// <summary>Keeps a draft.</summary>
    /// <param name="save">The order.</param>
    /// <param name="ct">Gives up; a commit under way is not undone.</param>
    /// <returns>
    /// The new revision, or <c>draft.not-found</c> when it was published or taken away meanwhile, <c>draft.unreadable</c> when the content is no BPMN file, <c>draft.other-process</c> when it holds no
    /// process of that id, <c>draft.stale</c> when somebody else saved meanwhile; the message names who and when.
    /// </returns>
    public async Task<Result<long>> SaveAsync(SaveDraft save, CancellationToken ct)
    {
        BpmnReadResult read = BpmnReader.Read(save.Content.AsSpan());
        if (read.Definitions is not { } model)
        {
            return new Problem("draft.unreadable", "这份内容不是可以读取的流程文件，没有保存。" + read.Issues.Select(i => i.Message).FirstOrDefault());
        }

        if (model.Processes.FirstOrDefault(p => p.Id == save.Key) is not { } process)
        {
            return new Problem("draft.other-process", $"文件里没有编号为“{save.Key}”的流程，没有保存。");
        }

        string name = string.IsNullOrWhiteSpace(process.Name) ? save.Key : process.Name;
        try
        {
            return await database.WriteAsync<Result<long>>((db, token) => WriteAsync(db, save, name.Length > 200 ? name[..200] : name, token), ct);
        }
        catch (DbUpdateException)
        {
            // Two saves of the same revision at one instant: the database lets one through.
            return await LostAsync(save.TenantId, save.Key, ct);
        }
    }

    /// <summary>Checks a draft as publishing would, together with the decisions, forms and texts beside it.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Process id.</param>
    /// <param name="baseDefinitionId">Version that the draft began from; null for a new process.</param>
    /// <param name="content">The BPMN file.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<DeployIssue>> CheckAsync(string tenantId, string key, Guid? baseDefinitionId, byte[] content, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        return await definitions.CheckAsync(tenantId, (await DraftFiles.OfAsync(db, tenantId, key, baseDefinitionId, content, ct)).Files, ct);
    }

    /// <summary>Publishes a draft as a new version and takes the draft away.</summary>
    /// <param name="publish">The order.</param>
    /// <param name="ct">Gives up; a commit under way is not undone.</param>
    /// <returns>
    /// The version, or <c>draft.not-found</c>, <c>draft.stale</c>, <c>draft.no-note</c>, <c>publish.needs-approval</c> when the county wants a second
    /// person (<see cref="PublishRequests"/>), or what <see cref="DefinitionService.DeployAsync"/> refuses.
    /// </returns>
    public async Task<Result<DeployOutcome>> PublishAsync(PublishDraft publish, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        return await PublishPolicy.NeedsSecondPersonAsync(db, publish.TenantId, ct) ? VersionService.NeedsApproval : await PublishApprovedAsync(publish, ct);
    }

    internal async Task<Result<DeployOutcome>> PublishApprovedAsync(PublishDraft publish, CancellationToken ct)
    {
        Result<ReadyDraft> ready = await ReadyAsync(publish, ct);
        if (!ready.IsSuccess)
        {
            return ready.Problem!;
        }

        Result<DeployOutcome> outcome = await definitions.DeployAsync(
            new Deploy { TenantId = publish.TenantId, Name = ready.Value.Name, Files = ready.Value.Files, By = publish.By, Note = publish.Note.Trim() }, ct);
        if (outcome.IsSuccess)
        {
            await DiscardAsync(publish.TenantId, publish.Key, publish.Revision, ct);
        }

        return outcome;
    }

    /// <summary>What publishing would publish; or why it would not even begin.</summary>
    internal async Task<Result<ReadyDraft>> ReadyAsync(PublishDraft publish, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(publish.Note))
        {
            return new Problem("draft.no-note", "请写明这次改了什么，再发布。");
        }

        await using PlatformDb db = database.CreateDbContext();
        DraftRow? draft = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.TenantId == publish.TenantId && d.Key == publish.Key, ct);
        if (draft is null)
        {
            return Gone;
        }

        if (draft.Revision != publish.Revision)
        {
            return await StaleAsync(db, draft, ct);
        }

        (string name, IReadOnlyDictionary<string, byte[]> files) = await DraftFiles.OfAsync(db, publish.TenantId, publish.Key, draft.BaseDefinitionId, draft.Content, ct);
        return new ReadyDraft(draft.Name, name.Length > 0 ? name : draft.Name, files);
    }

    /// <summary>Takes a draft away; published versions stay. A draft that was saved meanwhile stays too.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Process id.</param>
    /// <param name="revision">Revision that was looked at.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Whether it was taken away.</returns>
    public Task<bool> DiscardAsync(string tenantId, string key, long revision, CancellationToken ct) => database.WriteAsync(
        async (db, token) =>
        {
            bool isGone = await db.Drafts.Where(d => d.TenantId == tenantId && d.Key == key && d.Revision == revision).ExecuteDeleteAsync(token) > 0;
            if (isGone)
            {
                await db.DraftFiles.Where(f => f.TenantId == tenantId && f.Key == key).ExecuteDeleteAsync(token);
            }

            return isGone;
        },
        ct);

    private static Task<DefinitionRow?> NewestAsync(PlatformDb db, string tenantId, string key, CancellationToken ct) =>
        db.Definitions.AsNoTracking().Where(d => d.TenantId == tenantId && d.Key == key).OrderByDescending(d => d.Version).FirstOrDefaultAsync(ct);

    private static async Task<Problem> StaleAsync(PlatformDb db, DraftRow draft, CancellationToken ct)
    {
        string? who = await db.People.Where(p => p.TenantId == draft.TenantId && p.Id == draft.EditedBy).Select(p => p.Name).FirstOrDefaultAsync(ct);
        return new Problem("draft.stale", $"{who ?? "另一个窗口"}已经保存了更新的内容，您的这次修改没有覆盖它。请重新打开草稿，再做修改。");
    }

    private async Task<Problem> LostAsync(string tenantId, string key, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        DraftRow? row = await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.TenantId == tenantId && d.Key == key, ct);
        return row is null ? Gone : await StaleAsync(db, row, ct);
    }

    private async Task<Result<long>> WriteAsync(PlatformDb db, SaveDraft save, string name, CancellationToken ct)
    {
        DraftRow? row = await db.Drafts.SingleOrDefaultAsync(d => d.TenantId == save.TenantId && d.Key == save.Key, ct);
        if ((row?.Revision ?? 0) != save.Revision)
        {
            return row is null ? Gone : await StaleAsync(db, row, ct);
        }

        if (row is null)
        {
            row = new DraftRow
            {
                TenantId = save.TenantId,
                Key = save.Key,
                Name = name,
                Content = save.Content,
                BaseDefinitionId = (await NewestAsync(db, save.TenantId, save.Key, ct))?.Id,
            };
            db.Drafts.Add(row);
        }

        row.Name = name;
        row.Content = save.Content;
        row.Revision++;
        row.EditedBy = save.By;
        row.EditedAt = clock.GetUtcNow();
        return row.Revision;
    }
}

/// <summary>What publishing a draft would publish.</summary>
/// <param name="ProcessName">Name of the process.</param>
/// <param name="Name">Name of the deployment: that of the version the draft began from, as a template keeps its name.</param>
/// <param name="Files">Content by name.</param>
internal sealed record ReadyDraft(string ProcessName, string Name, IReadOnlyDictionary<string, byte[]> Files);
