using Microsoft.EntityFrameworkCore;
using Platform.Decisions.Dmn;
using Platform.Kernel;
using Platform.Runtime.Definitions.Versions;
using Platform.Runtime.Persistence;

namespace Platform.Runtime.Definitions.Drafts;

/// <summary>Keeps decisions while they are worked on, one draft for each, and publishes them as versions of their own, without a process.</summary>
public sealed class DecisionDraftService
{
    private readonly PlatformDatabase database;
    private readonly DefinitionService definitions;
    private readonly DraftStore store;

    /// <summary>Made by the container.</summary>
    /// <param name="database">The database.</param>
    /// <param name="definitions">Checks and publishes.</param>
    /// <param name="clock">The platform's clock.</param>
    public DecisionDraftService(PlatformDatabase database, DefinitionService definitions, TimeProvider clock)
    {
        this.database = database;
        this.definitions = definitions;
        store = new DraftStore(database, clock, DraftKind.Decision, db => db.Decisions.Select(d => new PublishedVersion
        {
            TenantId = d.TenantId, Key = d.Key, Version = d.Version, Id = d.Id, Name = d.Name, DeploymentId = d.DeploymentId, FileName = d.FileName, DeployedAt = d.DeployedAt,
        }));
    }

    /// <summary>All drafts of decisions, the newest save first.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="ct">Gives up.</param>
    public Task<IReadOnlyList<DraftItem>> ListAsync(string tenantId, CancellationToken ct) => store.ListAsync(tenantId, ct);

    /// <summary>The draft of a decision; when there is none, what a new draft would begin with: the file of the newest version.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Key of the decision.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The draft, with revision 0 when it was never saved; null when there is neither draft nor version.</returns>
    public Task<Draft?> OpenAsync(string tenantId, string key, CancellationToken ct) => store.OpenAsync(tenantId, key, ct);

    /// <summary>The newest published version, as a draft would begin with it.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Key of the decision.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The version at revision 0; null when none was published.</returns>
    public async Task<Draft?> PublishedAsync(string tenantId, string key, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        return await store.PublishedAsync(db, tenantId, key, ct);
    }

    /// <summary>Keeps a draft.</summary>
    /// <param name="save">The order.</param>
    /// <param name="ct">Gives up; a commit under way is not undone.</param>
    /// <returns>
    /// The new revision, or <c>draft.unreadable</c> when the content is no DMN file, <c>draft.other-decision</c> when it holds no decision
    /// of that key, <c>draft.not-found</c> when it was published or taken away meanwhile, <c>draft.stale</c> when somebody else saved meanwhile,
    /// <c>draft.overtaken</c> when a new draft would begin from a version that is no longer the newest one.
    /// </returns>
    public async Task<Result<long>> SaveAsync(SaveDraft save, CancellationToken ct)
    {
        using MemoryStream stream = new(save.Content, writable: false);
        DmnReadResult read = DmnReader.Read(stream);
        if (read.Model is not { } model)
        {
            return new Problem("draft.unreadable", "这份内容不是可以读取的决策文件，没有保存。" + read.Issues.Select(i => i.Chinese).FirstOrDefault());
        }

        return model.Decisions.FirstOrDefault(d => d.Id == save.Key || d.Name == save.Key) is { } decision
            ? await store.SaveAsync(save, decision.Name, ct)
            : new Problem("draft.other-decision", $"文件里没有编号为“{save.Key}”的决策，没有保存。");
    }

    /// <summary>Checks a draft as publishing would.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="baseId">Version it began from; null for a new decision.</param>
    /// <param name="content">The DMN file.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<DeployIssue>> CheckAsync(string tenantId, Guid? baseId, byte[] content, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        return await definitions.CheckAsync(tenantId, await FilesAsync(db, tenantId, baseId, content, ct), ct);
    }

    /// <summary>
    /// Publishes a draft as a new version and takes the draft away. Processes that ask the newest version follow at once; the others keep theirs.
    /// </summary>
    /// <param name="publish">The order.</param>
    /// <param name="ct">Gives up; a commit under way is not undone.</param>
    /// <returns>The versions, or <c>draft.not-found</c>, <c>draft.stale</c>, <c>draft.overtaken</c> when somebody published since the draft began (bring both together with <see cref="ModelMerge"/>, save that with <see cref="SaveDraft.BasedOn"/>), <c>draft.no-note</c>, <c>publish.needs-approval</c> when the county wants a second person, or what <see cref="DefinitionService.DeployAsync"/> refuses.</returns>
    public async Task<Result<DeployOutcome>> PublishAsync(PublishDraft publish, CancellationToken ct)
    {
        await using PlatformDb db = database.CreateDbContext();
        if (await PublishPolicy.NeedsSecondPersonAsync(db, publish.TenantId, ct))
        {
            return new Problem("publish.needs-approval", "本县规定发布须经第二人同意。请把决策表存成文件，放进流程草稿，随流程一起提请发布。");
        }

        Result<DraftRow> found = await store.ForPublishingAsync(db, publish, ct);
        if (found.Problem is { } problem)
        {
            return problem;
        }

        DraftRow draft = found.Value;
        if (await store.NewestAsync(db, publish.TenantId, publish.Key, ct) is { } newest && newest.Id != draft.BaseDefinitionId)
        {
            return await DraftStore.OvertakenAsync(db, newest, ct);
        }

        Result<DeployOutcome> outcome = await definitions.DeployAsync(
            new Deploy
            {
                TenantId = publish.TenantId,
                Name = draft.Name,
                Files = await FilesAsync(db, publish.TenantId, draft.BaseDefinitionId, draft.Content, ct),
                By = publish.By,
                Note = publish.Note.Trim(),
                After = new DecisionPlace(publish.Key, draft.BaseDefinitionId),
            },
            ct);
        if (outcome.Problem is { Code: "deploy.overtaken" } && await store.NewestAsync(db, publish.TenantId, publish.Key, ct) is { } faster)
        {
            return await DraftStore.OvertakenAsync(db, faster, ct);
        }

        if (outcome.IsSuccess)
        {
            await DiscardAsync(publish.TenantId, publish.Key, publish.Revision, ct);
        }

        return outcome;
    }

    /// <summary>Takes a draft away; published versions stay. A draft that was saved meanwhile stays too.</summary>
    /// <param name="tenantId">The county.</param>
    /// <param name="key">Key of the decision.</param>
    /// <param name="revision">Revision that was looked at.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Whether it was taken away.</returns>
    public Task<bool> DiscardAsync(string tenantId, string key, long revision, CancellationToken ct) => store.DiscardAsync(tenantId, key, revision, null, ct);

    /// <summary>The draft's file, with the decision files beside the base version that it may import; those did not change and get no version.</summary>
    private static async Task<IReadOnlyDictionary<string, byte[]>> FilesAsync(PlatformDb db, string tenantId, Guid? baseId, byte[] content, CancellationToken ct)
    {
        DecisionRow? based = baseId is null ? null : await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.TenantId == tenantId && d.Id == baseId, ct);
        if (based is null)
        {
            return new Dictionary<string, byte[]> { ["decision.dmn"] = content };
        }

        using MemoryStream stream = new(content, writable: false);
        Dictionary<string, byte[]> files = DmnReader.Read(stream).Model is { Imports.Count: > 0 }
            ? await db.DeploymentFiles.AsNoTracking().Where(f => f.TenantId == tenantId && f.DeploymentId == based.DeploymentId && f.Name.EndsWith(".dmn"))
                .ToDictionaryAsync(f => f.Name, f => f.Content, ct)
            : [];
        files[based.FileName] = content;
        return files;
    }
}
