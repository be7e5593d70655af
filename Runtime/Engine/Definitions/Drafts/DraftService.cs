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
public sealed class DraftService
{
    private readonly PlatformDatabase database;
    private readonly DefinitionService definitions;
    private readonly DraftStore store;

    /// <summary>Made by the container.</summary>
    /// <param name="database">The database.</param>
    /// <param name="definitions">Checks and publishes.</param>
    /// <param name="clock">The platform's clock.</param>
    public DraftService(PlatformDatabase database, DefinitionService definitions, TimeProvider clock)
    {
        this.database = database;
        this.definitions = definitions;
        store = new DraftStore(database, clock, DraftKind.Process, db => db.Definitions.Select(d => new PublishedVersion
        {
            TenantId = d.TenantId, Key = d.Key, Version = d.Version, Id = d.Id, Name = d.Name, DeploymentId = d.DeploymentId, FileName = d.FileName, DeployedAt = d.DeployedAt,
        }));
    }

    /// <summary>All drafts of processes, the newest save first.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="ct">Gives up.</param>
    public Task<IReadOnlyList<DraftItem>> ListAsync(string tenantId, CancellationToken ct) => store.ListAsync(tenantId, ct);

    /// <summary>The draft of a process; when there is none, what a new draft would begin with: the newest published version.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Process id.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The draft, with revision 0 when it was never saved; null when there is neither draft nor version.</returns>
    public Task<Draft?> OpenAsync(string tenantId, string key, CancellationToken ct) => store.OpenAsync(tenantId, key, ct);

    /// <summary>Keeps a draft.</summary>
    /// <param name="save">The order.</param>
    /// <param name="ct">Gives up; a commit under way is not undone.</param>
    /// <returns>
    /// The new revision, or <c>draft.not-found</c> when it was published or taken away meanwhile, <c>draft.unreadable</c> when the content is no BPMN file, <c>draft.other-process</c> when it holds no
    /// process of that id, <c>draft.stale</c> when somebody else saved meanwhile, <c>draft.overtaken</c> when a new draft would begin from a version that is
    /// no longer the newest one; the message names who.
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
        return await store.SaveAsync(save, name, ct);
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
        await using PlatformDb db = database.CreateDbContext();
        Result<DraftRow> found = await store.ForPublishingAsync(db, publish, ct);
        if (found.Problem is { } problem)
        {
            return problem;
        }

        DraftRow draft = found.Value;
        (string name, IReadOnlyDictionary<string, byte[]> files) = await DraftFiles.OfAsync(db, publish.TenantId, publish.Key, draft.BaseDefinitionId, draft.Content, ct);
        return new ReadyDraft(draft.Name, name.Length > 0 ? name : draft.Name, files);
    }

    /// <summary>Takes a draft away; published versions stay. A draft that was saved meanwhile stays too.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Process id.</param>
    /// <param name="revision">Revision that was looked at.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Whether it was taken away.</returns>
    public Task<bool> DiscardAsync(string tenantId, string key, long revision, CancellationToken ct) => store.DiscardAsync(
        tenantId, key, revision, (db, token) => db.DraftFiles.Where(f => f.TenantId == tenantId && f.Key == key).ExecuteDeleteAsync(token), ct);
}

/// <summary>What publishing a draft would publish.</summary>
/// <param name="ProcessName">Name of the process.</param>
/// <param name="Name">Name of the deployment: that of the version the draft began from, as a template keeps its name.</param>
/// <param name="Files">Content by name.</param>
internal sealed record ReadyDraft(string ProcessName, string Name, IReadOnlyDictionary<string, byte[]> Files);
